package dev.signalbox.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.signalbox.server.DialectHub.Kind;
import dev.signalbox.server.DialectHub.Setup;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/**
 * A client that stops to read is owed no more than what the system holds for it; when it reads
 * again it is shown how things stand, and after that every change.
 */
final class DialectSlowClientTest {
  private static final int RECEIVE_BUFFER = 4 * 1024;
  private static final int CHANGES = 40_000;
  private static final int ROUNDS = 5;

  /** Slow clients are not cut while a test goes on. */
  private static DialectHub hub() {
    return hub(Setup.clients(0));
  }

  private static DialectHub hub(Setup setup) {
    Limits limits = new Limits(100, 100, 1_000_000, Duration.ofSeconds(15), Duration.ofMinutes(10));
    return new DialectHub(setup, ServedHub.settings(limits));
  }

  private static DialectEvents slow(DialectHub hub, Kind kind, String path) {
    return new DialectEvents(new RawConnection(hub.port(kind), RECEIVE_BUFFER), Ask.get(path));
  }

  /** How many events come up to that one. */
  private static int countTo(DialectEvents events, String last) {
    int count = 1;
    while (!events.next().equals(last)) {
      count++;
    }
    return count;
  }

  private static void expectFolded(String what, int told, int changes) {
    System.out.printf("slow client of %s: told %d of %d%n", what, told, changes);
    assertTrue(told < changes / 2, "told " + told + " of " + changes);
  }

  @Test
  void counter() {
    try (DialectHub hub = hub();
        DialectEvents slow = slow(hub, Kind.COUNTER, "/events");
        DialectEvents other = hub.follow(Kind.COUNTER, "/events")) {
      for (int value = 1; value <= CHANGES; value++) {
        hub.hub().countPatiently(value);
        if (value % 100 == 0) {
          other.until("data: " + value);
        }
      }
      expectFolded("the counter", countTo(slow, "data: " + CHANGES), CHANGES);
      slow.expect("data: clients:2");
      hub.hub().count(-5);
      slow.expect("data: -5");
    }
  }

  /** More changes than there is time to tell: nobody is slow, and yet not all can be told. */
  @Test
  void counter_thatIsTooFast() {
    try (DialectHub hub = hub();
        Together together = new Together();
        DialectEvents one = hub.follow(Kind.COUNTER, "/events");
        DialectEvents other = hub.follow(Kind.COUNTER, "/events")) {
      for (int round = 1; round <= ROUNDS; round++) {
        int last = round * CHANGES;
        together.begin(() -> one.until("data: " + last));
        together.begin(() -> other.until("data: " + last));
        for (int value = last - CHANGES + 1; value <= last; value++) {
          hub.hub().countPatiently(value);
        }
        together.join();
      }
    }
  }

  /** Its news are all alike: only when nothing is on its way any more is the last one known. */
  @Test
  void led() {
    AtomicInteger told = new AtomicInteger();
    AtomicReference<String> last = new AtomicReference<>("");
    try (DialectHub hub = hub();
        Together together = new Together();
        DialectEvents slow = slow(hub, Kind.LED, "/demo_sse");
        DialectEvents other = hub.follow(Kind.LED, "/demo_sse")) {
      for (int change = 1; change <= CHANGES; change++) {
        hub.light(change % 2 == 1);
        if (change % 100 == 0) {
          read(other, 100);
        }
      }
      hub.light(true);
      read(other, 2);
      together.begin(() -> {
        for (String event = slow.nextOrEnd(); !event.isEmpty(); event = slow.nextOrEnd()) {
          last.set(event);
          told.incrementAndGet();
        }
      });
      hub.hub()
          .await(
              "the truth",
              () ->
                  hub.hub().server().activity().messages() == CHANGES + 2 + told.get()
                      && last.get().equals("data: {\"led\":1}"));
      expectFolded("the LED", told.get(), CHANGES);
    }
  }

  private static void read(DialectEvents events, int count) {
    for (int i = 0; i < count; i++) {
      events.next();
    }
  }

  /** Of each sensor that changed meanwhile it gets the newest value, even of a change long ago. */
  @Test
  void eventBus() {
    String head = "event: event\ndata: {\"TYPE\":\"STATE\", ";
    try (DialectHub hub = hub();
        Together together = new Together()) {
      hub.ask(Kind.BUS, Ask.get("/rest/events/subscribe")).expect(200);
      hub.ask(Kind.BUS, Ask.get("/rest/events/subscribe")).expect(200);
      String last =
          head + "\"sensorA\":{\"state\":%d, \"prevState\":%d}}".formatted(CHANGES, CHANGES - 1);
      String early = head + "\"sensorB\":{\"state\":7, \"prevState\":0}}";
      try (DialectEvents slow = slow(hub, Kind.BUS, "/rest/events/0");
          DialectEvents other = hub.follow(Kind.BUS, "/rest/events/1")) {
        together.begin(() -> other.until(last));
        for (int value = 1; value <= CHANGES; value++) {
          hub.measure("a", value);
          if (value == CHANGES / 2) {
            hub.measure("b", 7);
          }
        }
        together.join();
        boolean hasB = false;
        int told = 1;
        for (String event = slow.next(); !event.equals(last); event = slow.next()) {
          hasB |= event.equals(early);
          told++;
        }
        if (!hasB) {
          slow.expect(early);
        }
        expectFolded("the event bus", told, CHANGES);
        hub.measure("b", 8);
        // What was on its way already may come again with what was missed.
        slow.until(head + "\"sensorB\":{\"state\":8, \"prevState\":7}}");
      }
    }
  }

  @Test
  void railHub() {
    int changes = 400;
    Setup setup = Setup.clients(0).broadcasting(Duration.ofSeconds(60));
    try (DialectHub hub = hub(setup);
        DialectSocketClient slow =
            new DialectSocketClient(
                new RawConnection(hub.socketPort(), RECEIVE_BUFFER),
                DialectSocketClient.handshake("/"));
        DialectSocketClient other = hub.socket()) {
      for (int change = 1; change <= changes; change++) {
        other.say("{'api':'name','pin':1,'name':'name " + change + "'}");
        while (!name(other.status()).equals("name " + change)) {}
      }
      int told = 1;
      while (!name(slow.next()).equals("name " + changes)) {
        told++;
      }
      System.out.printf("slow client of RailHub: told %d of %d%n", told, changes);
      assertTrue(told < changes, "told " + told);
      other.say("{'api':'name','pin':1,'name':'after'}");
      assertEquals("after", name(slow.next()));
    }
  }

  private static String name(Doc status) {
    return new Doc(status.at("outputs").items().getFirst()).at("name").text();
  }
}
