package dev.signalbox.server;

import dev.signalbox.server.DialectHub.Kind;
import dev.signalbox.server.DialectHub.Where;
import org.junit.jupiter.api.Test;

/** The counter is reset to the value that it has, over real sockets. */
final class DialectResetTest {
  /** Nothing changes, and everyone is told all the same, on whichever listener. */
  @Test
  void reset_toTheValueThatItHas() {
    try (DialectHub hub = new DialectHub()) {
      hub.hub().count(17);
      hub.hub().settle();
      try (DialectEvents first = hub.follow(Kind.COUNTER, "/events");
          DialectEvents second = new DialectEvents(hub.port(Kind.COUNTER, Where.MAIN), "/events")) {
        first.expect("data: 17", "data: clients:1");
        second.expect("data: 17", "data: clients:2");
        first.until("data: clients:2");
        for (Where where : Where.values()) {
          reset(hub, where, 17);
          first.expect("data: 17");
          second.until("data: 17");
        }
        // Told once more where it is new, and no more than once.
        reset(hub, Where.OWN, 18);
        reset(hub, Where.OWN, 19);
        first.expect("data: 18", "data: 19");
      }
    }
  }

  private static void reset(DialectHub hub, Where where, int value) {
    Ask ask = Ask.of("POST", "/reset").withBody("{\"counter\":" + value + "}");
    boolean changes = value != 17;
    if (changes) {
      DialectAnswer.of(hub.port(Kind.COUNTER, where), ask).expect(200, "");
    } else {
      Refused.nothingChangesBy(
              hub.hub(), () -> DialectAnswer.of(hub.port(Kind.COUNTER, where), ask))
          .expect(200, "");
    }
  }
}
