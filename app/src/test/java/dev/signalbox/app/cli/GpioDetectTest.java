package dev.signalbox.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.signalbox.app.cli.GpioRig.Ended;
import dev.signalbox.hardware.kernel.Errno;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code gpio detect}, and what all commands say of a machine that has nothing for them. */
class GpioDetectTest {
  private final GpioRig rig = new GpioRig();

  @Test
  void chips_areListed() {
    rig.kernel.addChip("gpiochip2", "ex\u202etra", 1);

    assertEquals(
        new Ended(
            0,
            """
            gpiochip0: 'brcmvirt-gpio', 2 lines
            gpiochip1: 'pinctrl-bcm2711', 28 lines
            gpiochip2: 'ex\\u{202e}tra', 1 line
            """,
            ""),
        rig.gpio("detect"));
  }

  @Test
  void chip_thatIsForbidden_isSaidAndTheOthersAreListed() {
    rig.other.refuseOpen(Errno.EACCES.number());

    assertEquals(
        new Ended(
            1,
            "gpiochip1: 'pinctrl-bcm2711', 28 lines\n",
            "/dev/gpiochip0: permission denied; add the user to group gpio\n"),
        rig.gpio("detect"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"detect", "info"})
  void machineWithoutChips_isSaid(String command) {
    rig.other.vanish();
    rig.header.vanish();

    assertEquals(
        new Ended(
            1, "", "This machine has no GPIO chip: there is no /dev/gpiochip0 or the like.\n"),
        rig.gpio(command));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "detect",
        "info",
        "get 1",
        "set 1=1",
        "watch 1",
        "test tm1637 --clk 1 --dio 2",
      })
  void machineThatIsNoLinux_isSaidByEveryCommand(String command) {
    rig.unsuitable("Hardware needs a 64-bit Linux; this is Mac OS X on aarch64.");

    assertEquals(
        new Ended(1, "", "Hardware needs a 64-bit Linux; this is Mac OS X on aarch64.\n"),
        rig.gpio(command.split(" ", -1)));
  }
}
