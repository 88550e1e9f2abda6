package dev.signalbox.acceptance;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The example page, in a browser and from a web server that is not the hub. */
class ExamplePageTest {
  private static final String LINK = "document.getElementById('link').textContent";
  private static final String NOTE = "document.getElementById('note').textContent";
  private static final int PATIENCE_MS = 25_000;

  @RegisterExtension final Stage stage = new Stage();

  @Test
  void page_changesHereAndElsewhere_areShown() throws Exception {
    URI files = stage.files(Example.FOLDER);
    RailHubYard yard = new RailHubYard(stage, origin(files));
    Api hub = Api.of(yard.start());
    Page page = open(files, yard.socket());
    until(page, LINK + " === 'Connected'");
    until(page, "document.getElementById('name').textContent === 'Yard lights'");
    until(page, "document.querySelectorAll('#outputs li').length === 8");

    hub.set("yard/out2", "{\"name\":\"Lamp\",\"active\":true,\"brightness\":40}");
    until(page, output(2) + " === 'Lamp: on, 40 %'");

    page.click("#outputs li:nth-child(4) button");
    until(page, output(4) + ".endsWith(': on, 100 %')");
    assertTrue(hub.at("yard/out4").at("active").flag());
    page.click("#outputs li:nth-child(4) button");
    until(page, output(4) + ".endsWith(': off')");
    until(page, NOTE + " === ''");
  }

  @Test
  void page_hubStoppedAndStartedAgain_isBackByItself() throws Exception {
    URI files = stage.files(Example.FOLDER);
    RailHubYard yard = new RailHubYard(stage, origin(files));
    HubProcess hub = yard.start();
    Api.of(hub).set("yard/out1", "{\"name\":\"Kept\",\"active\":true,\"brightness\":40}");
    Page page = open(files, yard.socket());
    until(page, output(1) + " === 'Kept: on, 40 %'");

    hub.end("TERM");
    until(page, LINK + " === 'Not connected; trying again'");
    page.click("#outputs li:nth-child(1) button");
    until(page, NOTE + " === 'not connected'");

    hub = yard.start();
    Api.of(hub).set("yard/out3", "{\"name\":\"New\",\"active\":true,\"brightness\":70}");
    until(page, LINK + " === 'Connected'");
    until(page, output(3) + " === 'New: on, 70 %'");
    until(page, output(1) + " === 'Kept: on, 40 %'");
    until(page, NOTE + " === ''");
    page.click("#outputs li:nth-child(3) button");
    until(page, output(3) + " === 'New: off'");
  }

  @Test
  void page_addressThatIsNone_tellsTheUsage() throws Exception {
    Page page = open(stage.files(Example.FOLDER), "127.0.0.1:99999");
    until(page, LINK + " === 'Usage: railhub.html?hub=HOST:PORT'");
  }

  private Page open(URI files, String hub) throws Exception {
    return stage.browser().open(files.resolve("railhub.html?hub=" + hub));
  }

  private static void until(Page page, String condition) {
    page.until(condition, PATIENCE_MS);
  }

  private static String origin(URI files) {
    return files.getScheme() + "://" + files.getAuthority();
  }

  /** An expression: what the page says of an output, from 1. */
  private static String output(int number) {
    return "(document.querySelector('#outputs li:nth-child(%d) span')?.textContent ?? '')"
        .formatted(number);
  }
}
