package dev.signalbox.app.run;

import dev.signalbox.app.config.Configuration;
import dev.signalbox.app.config.Endpoint;
import dev.signalbox.app.config.ListenerPlan;
import dev.signalbox.app.network.NetworkName;
import dev.signalbox.boards.HubSettings;
import dev.signalbox.core.engine.Board;
import dev.signalbox.core.engine.EngineThread;
import dev.signalbox.core.engine.InitialState;
import dev.signalbox.core.engine.StateEngine;
import dev.signalbox.core.model.HubState;
import dev.signalbox.core.stream.ChangeLog;
import dev.signalbox.core.stream.ChangeStream;
import dev.signalbox.core.stream.StreamId;
import dev.signalbox.dashboard.DashboardFiles;
import dev.signalbox.server.CannotListenException;
import dev.signalbox.server.HubServer;
import dev.signalbox.server.Mount;
import dev.signalbox.server.Mounts;
import dev.signalbox.server.ServerSettings;
import dev.signalbox.store.SettingsStore;
import dev.signalbox.store.StoreException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The whole hub, put together. Used by one thread. */
public final class RunningHub implements AutoCloseable {
  private static final System.Logger LOG = System.getLogger(RunningHub.class.getName());
  private static final Duration LONGEST_FAREWELL = Duration.ofMillis(1_500);

  /** What is there before the engine, and ends after it. */
  private record Ground(SettingsStore store, ThisMachine machine, Hardware hardware) {
    void close() {
      // First what must not be lost.
      store.close();
      hardware.close();
      machine.close();
    }
  }

  private final Ground ground;
  private final EngineThread engine;
  private final HubServer server;
  private final NetworkName network;
  private final Addresses addresses;
  private final List<String> listeners;

  private RunningHub(
      Ground ground,
      EngineThread engine,
      HubServer server,
      NetworkName network,
      List<Mount> mounts) {
    this.ground = ground;
    this.engine = engine;
    this.server = server;
    this.network = network;
    List<Mount.Listener> bound = server.listeners();
    this.addresses = Addresses.of(new Endpoint(bound.getLast().bind(), server.port()));
    this.listeners = Addresses.lines(mounts, bound.iterator());
  }

  /**
   * Starts the hub; returns when it serves.
   *
   * @param data the folder where settings are kept
   * @throws StartFailure if it can't start; nothing is left running then
   */
  public static RunningHub start(Configuration configuration, Path data, Build build)
      throws StartFailure {
    try {
      Ground ground =
          new Ground(
              SettingsStore.open(data),
              ThisMachine.follow(data, build.date()),
              Hardware.ofThisMachine(configuration.softPwm()));
      try {
        Ports.Settled settled = Ports.settle(configuration);
        RunningHub hub = start(settled.configuration(), ground, data, build.version());
        settled.without().forEach(RunningHub::warnOfMissing);
        return hub;
      } catch (StartFailure | CannotListenException | RuntimeException fault) {
        ground.close();
        throw fault;
      }
    } catch (StoreException | CannotListenException fault) {
      throw new StartFailure(fault);
    }
  }

  private static RunningHub start(
      Configuration configuration, Ground ground, Path data, String version)
      throws CannotListenException {
    InstantSource clock = InstantSource.system();
    HubFigures figures = new HubFigures();
    BoardFactory factory =
        new BoardFactory(
            new HubSettings(version, clock.instant()), figures, data, ground.hardware());
    List<Board> boards = configuration.boards().stream().map(factory::board).toList();
    SettingsStore store = ground.store();
    HubState state =
        InitialState.of(configuration.name(), newEpoch(), boards, store.saved(), clock.millis());
    ChangeStream stream = new ChangeStream(state, new ChangeLog(configuration.changeLog()));
    figures.of(stream);
    store.follow(stream, boards.stream().map(Board::spec).toList());
    StateEngine engine = new StateEngine(boards, stream, clock);
    EngineThread thread = EngineThread.start(engine);
    try {
      List<Mount> mounts = Dialects.mounts(configuration);
      HubServer server =
          HubServer.start(
              engine,
              settings(configuration),
              DashboardFiles::read,
              version,
              new Mounts(mounts, ground.machine()));
      figures.of(server.activity());
      warnOfOthers(server.listeners());
      NetworkName network =
          NetworkName.announce(configuration, server.listeners(), version, server::knownAs);
      return new RunningHub(ground, thread, server, network, mounts);
    } catch (CannotListenException | RuntimeException fault) {
      thread.close();
      throw fault;
    }
  }

  /** A listener's own address may be a name, by which the hub is called then. */
  private static ServerSettings settings(Configuration configuration) {
    ServerSettings server = configuration.server();
    Set<String> hosts = new HashSet<>(server.hosts());
    configuration.listeners().plans().forEach(plan -> plan.bind().ifPresent(hosts::add));
    return server.withHosts(hosts);
  }

  private static void warnOfOthers(List<Mount.Listener> bound) {
    bound.stream()
        .map(Mount.Listener::bind)
        .distinct()
        .filter(bind -> !new Endpoint(bind, 0).isPrivate())
        .forEach(bind ->
            LOG.log(
                System.Logger.Level.WARNING,
                "Whoever reaches {0} can switch the boards: there is no access control yet.",
                bind));
  }

  private static void warnOfMissing(ListenerPlan plan) {
    LOG.log(
        System.Logger.Level.WARNING,
        "{0} is left out: its port is in use. A configuration can give it another.",
        plan.title());
  }

  private static String newEpoch() {
    return StreamId.epoch(new SecureRandom().nextLong());
  }

  /** Where it is reached. */
  public Addresses addresses() {
    return addresses;
  }

  /** The way to the kernel that is used: io_uring, epoll, kqueue or nio. */
  public String transport() {
    return server.transport();
  }

  /** Its further listeners, a line for each address: {@code RailHub for yard: ws://…}. */
  public List<String> listeners() {
    return listeners;
  }

  /**
   * Stops: ends the streams, takes no more commands, and saves what is not saved yet. The server
   * and the rest stop at the same time, so that clients who don't listen hold up nothing. Takes
   * less than two seconds.
   */
  @Override
  public void close() {
    Thread farewell = Thread.ofPlatform().name("farewell").daemon().start(server::close);
    Thread withdrawal = Thread.ofPlatform().name("withdrawal").daemon().start(network::close);
    engine.close();
    ground.close();
    try {
      farewell.join(LONGEST_FAREWELL);
      withdrawal.join(LONGEST_FAREWELL);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }
}
