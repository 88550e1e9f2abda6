package dev.signalbox.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.SimpleFileServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
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
    InetSocketAddress anyPort = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    HttpServer server =
        SimpleFileServer.createFileServer(anyPort, CLIENT, SimpleFileServer.OutputLevel.NONE);
    server.start();
    stage.closing(() -> server.stop(0));
    URI tests =
        URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/test/index.html");

    Page page = stage.browser().open(tests);
    page.until("document.documentElement.dataset.result !== undefined");

    String failures = page.read("document.getElementById('failures').innerText");
    Matcher result = RESULT.matcher(page.read("document.documentElement.dataset.result"));
    assertTrue(result.matches(), result::toString);
    assertEquals("0", result.group(2), failures);
    assertTrue(Integer.parseInt(result.group(1)) > AT_LEAST, result::group);
  }
}
