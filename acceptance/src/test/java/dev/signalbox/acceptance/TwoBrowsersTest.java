package dev.signalbox.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What is clicked in one browser is drawn in another. */
class TwoBrowsersTest {
  private static final int CLICKS = 50;

  /** Tells when the next click happens, in milliseconds since the Unix epoch. */
  private static final String AWAIT_CLICK =
      """
      const tell = (event) => { window.clickedAt = performance.timeOrigin + event.timeStamp; };
      document.addEventListener("click", tell, { capture: true });
      """;

  /** Tells when the frame is drawn in which the part shows something else, and what. */
  private static final String AWAIT_DRAWN =
      """
      const part = document.querySelector(arguments[0]);
      window.drawn = new Promise((resolve) => {
        const observer = new MutationObserver(() => {
          observer.disconnect();
          requestAnimationFrame(() => {
            const at = performance.timeOrigin + performance.now();
            resolve({ at, lit: part.dataset.lit });
          });
        });
        observer.observe(part, { attributeFilter: ["data-lit"] });
      });
      """;

  private record Light(String address, String property) {}

  @RegisterExtension final Stage stage = new Stage();

  @Test
  void click_inOneBrowser_isDrawnInTheOther() throws Exception {
    HubProcess hub = stage.hub();
    Page clicked = stage.page(hub);
    Page watched = stage.page(hub);
    Light[] lights = {new Light("toggle/led", "lit"), new Light("yard/out3", "active")};
    clicked.run(AWAIT_CLICK);

    double[] latencies = new double[CLICKS];
    for (int i = 0; i < CLICKS; i++) {
      boolean lights1 = i / lights.length % 2 == 0;
      latencies[i] = latency(clicked, watched, lights[i % lights.length], lights1 ? "100" : "0");
    }

    String what = "click to drawn in the other browser, ";
    Figures.tell(what + "median of " + CLICKS, Figures.median(latencies), "ms");
    Figures.tell(what + "95th percentile", Figures.share(0.95, latencies), "ms");
  }

  private static double latency(Page clicked, Page watched, Light light, String lit) {
    watched.run(AWAIT_DRAWN, Page.part(light.address));
    clicked.click(Page.control(light.address, light.property) + " button");
    Object drawn = watched.later("window.drawn.then(done);");
    if (!(drawn instanceof Map<?, ?> map && map.get("at") instanceof Number drawnAt)) {
      throw new AssertionError("not drawn: " + drawn);
    }
    assertEquals(lit, map.get("lit"));
    clicked.until(Page.shown(light.address, "lit") + " === '" + lit + "'");
    if (!(clicked.run("return window.clickedAt;") instanceof Number clickedAt)) {
      throw new AssertionError("no click was seen");
    }
    return drawnAt.doubleValue() - clickedAt.doubleValue();
  }
}
