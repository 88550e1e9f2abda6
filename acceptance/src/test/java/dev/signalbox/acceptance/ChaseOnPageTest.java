package dev.signalbox.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.openqa.selenium.Keys;

/** A chase from its making to its end, on one page, and how another page follows. */
class ChaseOnPageTest {
  private static final String MAKER = "[data-board='yard'] [data-make='chase']";
  private static final String CHASE = Page.part("yard/chase1");
  private static final String RUNNING = Page.control("yard/chase1", "running") + " button";

  @RegisterExtension final Stage stage = new Stage();

  private HubProcess hub;
  private Page page;
  private Page other;

  @BeforeEach
  void openPages() throws Exception {
    hub = stage.hub();
    page = stage.page(hub);
    other = stage.page(hub);
  }

  @Test
  void chase_madeRunRenamedStoppedRemoved_isFollowedByTheOtherPage() throws Exception {
    make();
    run();
    rename();
    stop();
    remove();
    assertEquals(List.of(), page.complaints());
    assertEquals(List.of(), other.complaints());
  }

  private void make() throws Exception {
    page.click(MAKER + " .make");
    page.find(MAKER + " input[name=name]").sendKeys("Runway");
    page.click(MAKER + " [data-choice=out6]");
    page.click(MAKER + " [data-choice=out2]");
    page.click(MAKER + " .main-button");

    other.until(exists(CHASE));
    page.until(exists(CHASE));
    Doc chase = Api.of(hub).at("yard/chase1");
    assertEquals("Runway", chase.at("name").text());
    assertEquals(List.of("out6", "out2"), chase.at("members").items());
    assertTrue(other.find(CHASE).getText().contains("Runway"));
  }

  private void run() {
    if (!Boolean.parseBoolean(page.read(Page.isOn("yard/chase1", "running")))) {
      page.click(RUNNING);
    }
    other.until(Page.isOn("yard/chase1", "running"));
    for (String output : List.of("yard/out6", "yard/out2")) {
      other.until(Page.shown(output, "lit") + " === '100'");
      other.until(Page.shown(output, "lit") + " === '0'");
    }
  }

  private void rename() {
    String name = Page.control("yard/chase1", "name");
    page.click(name + " button");
    page.actions().sendKeys("Taxiway", Keys.ENTER).perform();
    other.until("document.querySelector(\"" + name + " .text\").textContent === 'Taxiway'");
  }

  private void stop() throws Exception {
    page.click(RUNNING);
    other.until("!(" + Page.isOn("yard/chase1", "running") + ")");
    other.until(Page.shown("yard/out6", "lit") + " === '0'");
    other.until(Page.shown("yard/out2", "lit") + " === '0'");
    assertEquals(false, Api.of(hub).at("yard/chase1").at("running").flag());
  }

  private void remove() throws Exception {
    page.click(CHASE + " .icon-button");
    page.click(CHASE + " .danger");
    other.until("!(" + exists(CHASE) + ")");
    page.until("!(" + exists(CHASE) + ")");
    assertEquals(404, Api.of(hub).ask("GET", "v1/boards/yard/parts/chase1", "").status());
  }

  private static String exists(String selector) {
    return "document.querySelector(\"" + selector + "\") !== null";
  }
}
