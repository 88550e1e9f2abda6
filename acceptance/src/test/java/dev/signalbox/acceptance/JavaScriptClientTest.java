package dev.signalbox.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The JavaScript client's own tests, in a browser. */
class JavaScriptClientTest {
  private static final Path CLIENT = Program.ROOT.resolve("clients/javascript");
  private static final Pattern RESULT = Pattern.compile("([0-9]+) passed, ([0-9]+) failed");
  private static final int AT_LEAST = 90;

  @RegisterExtension final Stage stage = new Stage();

  @Test
  void tests_inABrowser_pass() throws Exception {
    Page page = stage.browser().open(stage.files(CLIENT).resolve("test/index.html"));
    page.until("document.documentElement.dataset.result !== undefined");

    String failures = page.read("document.getElementById('failures').innerText");
    Matcher result = RESULT.matcher(page.read("document.documentElement.dataset.result"));
    assertTrue(result.matches(), result::toString);
    assertEquals("0", result.group(2), failures);
    assertTrue(Integer.parseInt(result.group(1)) > AT_LEAST, result::group);
  }
}
