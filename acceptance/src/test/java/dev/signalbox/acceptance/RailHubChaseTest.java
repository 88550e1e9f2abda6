package dev.signalbox.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.openqa.selenium.Keys;

/**
 * Two pages on one RailHub board and one script: all see the same, step by step, through a chase.
 *
 * <p>Each of the three keeps what it shows, whenever that becomes another: a page the place of the
 * lamp that is lit in its document (in the group and among the outputs, where it has to be the
 * same), the script what it prints. With it goes the {@code uptime} of the frame, by which the hub
 * tells when it sent it. All three are there before the chase is.
 *
 * <p>Asserted is that the three lists are the same from the first step to the last: no step that
 * only one saw, none twice, none in another order, and each of the same frame. They can be asked to
 * be that exact because each gets every frame, however late: a frame is left out only for someone
 * who has not read for hundreds of them. What a busy machine can do is to let the hub itself come
 * too late for a step; then that step is in none of the lists, and it must be time that is missing,
 * not the step ({@link StepsShown#assertInTime}).
 */
class RailHubChaseTest {
  private static final int INTERVAL_MS = 300;
  private static final int MEMBERS = 4;
  private static final int STEPS = 14;
  private static final int PATIENCE_MS = 25_000;
  private static final Path SCREENSHOT = Path.of("target", "screenshots", "railhub-chase.png");

  /** Keeps {@code shown}, by what the page has drawn once it is done with a frame. */
  private static final String RECORD =
      """
      window.shown = [];
      let uptime;
      window.WebSocket = class extends WebSocket {
        constructor(...given) {
          super(...given);
          this.addEventListener("message", ({ data }) => { uptime = JSON.parse(data).uptime; });
        }
      };
      const lit = (list) => [...document.querySelectorAll(list + " .lamp")]
        .flatMap((lamp, place) => lamp.classList.contains("on") ? [place] : []).join("+");
      let last = "";
      const look = () => {
        const inGroup = lit("#groups"), ofOutputs = lit("#outputs");
        const now = inGroup === ofOutputs ? inGroup : `${inGroup} but ${ofOutputs}`;
        if (now !== last) shown.push(`step ${uptime}: ${now}`);
        last = now;
      };
      new MutationObserver(look)
        .observe(document, { subtree: true, childList: true, attributeFilter: ["class"] });
      """;

  /** Prints what of the group and of its first output becomes another; asks what it is told. */
  private static final String SCRIPT =
      """
      import json, sys, threading
      sys.path.insert(0, sys.argv[2])
      from railhub import RailHub

      class Printer(RailHub):
          shown = {}

          def show(self, what, value, line):
              if self.shown.get(what) != value:
                  print(line, flush=True)
              self.shown[what] = value

          def on_status(self, status):
              groups = status["chasingGroups"]
              self.show("groups", len(groups), f"{len(groups)} groups")
              for group in groups:
                  name, step = group["name"], group["currentStep"]
                  self.show("name", name, f"name: {name}")
                  self.show("step", step, f"step {status['uptime']}: {step}")
              brightness = status["outputs"][0]["brightness"]
              self.show("brightness", brightness, f"brightness: {brightness}")

      hub = Printer(sys.argv[1])
      ask = lambda: [hub.ask(**json.loads(line)) for line in sys.stdin]
      threading.Thread(target=ask, daemon=True).start()
      hub.run()
      """;

  @RegisterExtension final Stage stage = new Stage();

  @Test
  void chase_twoPagesAndAScript_showTheSameSteps() throws Exception {
    RailHubYard yard = new RailHubYard(stage);
    Api hub = Api.of(yard.start());
    Page first = page(yard);
    Page second = page(yard);
    Script script = script(yard);
    script.says("0 groups");

    create(first);
    List<Page> pages = List.of(first, second);
    for (Page page : pages) {
      until(page, "shown.length >= " + STEPS);
    }
    for (int i = 0; i < STEPS; i++) {
      script.saysFrom("step ");
    }
    keepScreenshot(second);
    assertTrue(hub.at("yard").at("parts").names().contains("chase0"));

    StepsShown printed = StepsShown.of(script.said()).first(STEPS);
    printed.assertInTime(MEMBERS, INTERVAL_MS);
    for (Page page : pages) {
      List<String> lines = page.read("shown.join('\\n')").lines().limit(STEPS).toList();
      assertEquals(printed, StepsShown.of(lines), () -> "a page shows " + lines);
    }

    changesAreShownByAll(first, second, script);
    assertFalse(hub.at("yard").at("parts").names().contains("chase0"));
    for (Page page : pages) {
      assertEquals(List.of(), page.complaints());
    }
  }

  private static void changesAreShownByAll(Page first, Page second, Script script)
      throws Exception {
    String name = "document.querySelector('#groups input.name').value";
    String brightness = "document.querySelector('#outputs .card output').textContent";
    String level = "document.querySelector('#groups .lamp').style.getPropertyValue('--level')";

    second
        .find("#groups input.name")
        .sendKeys(Keys.chord(Keys.CONTROL, "a"), "Landing lights", Keys.ENTER);
    until(first, name + " === 'Landing lights'");
    until(second, name + " === 'Landing lights'");
    script.says("name: Landing lights");

    script.tell("{\"api\":\"control\",\"pin\":4,\"active\":false,\"brightness\":30}");
    script.says("brightness: 30");
    for (Page page : List.of(first, second)) {
      until(page, brightness + " === '30 %' && " + level + " === '30'");
    }

    first.click("#groups button");
    script.says("0 groups");
    for (Page page : List.of(first, second)) {
      until(page, "document.querySelector('#groups .card, .lamp.on') === null");
    }
  }

  private Page page(RailHubYard yard) throws Exception {
    Page page = stage.browser().before(RECORD).open(yard.page());
    until(page, "document.querySelectorAll('#outputs .card').length === 8");
    return page;
  }

  private Script script(RailHubYard yard) throws Exception {
    ProcessBuilder python =
        new ProcessBuilder(
            Program.required("signalbox.python"),
            "-c",
            SCRIPT,
            yard.socket(),
            Example.FOLDER.toString());
    python.environment().put("PYTHONDONTWRITEBYTECODE", "1");
    return stage.script(python);
  }

  /** Makes a group of the first outputs, as people do on the page. */
  private static void create(Page page) {
    for (int i = 1; i <= MEMBERS; i++) {
      page.click("#picks button:nth-child(" + i + ")");
    }
    page.find("#new-name").sendKeys("Runway");
    until(page, "document.getElementById('new-ms').value === '" + INTERVAL_MS + "'");
    page.click("#make .main");
  }

  private static void keepScreenshot(Page page) throws Exception {
    page.resize(1400, 1000);
    Files.createDirectories(SCREENSHOT.getParent());
    Files.write(SCREENSHOT, page.screenshot());
  }

  private static void until(Page page, String condition) {
    page.until(condition, PATIENCE_MS);
  }
}
