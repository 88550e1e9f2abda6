package dev.signalbox.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.openqa.selenium.Keys;

/** The page shows what is so, and does what it offers. */
class PageTest {
  /** How many segments the digits from 0 to 9 have. */
  private static final List<Integer> SEGMENTS = List.of(6, 2, 5, 5, 4, 5, 6, 3, 7, 6);

  private static final String DRAWN_PARTS =
      """
      return [...document.querySelectorAll("[data-board][data-part]")]
        .filter((part) => part.getBoundingClientRect().height > 0)
        .map((part) => `${part.dataset.board}/${part.dataset.part}/${part.dataset.kind}`);
      """;

  private static final String COUNTER = Page.shown("counter/counter", "value");
  private static final String LED = Page.shown("toggle/led", "lit");
  private static final String PRESSED = Page.shown("toggle/switch", "pressed");
  private static final String PUSH = Page.part("toggle/switch") + " .push";

  @RegisterExtension final Stage stage = new Stage();

  private HubProcess hub;
  private Page page;
  private Api api;

  @BeforeEach
  void openPage() throws Exception {
    hub = stage.hub();
    page = stage.page(hub);
    api = Api.of(hub);
  }

  @Test
  void page_freshHub_drawsEveryPartAndNothingElse() throws Exception {
    Set<String> before = parts(api.state());
    page.until("document.querySelectorAll('[data-part]').length >= " + before.size());
    if (!(page.run(DRAWN_PARTS) instanceof List<?> list)) {
      throw new AssertionError("no list of parts");
    }
    Set<String> drawn = new HashSet<>();
    list.forEach(part -> drawn.add(String.valueOf(part)));
    assertEquals(list.size(), drawn.size());
    assertTrue(drawn.containsAll(before), () -> "of " + before + " are drawn " + drawn);
    Set<String> after = parts(api.state());
    assertTrue(after.containsAll(drawn), () -> "of " + drawn + " are there " + after);
  }

  private static Set<String> parts(Doc state) {
    Set<String> parts = new TreeSet<>();
    Doc boards = state.at("boards");
    for (String board : boards.names()) {
      for (String part : boards.at(board, "parts").names()) {
        parts.add(board + "/" + part + "/" + boards.at(board, "parts", part, "kind").text());
      }
    }
    return parts;
  }

  @Test
  void page_ofTheHub_loadsNothingFromElsewhereAndComplainsOfNothing() {
    page.until(COUNTER + " > 3");
    Object strangers =
        page.run(
            """
            return performance.getEntriesByType("resource").map((each) => each.name)
              .filter((name) => new URL(name).host !== location.host);
            """);
    assertEquals(List.of(), strangers);
    assertEquals(List.of(), page.complaints());
  }

  @Test
  void time_onThePage_isTheHubs() {
    Object offset = page.run("return window.signalbox.hub.now() - Date.now();");
    assertTrue(offset instanceof Number ms && Math.abs(ms.doubleValue()) < 50, "off by " + offset);
  }

  @Test
  void counter_counts_isDrawnInFiguresAndDigits() throws Exception {
    api.set("counter/counter", "{\"value\":197}");
    page.until(COUNTER + " >= 200");
    Object drawn =
        page.run(
            """
            const counter = document.querySelector("[data-part='counter']");
            const display = document.querySelector("[data-part='display']");
            return [counter.dataset.value, counter.querySelector(".big").textContent,
              display.dataset.text, display.querySelectorAll("polygon.lit").length];
            """);
    if (!(drawn instanceof List<?> list && list.getFirst() instanceof String value)) {
      throw new AssertionError("not drawn: " + drawn);
    }
    long segments = value.chars().map(digit -> SEGMENTS.get(digit - '0')).sum();
    assertEquals(List.of(value, value, " " + value, segments), list);
  }

  @Test
  void button_heldAndLetGo_togglesTheLight() throws Exception {
    page.until(LED + " === '0'");
    page.actions().clickAndHold(page.find(PUSH)).perform();
    page.until(PRESSED + " === 'true'");
    assertTrue(api.at("toggle/switch").at("pressed").flag());
    assertEquals("0", page.read(LED));

    page.actions().release().perform();
    page.until(LED + " === '100'");
    page.until(PRESSED + " === 'false'");
    assertTrue(api.at("toggle/led").at("lit").flag());
  }

  @Test
  void button_pressedByKey_togglesTheLight() throws Exception {
    page.find(PUSH).sendKeys(" ");
    page.until(LED + " === '100'");
    page.find(PUSH).sendKeys(Keys.ENTER);
    page.until(LED + " === '0'");
    page.until(PRESSED + " === 'false'");
  }

  @Test
  void slider_dragged_dimsTheOutput() throws Exception {
    String slider = Page.control("yard/out1", "brightness") + " input[type=range]";
    page.click(Page.control("yard/out1", "active") + " button");
    page.until(Page.shown("yard/out1", "lit") + " === '100'");
    page.actions()
        .clickAndHold(page.find(slider))
        .moveByOffset(-20, 0)
        .moveByOffset(-20, 0)
        .release()
        .perform();
    page.until("document.querySelector(\"" + slider + "\").closest('[data-pending]') === null");

    long brightness = api.at("yard/out1").at("brightness").number();
    assertTrue(brightness < 100, "dragged to " + brightness);
    page.until(Page.shown("yard/out1", "lit") + " === '" + brightness + "'");
    page.find(slider).sendKeys(Keys.END);
    page.until(Page.shown("yard/out1", "lit") + " === '100'");
  }

  @Test
  void control_refusedByTheHub_saysSoBesideIt() throws Exception {
    String control = Page.control("yard/out1", "brightness");
    String field = control + " .field input";
    page.actions().doubleClick(page.find(field)).sendKeys("250", Keys.ENTER).perform();
    page.until("document.querySelector(\"" + control + " .problem\") !== null");

    assertTrue(page.find(control + " .problem").getText().contains("100"));
    assertEquals("100", page.find(field).getDomProperty("value"));
    assertEquals(100, api.at("yard/out1").at("brightness").number());
  }
}
