package dev.signalbox.server;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.signalbox.server.DialectHub.Kind;
import dev.signalbox.server.DialectHub.Where;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The LED before many eyes, over real sockets. */
final class DialectCrowdTest {
  private static final String DARK = "data: {\"led\":0}";
  private static final String LIT = "data: {\"led\":1}";
  private static final int PRESSES = 21;

  /** Several press at the same time; everyone sees each toggle, and where as many toggles end. */
  @ParameterizedTest
  @ValueSource(ints = {3, 8, 1_000})
  void led_beforeAll(int most) {
    List<DialectEvents> crowd = new ArrayList<>();
    try (DialectHub hub = new DialectHub();
        Together pressing = new Together()) {
      for (int i = 0; i < most; i++) {
        Where where = i % 2 == 0 ? Where.OWN : Where.MAIN;
        crowd.add(new DialectEvents(hub.port(Kind.LED, where), "/demo_sse"));
      }
      crowd.forEach(one -> one.expect(DARK));
      for (int client = 0; client < PRESSES / 3; client++) {
        Where where = client % 2 == 0 ? Where.OWN : Where.MAIN;
        pressing.begin(() -> press(hub, where, 3));
      }
      crowd.forEach(DialectCrowdTest::seesEachToggle);
      pressing.join();
      assertEquals(PRESSES % 2 == 1, isLit(hub));
      Activity activity = hub.hub().server().activity();
      assertEquals(most, activity.sseStreams());
      crowd.forEach(DialectEvents::cut);
      hub.hub().await("all are gone", () -> activity.sseStreams() == 0);
    } finally {
      crowd.forEach(DialectEvents::close);
    }
  }

  private static void seesEachToggle(DialectEvents one) {
    for (int toggle = 1; toggle <= PRESSES; toggle++) {
      one.expect(toggle % 2 == 1 ? LIT : DARK);
    }
  }

  private static void press(DialectHub hub, Where where, int times) {
    try (RawConnection connection = new RawConnection(hub.port(Kind.LED, where))) {
      DialectBytes bytes = new DialectBytes(connection);
      for (int i = 0; i < times; i++) {
        connection.send(Ask.of("PUT", "/ctrl").withBody("btnLed").text());
        DialectAnswer.read(bytes, true).expect(200);
      }
    }
  }

  private static boolean isLit(DialectHub hub) {
    return hub.hub().truth().at("toggle", "parts", "led", "lit").flag();
  }

  /** Whoever comes late sees how it is now. */
  @Test
  void led_forALatecomer() {
    try (DialectHub hub = new DialectHub()) {
      press(hub, Where.OWN, 3);
      try (DialectEvents late = hub.follow(Kind.LED, "/demo_sse")) {
        late.expect(LIT);
      }
    }
  }
}
