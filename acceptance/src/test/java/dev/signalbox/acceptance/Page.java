package dev.signalbox.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.logging.Level;
import org.jspecify.annotations.Nullable;
import org.openqa.selenium.By;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.interactions.Actions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;

/**
 * The dashboard in a browser. What it shows is read by the hooks that its components keep: {@code
 * data-board}, {@code data-part}, {@code data-lit}, {@code data-text}, {@code data-value}, and
 * {@code data-connection} of the body.
 */
final class Page {
  private static final int PATIENCE_MS = 10_000;
  private static final String IS_LIVE =
      "document.body.dataset.connection === 'live' && window.signalbox.hub.schema !== null"
          + " && document.querySelector('sb-flag') !== null";

  private final ChromeDriver driver;

  Page(ChromeDriver driver) {
    this.driver = driver;
  }

  /** Waits until it shows all there is. */
  Page untilLive() {
    until(IS_LIVE);
    return this;
  }

  /** Waits for a frame in which {@code condition}, an expression, is true. */
  void until(String condition) {
    until(condition, PATIENCE_MS);
  }

  void until(String condition, long ms) {
    Object held =
        later(
            """
            const holds = () => %s;
            const end = performance.now() + %d;
            const look = () => {
              if (holds()) {
                done(true);
              } else if (performance.now() > end) {
                done(document.body.innerText.slice(0, 300));
              } else {
                requestAnimationFrame(look);
              }
            };
            look();
            """
                .formatted(condition, ms));
    assertEquals(true, held, () -> "did not come true within " + ms + " ms: " + condition);
  }

  /** What a function body returns. */
  @Nullable Object run(String body, Object... arguments) {
    return driver.executeScript(body, arguments);
  }

  /** What a function body gives to {@code done}. */
  @Nullable Object later(String body, Object... arguments) {
    return driver.executeAsyncScript(
        "const done = arguments[arguments.length - 1];\n" + body, arguments);
  }

  /** The value of an expression, as text. */
  String read(String expression) {
    return String.valueOf(run("return " + expression));
  }

  /** The selector of a part, {@code yard/out1} say. */
  static String part(String address) {
    String[] ids = address.split("/", 2);
    return "[data-board='%s'][data-part='%s']".formatted(ids[0], ids[1]);
  }

  /** The selector of the control of a part's property. */
  static String control(String address, String property) {
    return part(address) + " [data-property='" + property + "']";
  }

  /** An expression: what a part shows of itself, by the hook of that name. */
  static String shown(String address, String hook) {
    return "document.querySelector(\"" + part(address) + "\")?.dataset." + hook;
  }

  /** An expression: whether the control of a flag is on. */
  static String isOn(String address, String property) {
    return "document.querySelector(\"%s button\")?.ariaChecked === 'true'"
        .formatted(control(address, property));
  }

  WebElement find(String selector) {
    return driver.findElement(By.cssSelector(selector));
  }

  /** Clicks as a mouse does. */
  void click(String selector) {
    find(selector).click();
  }

  Actions actions() {
    return new Actions(driver);
  }

  /** What the browser complained about so far. */
  List<String> complaints() {
    return driver.manage().logs().get(LogType.BROWSER).getAll().stream()
        .filter(entry -> entry.getLevel().intValue() >= Level.WARNING.intValue())
        .map(LogEntry::toString)
        .toList();
  }

  /** Gives the page another size, in CSS pixels, and light colours. */
  void resize(int width, int height) {
    driver.executeCdpCommand(
        "Emulation.setDeviceMetricsOverride",
        Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", width < 600));
    driver.executeCdpCommand(
        "Emulation.setEmulatedMedia",
        Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", "light"))));
  }

  /** What is seen now, as PNG. */
  byte[] screenshot() {
    return Objects.requireNonNull(driver.getScreenshotAs(OutputType.BYTES));
  }
}
