package dev.signalbox.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The page knows whether what it shows is still so. */
class ConnectionOnPageTest {
  private static final String STATE = "document.body.dataset.connection";
  private static final String IS_STALE = "['lost', 'retrying'].includes(" + STATE + ")";
  private static final String LOOK = "getComputedStyle(document.querySelector('.board')).color";
  private static final String NOTICE = "document.querySelector('.notice')?.innerText ?? ''";
  private static final String YARD_NAME =
      "document.querySelector(\"sb-board[data-board='yard'] h2 .text\").textContent";
  private static final long SOON_MS = 2_000;

  @RegisterExtension final Stage stage = new Stage();

  @Test
  void page_hubKilled_looksStaleAtOnce() throws Exception {
    HubProcess hub = stage.hub();
    Page page = stage.page(hub);
    String live = page.read(LOOK);
    assertEquals("", page.read(NOTICE));

    hub.end("KILL");
    page.until(IS_STALE, SOON_MS);
    assertNotEquals(live, page.read(LOOK));
    page.until(NOTICE + ".startsWith('Lost at ')");
    assertTrue(page.read(NOTICE).contains("What you see is the last that was known."));
    String counted = page.read(Page.shown("counter/counter", "value"));
    page.click(Page.control("toggle/led", "lit") + " button");
    page.until("document.querySelector(\"" + Page.part("toggle/led") + " .problem\") !== null");
    assertEquals(counted, page.read(Page.shown("counter/counter", "value")));
    assertEquals("0", page.read(Page.shown("toggle/led", "lit")));
  }

  @Test
  void page_hubBackWithOtherState_showsThatByItself() throws Exception {
    HubProcess hub = stage.hub();
    Api.of(hub).set("yard", "{\"name\":\"Old yard\"}");
    Api.of(hub).set("counter/counter", "{\"value\":5000}");
    Page page = stage.page(hub);
    page.until(YARD_NAME + " === 'Old yard'");
    hub.end("KILL");
    page.until(IS_STALE, SOON_MS);

    HubProcess again = stage.hub("--port", Integer.toString(hub.port()));
    Api.of(again).set("yard/out4", "{\"active\":true,\"brightness\":40}");
    page.untilLive();

    page.until(YARD_NAME + " === 'Yard lights'");
    page.until(Page.shown("yard/out4", "lit") + " === '40'");
    page.until(Page.shown("counter/counter", "value") + " < 1000");
    assertEquals("", page.read(NOTICE));
  }

  @Test
  void page_hubStandsStill_isNotLiveUntilItMovesAgain() throws Exception {
    HubProcess hub = stage.hub("--config", withHeartbeatOfOneSecond().toString());
    Page page = stage.page(hub);

    hub.signal("STOP");
    page.until(STATE + " !== 'live'");
    assertTrue(page.read(NOTICE).contains("What you see is the last that was known."));

    hub.signal("CONT");
    page.untilLive();
    String counted = page.read(Page.shown("counter/counter", "value"));
    page.until(Page.shown("counter/counter", "value") + " > " + counted);
  }

  private Path withHeartbeatOfOneSecond() throws Exception {
    Path folder = stage.folder();
    Program.run(folder, "init");
    Path file = folder.resolve("signalbox.yaml");
    String text = Files.readString(file);
    assertTrue(text.contains("  #heartbeat: 15s"));
    return Files.writeString(file, text.replace("  #heartbeat: 15s", "  heartbeat: 1s"));
  }

  @Test
  void page_underAForeignName_saysWhyAndChangesNothing() throws Exception {
    HubProcess hub = stage.hub();
    Doc toggle = Api.of(hub).at("toggle");
    Page page =
        stage
            .browser("--host-resolver-rules=MAP evil.test 127.0.0.1")
            .open(URI.create("http://evil.test:" + hub.port() + "/"));

    page.until(IS_STALE);
    page.until(NOTICE + ".includes('evil.test')");
    Object status =
        page.later(
            """
            const json = { "Content-Type": "application/json" };
            const ask = { method: "POST", headers: json };
            fetch("/v1/boards/toggle/parts/led/toggle", ask).then(({ status }) => done(status));
            """);
    assertEquals(403L, status);
    assertEquals(toggle, Api.of(hub).at("toggle"));
  }
}
