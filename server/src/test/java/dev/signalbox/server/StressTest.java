package dev.signalbox.server;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/**
 * Hundreds of clients that do whatever a client may, while the state changes all the time: each is
 * told only what is right, each ends on the truth, and the hub keeps nothing of them.
 *
 * <p>{@code ./stress} runs it for long. The same seed makes the same clients and the same commands;
 * how they meet is up to the machine.
 */
final class StressTest {
  private static final long SEED = Long.getLong("stress.seed", 20_261_120);
  private static final long SECONDS = Long.getLong("stress.seconds", 2);
  private static final int CLIENTS = Integer.getInteger("stress.clients", 200);

  private static final List<Transport> TRANSPORTS = List.of(Transport.values());

  /** One in so many always reads and never goes away. */
  private static final int STEADY_ONE_IN = 10;

  private static final long WARM_UP_SECONDS = 1;
  private static final long LONGEST_ROUND_SECONDS = 20;
  private static final long PATIENCE_SECONDS = 30;

  /** Small enough that who stops to read for long falls out of it. */
  private static final int LOG = 1_024;

  /** How many changes may be made that a client which always reads has not been told yet. */
  private static final int AHEAD = 100;

  /** The hub shows every silent stream that often that it is alive. */
  private static final Duration HEARTBEAT = Duration.ofSeconds(3);

  private final Random random = new Random(SEED);

  @Test
  void clientsOfAllKinds_whileCommandsRainIn() {
    ServerSettings settings =
        new ServerSettings(
            "127.0.0.1",
            0,
            Set.of(),
            Set.of(),
            ServedHub.streaming(HEARTBEAT),
            ServedHub.generous());
    try (ServedHub hub = new ServedHub(settings, LOG)) {
      Remains fresh = Remains.now();
      round(hub, WARM_UP_SECONDS, "First end");
      Remains before = awaitNothing(now -> now.objectsBeyond(fresh));
      for (long left = SECONDS; left > 0; left -= LONGEST_ROUND_SECONDS) {
        StressTally tally = round(hub, Math.min(left, LONGEST_ROUND_SECONDS), "End " + left);
        System.out.printf(
            "stress, %d clients, seed %d: up to change %,d; %s%n",
            CLIENTS, SEED, hub.state().sequence(), tally);
        awaitNothing(now -> now.beyond(before));
        assertTrue(tally.cuts.sum() > 0 && tally.stops.sum() > 0, tally.toString());
        assertTrue(tally.looks.sum() > CLIENTS, tally.toString());
      }
    }
  }

  /** Waits until the hub has let go of everything, and returns what there is then. */
  private static Remains awaitNothing(Function<Remains, List<String>> leftBehind) {
    long giveUp = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
    while (true) {
      Remains now = Remains.now();
      List<String> left = leftBehind.apply(now);
      if (left.isEmpty()) {
        return now;
      }
      assertTrue(System.nanoTime() < giveUp, () -> "left behind: " + left);
    }
  }

  private StressTally round(ServedHub hub, long seconds, String lastName) {
    try (Witness witness = new Witness(hub);
        Together together = new Together()) {
      StressTally tally = new StressTally();
      StressClient.Test test = new StressClient.Test(hub, witness, tally, lastName);
      StressClient pace = new StressClient(test, Transport.SSE, StressWish.ALL, true, 0);
      together.begin(pace::run);
      for (int i = 0; i < CLIENTS; i++) {
        together.begin(client(test, i)::run);
      }
      rain(hub, witness, pace.told(), seconds);
      witness.end();
      StressRain.end(hub, lastName);
      together.join();
      return tally;
    }
  }

  private StressClient client(StressClient.Test test, int index) {
    Transport transport = TRANSPORTS.get(index % TRANSPORTS.size());
    boolean steady = index % STEADY_ONE_IN == 0;
    return new StressClient(test, transport, StressWish.random(random), steady, random.nextLong());
  }

  private void rain(ServedHub hub, Witness witness, Tide told, long seconds) {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
    StressRain reports = new StressRain(hub, random.nextLong());
    StressRain requests = new StressRain(hub, random.nextLong());
    StressRain commands = new StressRain(hub, random.nextLong());
    try (Together together = new Together()) {
      for (Runnable step :
          List.<Runnable>of(reports::report, requests::request, commands::command)) {
        together.begin(() -> {
          while (System.nanoTime() < end) {
            told.await(witness.sequence() - AHEAD);
            step.run();
          }
        });
      }
      together.join();
    } finally {
      commands.leave();
    }
  }
}
