package dev.signalbox.server;

import dev.signalbox.core.engine.StateEngine;
import io.vertx.core.DeploymentOptions;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.file.FileSystemOptions;
import io.vertx.core.net.SocketAddress;
import io.vertx.core.transport.Transport;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;

/**
 * The hub's listener: REST, Server-Sent Events, WebSocket and the dashboard at one address, served
 * by a few event loops. Thread: any.
 */
public final class HubServer implements AutoCloseable {
  private static final long FAREWELL_NANOS = TimeUnit.MILLISECONDS.toNanos(800);
  private static final long LOOK_NANOS = TimeUnit.MILLISECONDS.toNanos(5);
  private static final long LAST_BYTES_NANOS = TimeUnit.MILLISECONDS.toNanos(50);
  private static final long CLOSE_MS = 500;

  private final Hub hub;
  private final Vertx vertx;
  private final Transport transport;
  private final List<HubLoop> loops = new CopyOnWriteArrayList<>();
  private final List<DialectHost> hosts = new CopyOnWriteArrayList<>();
  private final List<Mount.Listener> listeners = new CopyOnWriteArrayList<>();
  private volatile int port;

  private HubServer(
      StateEngine engine,
      ServerSettings settings,
      StaticFiles files,
      String version,
      Transport transport) {
    Activity activity = new Activity();
    Hub.Shared shared =
        new Hub.Shared(
            activity,
            Guard.of(settings),
            new Reading(engine, activity::isStopping),
            new Dashboard(files));
    this.hub = new Hub(engine, settings, version, shared);
    this.transport = transport;
    this.vertx =
        Vertx.builder()
            .with(options(settings.streaming().loops()))
            .withTransport(transport)
            .build();
  }

  /**
   * Starts to serve; returns when it does.
   *
   * @param files what is served beside the protocol
   * @param version of the hub, as {@code hello} tells it
   * @param mounts the dialects that are served too
   * @throws CannotListenException if an address can't be listened on
   */
  public static HubServer start(
      StateEngine engine, ServerSettings settings, StaticFiles files, String version, Mounts mounts)
      throws CannotListenException {
    Transport transport = settings.streaming().transport().open();
    HubServer server = new HubServer(engine, settings, files, version, transport);
    try {
      server.makeLoops();
      server.open(mounts);
      return server;
    } catch (CannotListenException | RuntimeException fault) {
      server.close();
      throw fault;
    }
  }

  private static VertxOptions options(int loops) {
    return new VertxOptions()
        .setEventLoopPoolSize(loops)
        .setWorkerPoolSize(2)
        .setInternalBlockingPoolSize(2)
        .setFileSystemOptions(
            new FileSystemOptions()
                .setFileCachingEnabled(false)
                .setClassPathResolvingEnabled(false));
  }

  private void makeLoops() throws CannotListenException {
    Future<String> deployed =
        vertx.deployVerticle(
            () ->
                context -> {
                  loops.add(new HubLoop(context, hub));
                  return Future.succeededFuture();
                },
            new DeploymentOptions().setInstances(hub.settings().streaming().loops()));
    Listening.await(deployed, "event loops");
    loops.forEach(loop -> loop.loop().run(loop::start));
  }

  private void open(Mounts mounts) throws CannotListenException {
    List<DialectHost> onMain = new ArrayList<>();
    for (Mount mount : mounts.mounts()) {
      EventLoop loop = loops.get(hosts.size() % loops.size()).loop();
      DialectHost host = new DialectHost(mount.dialect(), mounts.device(), hub.engine(), loop);
      hosts.add(host);
      host.start();
      if (mount.onMain()) {
        onMain.add(host);
      }
      if (mount.http().isPresent()) {
        listen(mount.http().get(), address -> new Door.DialectHttp(address, host));
      }
      if (mount.webSocket().isPresent()) {
        listen(mount.webSocket().get(), address -> new Door.DialectWebSocket(address, host));
      }
    }
    Mount.Listener main = new Mount.Listener("hub", hub.settings().bind(), hub.settings().port());
    port = listen(main, address -> new Door.Main(address, onMain));
  }

  /** Lets every loop listen, and returns the port they listen on. */
  private int listen(Mount.Listener listener, Function<SocketAddress, Door> door)
      throws CannotListenException {
    int listening = Listening.on(listener, loops, listeners.size() + 1, door);
    hub.guard().own(listening);
    listeners.add(new Mount.Listener(listener.name(), listener.bind(), listening));
    return listening;
  }

  /** Every address that is listened on, with its port as it is; the hub's own is the last. */
  public List<Mount.Listener> listeners() {
    return List.copyOf(listeners);
  }

  /** The port that is listened on. */
  public int port() {
    return port;
  }

  /**
   * Answers to these names too, from now on, and no longer to those that were said before. Thread:
   * any.
   *
   * @param hosts host names without a port
   */
  public void knownAs(Set<String> hosts) {
    hub.guard().knownAs(hosts);
  }

  /** The name of the way to the kernel that is used: io_uring, epoll, kqueue or nio. */
  public String transport() {
    return transport.name();
  }

  /** What goes on. */
  public Activity activity() {
    return hub.activity();
  }

  /**
   * Ends all streams and stops listening; takes at most about a second and a half. Again: does
   * nothing.
   */
  @Override
  public void close() {
    if (!hub.activity().stop()) {
      return;
    }
    hosts.forEach(DialectHost::stop);
    loops.forEach(HubLoop::stop);
    awaitFarewells();
    await(vertx.close(), CLOSE_MS);
  }

  /** Waits until everyone who followed has been told and has left, or the time for it is over. */
  private void awaitFarewells() {
    long end = System.nanoTime() + FAREWELL_NANOS;
    Activity activity = hub.activity();
    while (activity.sseStreams() + activity.webSocketStreams() > 0 && System.nanoTime() - end < 0) {
      LockSupport.parkNanos(LOOK_NANOS);
    }
    LockSupport.parkNanos(loops.isEmpty() ? 0 : LAST_BYTES_NANOS);
  }

  private static void await(Future<?> future, long ms) {
    try {
      future.toCompletionStage().toCompletableFuture().get(ms, TimeUnit.MILLISECONDS);
    } catch (ExecutionException | TimeoutException _) {
      // What does not end in time ends with the process.
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }
}
