package dev.signalbox.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Semaphore;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * A client that wants every change, cut off a hundred times wherever its bytes happen to be while
 * changes rain in: it misses nothing and sees nothing twice.
 */
final class EveryCutTest {
  private static final int CUTS = 100;
  private static final long SEED = 20_251_120;
  private static final int MOST_BYTES = 6_000;

  /** No change is told in fewer bytes than this. */
  private static final int LEAST_CHANGE = 60;

  private static final int LAST_CHANGES = 50;

  @ParameterizedTest
  @EnumSource
  void cutAnywhere_missesNothingSeesNothingTwice(Transport transport) throws InterruptedException {
    Random random = new Random(SEED);
    Semaphore wanted = new Semaphore(0);
    try (ServedHub hub = new ServedHub(ServedHub.settings(ServedHub.generous()))) {
      Client client = new Client();
      try (Following stream = transport.follow(hub, "?every=true")) {
        client.take(stream.next("snapshot"));
      }
      Thread rain = Thread.ofPlatform().start(() -> rain(hub, wanted));
      long bytes = 0;
      for (int i = 0; i < CUTS; i++) {
        int position = random.nextInt(MOST_BYTES);
        wanted.release(position / LEAST_CHANGE + 1);
        Following stream = transport.follow(hub, "?every=true", client.id);
        stream.readExactly(position);
        stream.cut();
        bytes += position;
        client.takeAll(stream);
      }
      wanted.release(Integer.MAX_VALUE / 2);
      rain.join();
      client.finish(hub, transport);
      System.out.printf(
          "every, %s: %d cuts within %d bytes, %d changes, none missed, none twice, seed %d%n",
          transport, CUTS, bytes, client.changes, SEED);
      assertTrue(client.changes > CUTS, "too few changes: " + client.changes);
    }
  }

  /** Counts up as long as there are permits, at most to the number that all cuts together need. */
  private static void rain(ServedHub hub, Semaphore wanted) {
    int most = CUTS * (MOST_BYTES / LEAST_CHANGE + 1) / 2 + LAST_CHANGES;
    for (int value = 1; value <= most; value++) {
      wanted.acquireUninterruptibly();
      hub.countPatiently(value);
    }
    hub.settle();
  }

  /** What must be true of what such a client is told. */
  private static final class Client {
    private Optional<String> id = Optional.empty();
    private long changes;

    void takeAll(Following stream) {
      for (Optional<Told> told = stream.poll(); told.isPresent(); told = stream.poll()) {
        take(told.get());
      }
    }

    void take(Told told) {
      switch (told.kind()) {
        case "hello", "retry" -> {}
        case "id" -> assertEquals(id, told.id());
        case "snapshot" -> {
          assertEquals(Optional.empty(), id);
          id = told.id();
        }
        case "change" -> {
          assertEquals(sequence(id) + 1, told.sequence());
          assertEquals(told.sequence(), told.data().at("set", "value").number());
          id = told.id();
          changes++;
        }
        default -> throw new AssertionError("told " + told);
      }
    }

    private static long sequence(Optional<String> id) {
      return new Told("id", id, new Doc(null)).sequence();
    }

    void finish(ServedHub hub, Transport transport) {
      String last = hub.id();
      try (Following stream = transport.follow(hub, "?every=true", id)) {
        while (!id.equals(Optional.of(last))) {
          take(stream.next());
        }
      }
      assertEquals(hub.state().sequence(), changes);
    }
  }
}
