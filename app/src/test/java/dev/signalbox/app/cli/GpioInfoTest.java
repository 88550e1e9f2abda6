package dev.signalbox.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.signalbox.app.cli.GpioRig.Ended;
import dev.signalbox.hardware.gpio.Bias;
import dev.signalbox.hardware.gpio.Drive;
import dev.signalbox.hardware.gpio.Edges;
import dev.signalbox.hardware.gpio.GpioChip;
import dev.signalbox.hardware.gpio.LineConfig;
import dev.signalbox.hardware.gpio.LinesRequest;
import dev.signalbox.hardware.kernel.Errno;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class GpioInfoTest {
  private final GpioRig rig = new GpioRig();

  @Test
  void lines_areListedByChip() {
    rig.other.line(0).named("LED act\u0007").occupy("");
    rig.header.vanish();

    assertEquals(
        new Ended(
            0,
            """
            gpiochip0: 'brcmvirt-gpio', 2 lines
               0  'LED act?'  in use  input
               1  -           free    input
            """,
            ""),
        rig.gpio("info"));
  }

  @Test
  void line_isListedWithAllThatItIsUsedAs() {
    LineConfig input =
        new LineConfig.Input(Bias.PULL_UP, Edges.BOTH, Duration.ofNanos(500_000), true);
    LineConfig output = new LineConfig.Output(Drive.OPEN_DRAIN, Bias.DISABLED, true, false);
    LineConfig falling =
        new LineConfig.Input(Bias.PULL_DOWN, Edges.FALLING, Duration.ofMillis(1_500), false);
    Ended ended;
    try (GpioChip chip = GpioChip.open(rig.kernel, rig.header.path());
        var _ =
            chip.request(
                new LinesRequest("hub", List.of(17, 4, 5), List.of(input, output, falling)))) {
      ended = rig.gpio("info", "1", "--line", "GPIO17", "--line", "5", "--line", "4");
    }

    assertEquals(
        new Ended(
            0,
            """
            gpiochip1: 'pinctrl-bcm2711', 28 lines
               4  -         'hub'  output, no bias, open-drain
               5  -         'hub'  input, pull-down, falling edges, debounce 1500ms
              17  'GPIO17'  'hub'  input, active low, pull-up, both edges, debounce 500us
            """,
            ""),
        ended);
  }

  @Test
  void lines_ofSeveralChips_areListedByChip() {
    assertEquals(
        new Ended(
            0,
            """
            gpiochip1: 'pinctrl-bcm2711', 28 lines
               1  -  free  input
            gpiochip0: 'brcmvirt-gpio', 2 lines
               1  -  free  input
            """,
            ""),
        rig.gpio("info", "--line=1", "pinctrl-bcm2711", "gpiochip0"));
  }

  @Test
  void what_isNotThere_isSaidAndTheRestIsListed() {
    rig.gpio27.occupy("spi0 CS0");

    assertEquals(
        new Ended(
            1,
            """
            gpiochip1: 'pinctrl-bcm2711', 28 lines
              27  'GPIO27'  'spi0 CS0'  input
            """,
            """
            no line is called 'GPIO99'; there are /dev/gpiochip0, /dev/gpiochip1
            gpiochip1 has the lines 0 to 27; there is no 28
            """),
        rig.gpio("info", "--line", "GPIO99", "--line", "28", "--line", "GPIO27"));
    assertEquals(
        new Ended(
            1,
            "gpiochip0: 'brcmvirt-gpio', 2 lines\n   0  -  free  input\n   1  -  free  input\n",
            "/dev/gpiochip7: there is no such chip; `signalbox gpio detect` lists those there"
                + " are\n"),
        rig.gpio("info", "7", "0"));
  }

  @Test
  void chip_thatIsForbidden_isSaid() {
    rig.header.refuseOpen(Errno.EACCES.number());

    Ended ended = rig.gpio("info");
    assertEquals(1, ended.code());
    assertEquals(3, ended.out().lines().count(), ended.out());
    assertEquals("/dev/gpiochip1: permission denied; add the user to group gpio\n", ended.err());
  }

  @Test
  void names_ofNothing_areAUsageError() {
    assertEquals(2, rig.gpio("info", "--line=").code());
    assertEquals(2, rig.gpio("info", "", "--line=1").code());
    assertEquals(1, rig.gpio("info", "").code());
  }
}
