package dev.signalbox.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The files beside the protocol. */
final class DashboardTest {
  private static final String SCRIPT = "{\"imports\":{\"lit\":\"/lit/index.js\"}}";
  private static final String PAGE =
      "<!doctype html><script type=\"importmap\">"
          + SCRIPT
          + "</script><script src=\"a.js\"></script>";

  private static final Map<String, String> FILES =
      Map.of(
          "index.html", PAGE,
          "dashboard/app.js", "export {}",
          "style.css", "body {}",
          "lit/index.html", "<p>",
          "file", "?");

  private static final List<String> ASKED = new CopyOnWriteArrayList<>();

  private static ServedHub hub;
  private static HubServer server;

  @BeforeAll
  static void start() throws CannotListenException {
    hub = new ServedHub();
    StaticFiles files =
        path -> {
          ASKED.add(path);
          return Optional.ofNullable(FILES.get(path))
              .map(text -> text.getBytes(StandardCharsets.UTF_8));
        };
    ServerSettings settings = ServedHub.settings(ServedHub.generous());
    server = HubServer.start(hub.engine(), settings, files, "test", Mounts.NONE);
  }

  @AfterAll
  static void stop() {
    server.close();
    hub.close();
  }

  private static Answer ask(Ask ask) {
    return RawHttp.ask(server.port(), ask);
  }

  @Test
  void page_atItsFolder() throws NoSuchAlgorithmException {
    Answer page = ask(Ask.get("/")).expect(200);
    assertEquals(PAGE, page.body());
    assertEquals(PAGE, ask(Ask.get("/index.html")).body());
    assertEquals("<p>", ask(Ask.get("/lit/")).body());
    assertEquals(Optional.of("text/html; charset=utf-8"), page.header("content-type"));
    byte[] hash =
        MessageDigest.getInstance("SHA-256").digest(SCRIPT.getBytes(StandardCharsets.UTF_8));
    String policy = page.header("content-security-policy").orElseThrow();
    String scripts = "script-src 'self' 'sha256-" + Base64.getEncoder().encodeToString(hash) + "';";
    assertTrue(policy.contains(scripts), policy);
    assertTrue(policy.startsWith("default-src 'self';"), policy);
    assertFalse(policy.contains("unsafe-eval"), policy);
    assertEquals(Optional.of("DENY"), page.header("x-frame-options"));
    assertEquals(Optional.of("nosniff"), page.header("x-content-type-options"));
  }

  @Test
  void file_byItsEnding() {
    for (String pair :
        List.of(
            "/dashboard/app.js text/javascript; charset=utf-8",
            "/style.css text/css; charset=utf-8",
            "/file application/octet-stream")) {
      String[] halves = pair.split(" ", 2);
      Answer file = ask(Ask.get(halves[0])).expect(200);
      assertEquals(Optional.of(halves[1]), file.header("content-type"));
      assertFalse(file.headers().containsKey("content-security-policy"));
    }
  }

  @Test
  void file_known() {
    Answer file = ask(Ask.get("/style.css")).expect(200);
    assertEquals(Optional.of("no-cache"), file.header("cache-control"));
    ask(Ask.get("/style.css").header("If-None-Match", file.etag())).expect(304);
    Answer head = ask(Ask.of("HEAD", "/style.css")).expect(200);
    assertEquals(Optional.of("7"), head.header("content-length"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/..",
        "/../style.css",
        "/lit/../style.css",
        "/./style.css",
        "/.git/config",
        "/lit/.hidden",
        "//style.css",
        "/style.css%00",
        "/%2e%2e/style.css",
        "/style%2ecss",
        "/a\\b",
        "/lit//index.html",
        "/a/b/c/d/e/f/g/h/i",
        "/style.css;x"
      })
  void path_noFileCanHave(String path) {
    ASKED.clear();
    ask(Ask.get(path)).problem(404, "not-found");
    assertEquals(List.of(), ASKED);
  }

  @Test
  void path_withoutFile() {
    ask(Ask.get("/nothing.js")).problem(404, "not-found");
    ask(Ask.of("POST", "/style.css")).problem(404, "not-found");
  }
}
