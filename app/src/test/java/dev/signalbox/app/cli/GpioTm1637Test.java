package dev.signalbox.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.signalbox.app.cli.GpioRig.Ended;
import dev.signalbox.app.gpio.PluggedDisplay;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** By the real clock: two and a half seconds for what is shown before it counts. */
@Timeout(120)
class GpioTm1637Test {
  private static final String SEGMENTS =
      "Each segment, on all digits: A to G, then the points or the colon.\n";

  private final GpioRig rig = new GpioRig();
  private final PluggedDisplay display =
      new PluggedDisplay(rig.header.line(22), rig.header.line(21));

  private Ended tm1637(String more) {
    return rig.gpio(("test tm1637 --clk 22 --dio 21 --bit-time 2us" + more).split(" ", -1));
  }

  @Test
  void display_thatIsWell_isSaidToBe() {
    assertEquals(
        new Ended(
            0,
            SEGMENTS
                + """
                All segments, from the least brightness to the full one.
                Counting for 1ms.
                The display acknowledged everything; it is made dark.
                """,
            ""),
        tm1637(" --for 1ms"));
    assertEquals(List.of(0x80), display.messages().getLast());
    assertFalse(rig.header.line(22).isUsed());
  }

  @Test
  void display_thatIsSilent_fails() {
    display.plug(false);
    rig.stop.complete(130);

    Ended ended = tm1637("");
    assertEquals(1, ended.code());
    assertEquals(SEGMENTS, ended.out());
    assertEquals(
        """
        TM1637 (CLK 22, DIO 21): no acknowledge; check its wires and its power,\
         or set 'acknowledge: ignore' if it never gives one
        1 of 1 writes to the display failed.
        """,
        ended.err());
  }

  @Test
  void display_thatNeverAcknowledges_canBeTriedEvenSo() {
    display.plug(false);
    rig.stop.complete(130);

    Ended ended = tm1637(" --acknowledge ignore --drive open-drain --chip 1");
    assertEquals(130, ended.code());
    assertTrue(ended.out().contains("whether it arrived was not asked"), ended.out());
    assertEquals("", ended.err());
    assertEquals(List.of(0xC0, 1, 1, 1, 1), display.messages().get(1));
  }

  @Test
  void lines_thatCanNotBeHad_areSaid() {
    rig.header.line(21).occupy("i2c");

    assertEquals(new Ended(1, "", "gpiochip1: line 21 is in use by 'i2c'\n"), tm1637(""));
    assertEquals(1, rig.gpio("test", "tm1637", "--clk=22", "--dio=GPIO99").code());
    rig.other.line(0).named("ZERO");
    assertEquals(
        new Ended(
            1,
            "",
            "CLK 22 and DIO ZERO must be lines of one chip, not of /dev/gpiochip1 and"
                + " /dev/gpiochip0\n"),
        rig.gpio("test", "tm1637", "--clk=22", "--dio=ZERO"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--clk 22",
        "--dio 21",
        "--clk 22 --dio 22",
        "--clk GPIO17 --dio 17",
        "--clk 22 --dio 21 --bit-time 1us",
        "--clk 22 --dio 21 --bit-time 21ms",
        "--clk 22 --dio 21 --drive open-source",
        "--clk 22 --dio 21 --acknowledge maybe",
        "--clk 22 --dio 21 --for 0s",
        "--clk 22 --dio 21 5"
      })
  void arguments_thatAreWrong_areAnUsageError(String arguments) {
    Ended ended = rig.gpio(("test tm1637 " + arguments).split(" ", -1));

    assertEquals(2, ended.code(), ended.toString());
    assertEquals("", ended.out());
    assertTrue(ended.err().endsWith("Try 'signalbox gpio test tm1637 --help'.\n"), ended.err());
    assertEquals(List.of(), display.messages());
  }
}
