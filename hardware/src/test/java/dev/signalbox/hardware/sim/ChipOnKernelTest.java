package dev.signalbox.hardware.sim;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.signalbox.core.engine.DriverFault;
import dev.signalbox.hardware.gpio.Bias;
import dev.signalbox.hardware.gpio.Drive;
import dev.signalbox.hardware.gpio.Edges;
import dev.signalbox.hardware.gpio.GpioChip;
import dev.signalbox.hardware.gpio.GpioChips;
import dev.signalbox.hardware.gpio.LineAddress;
import dev.signalbox.hardware.gpio.LineConfig;
import dev.signalbox.hardware.gpio.LineInfo;
import dev.signalbox.hardware.gpio.LinePlace;
import dev.signalbox.hardware.gpio.LinesRequest;
import dev.signalbox.testkit.SimChip;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What a real kernel tells of chips and lines. */
@Tag("gpio-sim")
class ChipOnKernelTest {
  private static final LineConfig.Input INPUT = LineConfig.Input.plain();

  private final GpioChips chips = GpioChips.ofThisMachine();
  private final SimChip sim = SimChip.of(8, Map.of(3, "GPIO17", 4, "SAME", 5, "SAME"));

  @AfterEach
  void remove() {
    sim.close();
  }

  private LineInfo used(int line, LineConfig as) {
    try (GpioChip chip = chips.open(sim.name());
        var _ = chip.request(new LinesRequest("a test", List.of(line), List.of(as)))) {
      return chip.line(line);
    }
  }

  private static String refusal(Runnable call) {
    return String.valueOf(assertThrows(DriverFault.class, call::run).getMessage());
  }

  @Test
  void chip_opened_saysWhatItIs() {
    try (GpioChip chip = chips.open(sim.name())) {
      assertEquals(sim.name(), chip.info().name());
      assertEquals(sim.label(), chip.info().label());
      assertEquals(8, chip.info().lines());
      assertEquals(8, chip.lines().size());
    }
  }

  @Test
  void chip_isAmongThoseThere_untilItIsRemoved() {
    assertTrue(chips.paths().contains(sim.path()));
    sim.unplug();
    assertFalse(chips.paths().contains(sim.path()));
    sim.plugIn();
  }

  @Test
  void chip_isFoundByPathNumberAndLabel() {
    String number = sim.name().substring("gpiochip".length());
    for (String way : List.of(sim.path(), number, sim.label())) {
      try (GpioChip chip = chips.open(way)) {
        assertEquals(sim.label(), chip.info().label(), way);
      }
    }
  }

  @Test
  void chip_notThere_isSaidSo() {
    assertEquals(
        "/dev/gpiochip99: there is no such chip; `signalbox gpio detect` lists those there are",
        refusal(() -> chips.open("gpiochip99")));
  }

  @Test
  void device_otherThanChip_isSaidSo() {
    assertEquals("/dev/null: not a GPIO chip", refusal(() -> chips.open("/dev/null")));
  }

  @Test
  void line_byItsName_isFoundOnAnyChip() {
    try (SimChip other = SimChip.of(40, Map.of(39, "LAST"))) {
      assertEquals(new LinePlace(sim.path(), 3), chips.find(LineAddress.of("GPIO17")));
      assertEquals(new LinePlace(other.path(), 39), chips.find(LineAddress.of("LAST")));
    }
  }

  @Test
  void line_nameOfTwo_isRefused() {
    String path = sim.path();
    assertEquals(
        "several lines are called 'SAME': 4 on %s, 5 on %s; name one by its chip and number"
            .formatted(path, path),
        refusal(() -> chips.find(LineAddress.of("SAME"))));
  }

  @Test
  void line_beyondTheChip_isRefused() {
    assertEquals(
        sim.name() + " has the lines 0 to 7; there is no 8",
        refusal(() -> chips.find(LineAddress.of(sim.name(), "8"))));
  }

  @Test
  void line_unused_isAnInputOfNobody() {
    try (GpioChip chip = chips.open(sim.name())) {
      assertEquals(new LineInfo(3, "GPIO17", "", false, INPUT), chip.line(3));
    }
  }

  @Test
  void line_asInput_isToldAsItWasRequested() {
    LineConfig.Input input =
        new LineConfig.Input(Bias.PULL_UP, Edges.BOTH, Duration.ofMillis(5), true);
    assertEquals(new LineInfo(3, "GPIO17", "a test", true, input), used(3, input));
  }

  @Test
  void line_withEachBias_isToldAsItWasRequested() {
    for (Bias bias : Bias.values()) {
      assertEquals(INPUT.with(bias), used(0, INPUT.with(bias)).config());
    }
  }

  @Test
  void line_withEachKindOfEdges_isToldAsItWasRequested() {
    for (Edges edges : Edges.values()) {
      assertEquals(INPUT.with(edges), used(0, INPUT.with(edges)).config());
    }
  }

  @Test
  void line_drivenEachWay_isToldAsItWasRequested() {
    for (Drive drive : Drive.values()) {
      LineConfig.Output output = new LineConfig.Output(drive, Bias.PULL_UP, false, true);
      assertEquals(output, used(0, output).config());
    }
  }

  @Test
  void line_givenBack_isFreeAgain() {
    used(3, INPUT);
    try (GpioChip chip = chips.open(sim.name())) {
      assertFalse(chip.line(3).used());
    }
  }
}
