package dev.signalbox.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.signalbox.app.cli.GpioRig.Ended;
import dev.signalbox.hardware.kernel.Errno;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class GpioGetTest {
  private static final String WOULD_CHANGE =
      "gpiochip1 line 17 (GPIO17) is an output and would become an input; say --input if it may\n";

  private final GpioRig rig = new GpioRig();

  @Test
  void values_areToldByTheNamesThatWereAsked() {
    rig.gpio17.drive(true);

    assertEquals(new Ended(0, "GPIO27=0\n17=1\n3=0\n", ""), rig.gpio("get", "GPIO27", "17", "3"));
    assertEquals(new Ended(0, "0 1\n", ""), rig.gpio("get", "--numeric", "GPIO27", "GPIO17"));
    assertFalse(rig.gpio17.isUsed());
  }

  @Test
  void activeLow_turnsValuesRound() {
    rig.gpio17.drive(true);

    assertEquals("0 1\n", rig.gpio("get", "--active-low", "--numeric", "17", "27").out());
  }

  @Test
  void lines_ofSeveralChips_areReadTogether() {
    rig.other.line(1).named("WIFI").drive(true);
    rig.gpio27.drive(true);

    assertEquals("GPIO27=1\nWIFI=1\n17=0\n", rig.gpio("get", "GPIO27", "WIFI", "17").out());
    assertEquals("1=1\n0=0\n", rig.gpio("get", "--chip", "gpiochip0", "1", "0").out());
  }

  @Test
  void sixtyFourLines_areReadAtOnce() {
    rig.kernel.addChip("gpiochip2", "large", 65).line(63).drive(true);
    List<String> arguments = new ArrayList<>(List.of("get", "--numeric", "--chip=2"));
    for (int line = 0; line < 64; line++) {
      arguments.add(Integer.toString(line));
    }

    assertEquals("0 ".repeat(63) + "1\n", rig.gpio(arguments.toArray(new String[0])).out());
    arguments.add("64");
    Ended tooMany = rig.gpio(arguments.toArray(new String[0]));
    assertEquals(2, tooMany.code());
    assertTrue(tooMany.err().contains("must be 1 to 64"), tooMany.err());
  }

  @Test
  void bias_holdsAnInput() {
    assertEquals("17=1\n", rig.gpio("get", "--bias", "pull-up", "17").out());
    assertEquals("17=0\n", rig.gpio("get", "--bias", "pull-down", "17").out());
  }

  @Test
  void output_isReadAndStaysOne() {
    rig.gpio17.leftAsOutput(true);

    assertEquals("17=1\n", rig.gpio("get", "17").out());
    assertEquals(1, rig.gpio17.edges().size());
  }

  @Test
  void output_becomesAnInputOnlyIfThatIsSaid() {
    rig.gpio17.leftAsOutput(true);
    rig.gpio17.pull(false);

    assertEquals(new Ended(1, "", WOULD_CHANGE), rig.gpio("get", "--bias=pull-down", "17"));
    assertTrue(rig.gpio17.isHigh());
    assertEquals(new Ended(0, "17=0\n", ""), rig.gpio("get", "--input", "17"));
  }

  @Test
  void line_inUse_isSaidWithItsUser() {
    rig.gpio17.leftAsOutput(true).occupy("signalbox");

    Ended expected = new Ended(1, "", "gpiochip1: line 17 (GPIO17) is in use by 'signalbox'\n");
    assertEquals(expected, rig.gpio("get", "27", "GPIO17"));
    assertEquals(expected, rig.gpio("get", "--bias=pull-up", "GPIO17"));
    assertFalse(rig.gpio27.isUsed());
  }

  @Test
  void chip_thatIsForbidden_isSaid() {
    rig.header.refuseOpen(Errno.EACCES.number());

    assertEquals(
        new Ended(1, "", "/dev/gpiochip1: permission denied; add the user to group gpio\n"),
        rig.gpio("get", "--chip", "gpiochip1", "17"));
  }

  @Test
  void names_thatAreNone_areSaid() {
    assertEquals(
        new Ended(1, "", "no GPIO chip is called 'x'; there are /dev/gpiochip0, /dev/gpiochip1\n"),
        rig.gpio("get", "--chip", "x", "17"));
    assertEquals(
        new Ended(1, "", "no line is called '-0x11 '; there are /dev/gpiochip0, /dev/gpiochip1\n"),
        rig.gpio("get", "--", "-0x11 "));
  }

  @Test
  void names_thatMeanOneLine_areAUsageError() {
    Ended same = rig.gpio("get", "17", "GPIO17");
    assertEquals(2, same.code());
    assertTrue(same.err().startsWith("'17' and 'GPIO17' are the same line\n"), same.err());
    assertTrue(rig.gpio("get", "17", "17").err().startsWith("'17' is there twice\n"));
    assertEquals(2, rig.gpio("get", " ").code());
    assertEquals(2, rig.gpio("get", "--chip=", "17").code());
  }
}
