package dev.signalbox.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.signalbox.server.DialectHub.Kind;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** A hub that stops ends the streams of all dialects, each in its own way. */
final class DialectCloseTest {
  private static final int RECEIVE_BUFFER = 4 * 1024;

  @Test
  void streams_endWithTheHub() {
    Journal journal = new Journal();
    try (DialectHub hub = new DialectHub()) {
      hub.ask(Kind.BUS, Ask.get("/rest/events/subscribe")).expect(200);
      try (DialectEvents counting = hub.follow(Kind.COUNTER, "/events");
          DialectEvents lighting = hub.follow(Kind.LED, "/demo_sse");
          DialectEvents listening = hub.follow(Kind.BUS, "/rest/events/0");
          RawConnection stalled = new RawConnection(hub.port(Kind.COUNTER), RECEIVE_BUFFER);
          DialectSocketClient socket = hub.socket()) {
        stalled.send(Ask.get("/events").text());
        counting.until("data: clients:2");
        lighting.next();
        long begun = System.nanoTime();
        hub.hub().server().close();
        counting.skipToEnd();
        lighting.expectEnd();
        listening.expectEnd();
        assertEquals(1001, socket.closeCode());
        assertTrue(socket.ends());
        long ms = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begun);
        assertTrue(ms < 2_000, "took " + ms + " ms");
      }
      hub.hub().count(9);
      hub.hub().settle();
      assertEquals(List.of(), journal.warnings());
    } finally {
      journal.close();
    }
  }
}
