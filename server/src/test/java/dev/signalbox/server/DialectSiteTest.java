package dev.signalbox.server;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.signalbox.server.DialectHub.Kind;
import dev.signalbox.server.DialectHub.Setup;
import dev.signalbox.server.DialectHub.Where;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What a page elsewhere has a browser ask without an {@code Origin}, by an image or a link, over
 * real sockets.
 */
final class DialectSiteTest {
  private static final Ask SUBSCRIBE = Ask.get("/rest/events/subscribe");
  private static final String PANEL = "http://panel.example:3000";

  private final DialectHub hub =
      new DialectHub(
          Setup.clients(0),
          new ServerSettings(
              "127.0.0.1",
              0,
              Set.of(),
              Set.of(PANEL),
              ServedHub.streaming(Duration.ofMinutes(10)),
              ServedHub.generous()));

  @AfterEach
  void stop() {
    hub.close();
  }

  private static Ask crossSite(Ask ask) {
    return ask.header("Sec-Fetch-Site", "cross-site");
  }

  private DialectAnswer ask(Where where, Ask ask) {
    return DialectAnswer.of(hub.port(Kind.BUS, where), ask);
  }

  @ParameterizedTest
  @EnumSource
  void image_elsewhereTakesNoChannel(Where where) {
    Ask image =
        crossSite(SUBSCRIBE).header("Sec-Fetch-Mode", "no-cors").header("Sec-Fetch-Dest", "image");
    for (int i = 0; i < 10; i++) {
      DialectRefused.check(Kind.BUS, ask(where, image), 403, "another site");
    }
    assertEquals(
        "/rest/events/0", ask(where, SUBSCRIBE).expect(200).body().replaceFirst(".*:[0-9]+", ""));
  }

  @ParameterizedTest
  @ValueSource(strings = {"same-origin", "same-site", "none", "", "nonsense"})
  void site_thatIsNotElsewhere(String site) {
    ask(Where.OWN, SUBSCRIBE.header("Sec-Fetch-Site", site)).expect(200);
    ask(Where.MAIN, SUBSCRIBE.header("Sec-Fetch-Site", site)).expect(200);
  }

  @Test
  void page_thatIsAllowed() {
    for (Where where : Where.values()) {
      ask(where, crossSite(SUBSCRIBE).header("Origin", PANEL)).expect(200);
      Ask reset = Ask.of("POST", "/reset").withBody("{\"counter\":42}").header("Origin", PANEL);
      DialectAnswer.of(hub.port(Kind.COUNTER, where), crossSite(reset)).expect(200);
    }
    Ask toggle = Ask.of("POST", "/v1/boards/toggle/parts/led/toggle").header("Origin", PANEL);
    hub.hub().ask(crossSite(toggle)).expect(200);
  }

  @Test
  void commands_fromElsewhere() {
    for (Where where : Where.values()) {
      Ask reset = crossSite(Ask.of("POST", "/reset").withBody("{\"counter\":42}"));
      DialectAnswer answer =
          Refused.nothingChangesBy(
              hub.hub(), () -> DialectAnswer.of(hub.port(Kind.COUNTER, where), reset));
      DialectRefused.check(Kind.COUNTER, answer, 403, "another site");
    }
    Ask toggle = crossSite(Ask.of("POST", "/v1/boards/toggle/parts/led/toggle"));
    Refused.ask(hub.hub(), toggle, 403, "foreign-origin");
    Refused.ask(hub.hub(), toggle.header("Origin", "http://evil.example"), 403, "foreign-origin");
    // The browser says better than the page's name where it came from.
    Ask own = toggle.header("Origin", "http://127.0.0.1");
    Refused.ask(hub.hub(), own, 403, "foreign-origin");
    hub.hub().ask(own.without("Sec-Fetch-Site")).expect(200);
  }

  /** What everybody may read, everybody's pages may. */
  @Test
  void reading_fromElsewhere() {
    for (Where where : Where.values()) {
      RawConnection connection = new RawConnection(hub.port(Kind.COUNTER, where));
      try (DialectEvents events = new DialectEvents(connection, crossSite(Ask.get("/events")))) {
        events.expect("data: 0");
      }
      DialectAnswer.of(hub.port(Kind.RAILHUB, where), crossSite(Ask.get("/api/status")))
          .expect(200);
    }
    hub.hub().ask(crossSite(Ask.get("/v1/boards"))).expect(200);
  }
}
