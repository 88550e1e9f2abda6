package dev.signalbox.app.network;

import dev.signalbox.app.config.Configuration;
import dev.signalbox.server.Mount;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * The names by which the hub is found in the network (mDNS, RFC 6762; services, RFC 6763), kept by
 * a thread of its own until it is closed. The hub neither waits for it nor fails by it. Thread:
 * any.
 */
public final class NetworkName implements AutoCloseable {
  private static final System.Logger LOG = System.getLogger(NetworkName.class.getName());
  private static final long LOOK_MS = 250;
  private static final long PAUSE_MS = 10_000;

  /** The first farewell goes out at once; repeating it takes the library seconds. */
  private static final Duration FAREWELL = Duration.ofMillis(300);

  private final CountDownLatch closing = new CountDownLatch(1);
  private final Thread thread;

  private NetworkName(Announcer announcer) {
    thread = Thread.ofPlatform().name("mdns").daemon().unstarted(() -> run(announcer));
  }

  /**
   * Begins to announce the hub and its listeners; does nothing where there is nothing to announce.
   *
   * @param bound all that is listened on, in the order of the configuration, the hub's own last
   * @param knownAs is told all host names of the hub whenever they change, before others are
   */
  public static NetworkName announce(
      Configuration configuration,
      List<Mount.Listener> bound,
      String version,
      Consumer<Set<String>> knownAs) {
    List<Announced> announced = Announcements.of(configuration, bound, version);
    NetworkName name =
        new NetworkName(
            new Announcer(announced, LinkAddresses::now, JmdnsResponder::open, knownAs));
    if (!announced.isEmpty()) {
      name.thread.start();
    }
    return name;
  }

  private void run(Announcer announcer) {
    try {
      boolean settled;
      do {
        settled = announcer.step();
      } while (!closing.await(settled ? PAUSE_MS : LOOK_MS, TimeUnit.MILLISECONDS));
      long end = System.nanoTime() + FAREWELL.toNanos();
      for (Thread withdrawal : announcer.withdraw()) {
        withdrawal.join(Duration.ofNanos(Math.max(1, end - System.nanoTime())));
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException | LinkageError fault) {
      LOG.log(System.Logger.Level.WARNING, "This hub has no name in the network: " + fault, fault);
    }
  }

  /** Withdraws everything; takes at most half a second. */
  @Override
  public void close() {
    closing.countDown();
    if (thread.getState() == Thread.State.NEW) {
      return;
    }
    try {
      thread.join(FAREWELL.plusMillis(100));
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }
}
