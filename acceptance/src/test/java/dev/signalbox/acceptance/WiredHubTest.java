package dev.signalbox.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.signalbox.testkit.SimChip;
import dev.signalbox.testkit.Until;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A hub whose boards are wired to lines of the kernel, in all that can become of them. */
@Tag("gpio-sim")
class WiredHubTest {
  private static final int SWITCH = 0;
  private static final int LED = 5;
  private static final int LAMP = 6;
  private static final int TAKEN = 7;

  private static final int MUTE_CLOCK = 3;

  /** Two displays that nobody is, one of which nothing is expected of. */
  private static final String DISPLAYS =
      """
      listeners: []
      boards:
        till:
          kind: counter
          display: {tm1637: {chip: CHIP, clk: 1, dio: 2}}
        mute:
          kind: counter
          display: {tm1637: {chip: CHIP, clk: 3, dio: 4, bitTime: 10ms, acknowledge: ignore}}
      """;

  /** One part on each line, and one that is simulated. */
  private static final String CONFIGURATION =
      """
      listeners: []
      boards:
        lamp:
          kind: toggle
          led: {gpio: {line: LED5}}
          switch: {gpio: {chip: CHIP, line: 0}}
        shed:
          kind: outputs
          outputs:
            lamp: {pin: 6, active: true, gpio: {chip: CHIP, line: 6, activeLow: true, onStop: keep}}
            sign: {pin: 19}
        busy:
          kind: toggle
          led: {gpio: {chip: CHIP, line: 7}}
        plain:
          kind: toggle
      """;

  @RegisterExtension final Stage stage = new Stage();

  private final SimChip sim = SimChip.of(8, Map.of(LED, "LED5"));

  private HubProcess hub() throws Exception {
    sim.pull(LAMP, true);
    return hub(CONFIGURATION);
  }

  private HubProcess hub(String configuration) throws Exception {
    stage.closing(sim);
    Path folder = stage.folder();
    Path config = folder.resolve("wired.yaml");
    Files.writeString(config, configuration.replace("CHIP", sim.label()));
    return stage.hub(folder, "--config", config.toString());
  }

  private static void awaitOnline(Api api, String board, boolean online) throws Exception {
    Until.holds(
        board + (online ? " is online" : " is offline"),
        () -> api.at(board).at("online").flag() == online);
  }

  private static String reason(Api api, String board) throws Exception {
    return api.at(board).at("offlineReason").text();
  }

  private static boolean isLit(Api api) throws Exception {
    return api.at("lamp/led").at("lit").flag();
  }

  private void press(Api api) throws Exception {
    boolean lit = isLit(api);
    sim.pull(SWITCH, false);
    Until.holds("the switch is pressed", () -> api.at("lamp/switch").at("pressed").flag());
    sim.pull(SWITCH, true);
    Until.holds("the switch has toggled the LED", () -> isLit(api) != lit);
  }

  @Test
  void parts_commandedOrPressed_areOnTheirLines() throws Exception {
    Api api = Api.of(hub());
    assertFalse(sim.isHigh(LED));
    assertFalse(sim.isHigh(LAMP), "active low, and on from the start");

    api.set("lamp/led", "{\"lit\":true}");
    Until.holds("the LED's line is high", () -> sim.isHigh(LED));
    api.set("shed/lamp", "{\"active\":false}");
    Until.holds("the lamp's line is high", () -> sim.isHigh(LAMP));

    press(api);
    Until.holds("the LED's line is low", () -> !sim.isHigh(LED));
    press(api);
    Until.holds("the LED's line is high", () -> sim.isHigh(LED));
  }

  @Test
  void boards_chipVanished_areOfflineUntilItIsBack() throws Exception {
    Script gpioset = stage.closing(LineHolder.taking(sim, TAKEN, "gpioset"));
    gpioset.says("taken");
    HubProcess hub = hub();
    Api api = Api.of(hub);
    awaitOnline(api, "busy", false);
    assertEquals(sim.name() + ": line 7 is in use by 'gpioset'", reason(api, "busy"));
    assertTrue(api.at("lamp").at("online").flag(), "only the board of that line is offline");
    gpioset.close();
    awaitOnline(api, "busy", true);

    api.set("lamp/led", "{\"lit\":true}");
    sim.unplug();
    awaitOnline(api, "lamp", false);
    awaitOnline(api, "shed", false);
    awaitOnline(api, "busy", false);
    Until.holds(
        "the reason is that the lines are not there",
        () -> reason(api, "lamp").contains("no line is called 'LED5'"));
    api.set("plain/led", "{\"lit\":true}");
    assertTrue(api.at("plain").at("online").flag());

    sim.plugIn();
    for (String board : List.of("lamp", "shed", "busy")) {
      awaitOnline(api, board, true);
    }
    Until.holds("the LED is lit again", () -> sim.isHigh(LED));
    assertFalse(sim.isHigh(LAMP));
    press(api);
  }

  @Test
  void lines_hubStopped_areOffOrKept() throws Exception {
    HubProcess hub = hub();
    Api api = Api.of(hub);
    api.set("lamp/led", "{\"lit\":true}");
    Until.holds("the LED's line is high", () -> sim.isHigh(LED));
    stage.closing(LineHolder.sharing(hub)).says("shares 4");

    Program.Ended ended = hub.end("TERM");
    assertEquals(List.of(), ended.err());
    assertFalse(sim.isHigh(LED), "off, as it is said");
    assertFalse(sim.isHigh(LAMP), "kept on");
  }

  @Test
  void displays_withoutAcknowledge_areOfflineUnlessThatIsIgnored() throws Exception {
    Api api = Api.of(hub(DISPLAYS));
    awaitOnline(api, "till", false);
    assertTrue(reason(api, "till").contains("no acknowledge"), reason(api, "till"));

    assertTrue(api.at("mute").at("online").flag());
    api.set("mute/counter", "{\"value\":8888}");
    for (boolean high : new boolean[] {false, true, false, true}) {
      Until.holds("the clock is seen to move", () -> sim.isHigh(MUTE_CLOCK) == high);
    }
  }
}
