package dev.signalbox.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Lights that blink and chase are drawn as the function of time that they are, on every page. */
class EffectsOnPageTest {
  private static final int CHANGES = 6;
  private static final double LATEST_MS = 300;

  /** Notes when, by the hub's time, a light's drawing changes, and to what. */
  private static final String NOTE_CHANGES =
      """
      const light = document.querySelector(arguments[0]);
      window.noted = new Promise((resolve) => {
        const noted = [];
        const observer = new MutationObserver(() => {
          noted.push([window.signalbox.hub.now(), Number(light.dataset.lit)]);
          if (noted.length === arguments[1]) {
            observer.disconnect();
            resolve(noted);
          }
        });
        observer.observe(light, { attributeFilter: ["data-lit"] });
      });
      """;

  /** A light that is lit in one of {@code length} intervals, in turn. */
  private record Pattern(long since, long interval, int length, int litIn, long brightness) {
    long step(double at) {
      return (long) Math.floor((at - since) / interval);
    }

    long level(double at) {
      return step(at) % length == litIn ? brightness : 0;
    }

    double lateness(double at) {
      return at - since - step(at) * interval;
    }
  }

  @RegisterExtension final Stage stage = new Stage();

  private HubProcess hub;
  private List<Page> pages;

  @BeforeEach
  void openPages() throws Exception {
    hub = stage.hub();
    pages = List.of(stage.page(hub), stage.page(hub));
  }

  @Test
  void blink_onTwoPages_isTheSameFunctionOfTime() throws Exception {
    Doc output = Api.of(hub).set("yard/out1", "{\"active\":true,\"blink\":450,\"brightness\":60}");
    assertDrawn("yard/out1", new Pattern(output.at("since").number(), 450, 2, 0, 60));
  }

  @Test
  void chase_onTwoPages_isTheSameFunctionOfTime() throws Exception {
    Api api = Api.of(hub);
    api.act(
        201,
        "POST",
        "v1/boards/yard/parts",
        "{\"kind\":\"chase\",\"members\":[\"out3\",\"out5\",\"out1\"],\"interval\":400}");
    Doc chase = api.set("yard/chase1", "{\"running\":true}");
    assertDrawn("yard/out5", new Pattern(chase.at("since").number(), 400, 3, 1, 100));
  }

  private void assertDrawn(String output, Pattern pattern) {
    pages.forEach(page -> page.until(Page.shown(output, "lit") + " !== '0'"));
    pages.forEach(page -> page.run(NOTE_CHANGES, Page.part(output), CHANGES));
    for (Page page : pages) {
      if (!(page.later("window.noted.then(done);") instanceof List<?> noted)) {
        throw new AssertionError("the light does not change");
      }
      assertEquals(CHANGES, noted.size());
      noted.forEach(change -> assertDrawn(change, pattern));
    }
  }

  private static void assertDrawn(Object change, Pattern pattern) {
    if (!(change instanceof List<?> list
        && list.get(0) instanceof Number at
        && list.get(1) instanceof Number level)) {
      throw new AssertionError("not a change: " + change);
    }
    assertEquals(pattern.level(at.doubleValue()), level.longValue(), change::toString);
    double lateness = pattern.lateness(at.doubleValue());
    assertTrue(lateness < LATEST_MS, () -> "drawn " + lateness + " ms late");
  }
}
