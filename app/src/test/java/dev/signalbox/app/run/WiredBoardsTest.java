package dev.signalbox.app.run;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.signalbox.app.config.Configuration;
import dev.signalbox.app.config.ConfigurationFile;
import dev.signalbox.boards.HubSettings;
import dev.signalbox.core.engine.Board;
import dev.signalbox.core.model.Link;
import dev.signalbox.core.model.PartAddress;
import dev.signalbox.core.model.SavedSettings;
import dev.signalbox.core.model.Switch;
import dev.signalbox.hardware.fake.FakeChip;
import dev.signalbox.hardware.fake.FakeKernel;
import dev.signalbox.hardware.gpio.GpioChips;
import dev.signalbox.hardware.pwm.SoftPwmSettings;
import dev.signalbox.testkit.Commands;
import dev.signalbox.testkit.SteppedClock;
import dev.signalbox.testkit.SteppedHub;
import dev.signalbox.testkit.Until;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Boards out of a configuration, on a chip of the test. */
class WiredBoardsTest {
  private static final PartAddress LED = PartAddress.of("lamp", "led");

  private final FakeKernel kernel = new FakeKernel();
  private final FakeChip chip = kernel.addChip("gpiochip0", "pinctrl-bcm2711", 28);
  private final Hardware hardware =
      Hardware.of(() -> new GpioChips(kernel, kernel::paths), SoftPwmSettings.DEFAULT);

  WiredBoardsTest() {
    kernel.blockWaits();
  }

  @AfterEach
  void close() {
    hardware.close();
  }

  private SteppedHub hub(String boards) {
    return SteppedHub.of(new SteppedClock(), boards(boards), SavedSettings.NONE);
  }

  private List<Board> boards(String boards) {
    Configuration configuration =
        assertInstanceOf(
                ConfigurationFile.Fine.class,
                ConfigurationFile.read("test", ("boards:\n" + boards).getBytes(UTF_8)))
            .configuration();
    BoardFactory factory =
        new BoardFactory(
            new HubSettings("", Instant.EPOCH), new HubFigures(), Path.of(""), hardware);
    return configuration.boards().stream().map(factory::board).toList();
  }

  private static String link(SteppedHub hub, String board) {
    return switch (hub.board(board).info().link()) {
      case Link.Online _ -> "online";
      case Link.Offline(long _, String reason) -> reason;
    };
  }

  /** Waits for what the hardware's threads find. */
  private static void awaitLink(SteppedHub hub, String board, String said) {
    Until.holds(
        board + " is " + said,
        () -> {
          hub.step(Duration.ofSeconds(1));
          return link(hub, board).contains(said);
        });
  }

  @Test
  void led_onALine_isSwitched_andOffAtTheEnd() {
    try (SteppedHub hub = hub("  lamp: {kind: toggle, led: {gpio: {line: 5}}}\n")) {
      assertEquals("signalbox lamp/led", chip.line(5).consumer());
      assertFalse(chip.line(5).isHigh());

      hub.submit(Commands.toggle(LED));
      assertTrue(chip.line(5).isHigh());
    }
    assertFalse(chip.line(5).isUsed());
    assertEquals(2, chip.line(5).edges().size(), "on and off");
  }

  @ParameterizedTest
  @CsvSource({"keep, 0", "off, 1"})
  void led_thatIsLitWhileItsLineIsLow_endsAsConfigured(String onStop, int edges) {
    String lamp =
        "  lamp: {kind: toggle, led: {lit: true, gpio: {line: 5, activeLow: true, onStop: "
            + onStop
            + "}}}\n";
    try (SteppedHub _ = hub(lamp)) {
      assertTrue(chip.line(5).isUsed());
      assertEquals(List.of(), chip.line(5).edges(), "lit from the first moment");
    }
    assertFalse(chip.line(5).isUsed());
    assertEquals(edges, chip.line(5).edges().size());
  }

  @Test
  void switch_onALine_isNoSimulatedOne() {
    try (SteppedHub hub = hub("  lamp: {kind: toggle, switch: {gpio: {line: 0}}}\n")) {
      assertFalse(hub.part(PartAddress.of("lamp", "switch"), Switch.class).simulated());
      Until.holds("the line is taken", () -> chip.line(0).isUsed());
      assertEquals("signalbox lamp/switch", chip.line(0).consumer());
    }
    Until.holds("the line is let go", () -> !chip.line(0).isUsed());
  }

  @Test
  void outputs_ofWhichOneIsInUse_takeTheBoardOffline_andTheOthersWork() {
    chip.line(17).named("GPIO17").occupy("somebody");
    String yard =
        """
          yard:
            kind: outputs
            outputs:
              a: {pin: 1, active: true, gpio: {line: GPIO17}}
              b: {pin: 2, active: true, gpio: {line: 18}}
              c: {pin: 3, active: true}
          free: {kind: toggle}
        """;
    try (SteppedHub hub = hub(yard)) {
      Until.holds("the free line is on", () -> chip.line(18).isHigh());
      awaitLink(hub, "yard", "'somebody'");
      assertEquals("online", link(hub, "free"));

      chip.line(17).free();
      awaitLink(hub, "yard", "online");
      assertTrue(chip.line(17).isHigh());
    }
    assertFalse(chip.line(17).isUsed());
    assertFalse(chip.line(18).isHigh());
  }

  @Test
  void display_onTwoLines_hasThem_andIsOfflineWithoutAcknowledge() {
    String till = "  till: {kind: counter, display: {tm1637: {clk: 22, dio: 21, bitTime: 2us}}}\n";
    try (SteppedHub hub = hub(till)) {
      awaitLink(hub, "till", "no acknowledge");
      assertEquals("signalbox till/display", chip.line(22).consumer());
      assertEquals("signalbox till/display", chip.line(21).consumer());
    }
    Until.holds("the lines are let go", () -> !chip.line(22).isUsed());
  }

  @Test
  void display_onOneLineTwice_saysSo() {
    chip.line(22).named("GPIO22");
    try (SteppedHub hub =
        hub("  till: {kind: counter, display: {tm1637: {clk: 22, dio: GPIO22}}}\n")) {
      awaitLink(hub, "till", "CLK 22 and DIO GPIO22 are one and the same line");
    }
  }

  @Test
  void chip_thatIsNotThere_takesTheBoardOffline() {
    String lamp = "  lamp: {kind: toggle, led: {gpio: {chip: gpiochip7, line: 5}}}\n";
    try (SteppedHub hub = hub(lamp)) {
      assertTrue(link(hub, "lamp").contains("/dev/gpiochip7"), link(hub, "lamp"));
    }
  }

  @Test
  void consumer_ofALongId_isCut() {
    String id = "a-board-with-quite-a-long-id";
    try (SteppedHub _ = hub("  " + id + ": {kind: toggle, led: {gpio: {line: 5}}}\n")) {
      assertEquals("signalbox a-board-with-quite-a-", chip.line(5).consumer());
    }
  }

  @Test
  void boards_thatAreCounted_touchNothing() {
    Configuration configuration =
        assertInstanceOf(
                ConfigurationFile.Fine.class,
                ConfigurationFile.read(
                    "test",
                    "boards: {lamp: {kind: toggle, led: {gpio: {line: 5}}}}".getBytes(UTF_8)))
            .configuration();

    assertEquals(2, BoardFactory.countParts(configuration.boards()));
  }
}
