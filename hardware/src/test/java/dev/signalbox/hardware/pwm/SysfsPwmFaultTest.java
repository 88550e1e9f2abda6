package dev.signalbox.hardware.pwm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.signalbox.core.engine.DriverFault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A PWM channel of the kernel when something is wrong with it. */
class SysfsPwmFaultTest {
  private static final Duration SECOND = Duration.ofSeconds(1);

  private final Path root;
  private final SysfsRig rig;
  private final FakeSysfs sysfs;
  private int told;

  SysfsPwmFaultTest(@TempDir Path root) {
    this.root = root;
    rig = new SysfsRig(root);
    sysfs = rig.sysfs;
  }

  @Test
  void chip_thatIsMissing_isAFaultUntilItIsThere() {
    sysfs.unplug();
    SysfsPwm pwm = rig.running(SysfsRig.LINEAR, 30);
    pwm.onFaultChange(() -> told++);

    assertFault(pwm, root.resolve("pwmchip0") + ": no such PWM chip; on a Raspberry Pi");
    rig.pass(pwm, SECOND.multipliedBy(3));
    assertEquals(0, told, "the same is no news");

    sysfs.plugIn();
    rig.pass(pwm, SECOND);
    assertEquals(Optional.empty(), pwm.fault());
    assertEquals(1, told, "that it is gone");
    assertEquals("300000/1000000 normal", sysfs.line(1));
  }

  @Test
  void channel_thatTheChipDoesNotHave_isAFault() {
    SysfsPwm pwm = rig.open(new PwmAddress(root, "pwmchip0", 2), SysfsRig.LINEAR);
    pwm.set(30);
    pwm.work().step();

    assertFault(pwm, root.resolve("pwmchip0") + ": no channel 2; it has 0 to 1");
  }

  @Test
  void export_thatIsDenied_saysWhatHelps() {
    sysfs.denyExport(true);
    SysfsPwm pwm = rig.running(SysfsRig.LINEAR, 30);
    assertFault(pwm, "pwmchip0/export: permission denied; add the user to group gpio");

    sysfs.denyExport(false);
    rig.pass(pwm, SECOND);
    assertEquals(Optional.empty(), pwm.fault());
  }

  @Test
  void channel_thatTheKernelUses_isAFault() {
    sysfs.useInTheKernel(true);
    SysfsPwm pwm = rig.running(SysfsRig.LINEAR, 30);

    assertFault(pwm, "export: Device or resource busy; the kernel itself may be using channel 1");
  }

  @Test
  void access_thatComesAMomentLater_isWaitedFor() {
    sysfs.delayAccess(Duration.ofMillis(1_500));
    SysfsPwm pwm = rig.running(SysfsRig.LINEAR, 30);
    pwm.onFaultChange(() -> told++);
    rig.pass(pwm, Duration.ofMillis(1_499));
    assertEquals(List.of("export=1"), sysfs.writes);
    pwm.set(40);

    rig.pass(pwm, Duration.ofMillis(20));
    assertEquals("400000/1000000 normal", sysfs.line(1));
    assertEquals(0, told);
  }

  @Test
  void access_thatDoesNotCome_isAFaultUntilItDoes() {
    sysfs.delayAccess(Duration.ofSeconds(10));
    SysfsPwm pwm = rig.running(SysfsRig.LINEAR, 30);
    rig.pass(pwm, Duration.ofMillis(1_990));
    assertEquals(Optional.empty(), pwm.fault());
    rig.pass(pwm, Duration.ofMillis(10));
    assertFault(pwm, "pwm1/period: permission denied; add the user to group gpio");

    rig.pass(pwm, Duration.ofSeconds(9));
    assertEquals(Optional.empty(), pwm.fault());
    assertEquals("300000/1000000 normal", sysfs.line(1));
    assertEquals("export=1", sysfs.writes.getFirst());
    assertEquals(1, sysfs.writes.stream().filter("export=1"::equals).count());
  }

  @Test
  void chip_thatVanishesInUse_isAFaultWithinASecond_andComesBackAsItIsWantedThen() {
    SysfsPwm pwm = rig.running(SysfsRig.LINEAR, 30);
    pwm.onFaultChange(() -> told++);
    sysfs.unplug();
    rig.pass(pwm, SECOND);
    assertFault(pwm, "pwm1/enable: no such file");
    assertEquals(1, told);
    pwm.set(60);
    rig.pass(pwm, SECOND);

    sysfs.plugIn();
    rig.pass(pwm, SECOND);
    assertEquals(Optional.empty(), pwm.fault());
    assertEquals("600000/1000000 normal", sysfs.line(1));
    pwm.close();
    assertFalse(sysfs.isExported(1));
  }

  @Test
  void chip_thatComesBackWithTheChannelExported_isNotTheHubsOwn() {
    SysfsPwm pwm = rig.running(SysfsRig.POLITE, 30);
    sysfs.unplug();
    rig.pass(pwm, SECOND);
    sysfs.plugIn();
    sysfs.exportByHand(1, 500, 400, "normal", true);
    rig.pass(pwm, SECOND);

    assertFault(pwm, "pwm1: exported already");
    assertEquals("400/500 normal", sysfs.line(1));
  }

  @Test
  void channel_thatVanishes_isAFaultAtTheNextWrite() {
    SysfsPwm pwm = rig.running(SysfsRig.LINEAR, 30);
    sysfs.unexportByHand(1);
    pwm.set(31);
    pwm.work().step();

    assertFault(pwm, "pwm1/duty_cycle: no such file");
  }

  @Test
  void channel_thatSomeoneDisabled_isToldAndEnabledAgain() {
    SysfsPwm pwm = rig.running(SysfsRig.LINEAR, 30);
    sysfs.exportByHand(1, 1_000_000, 300_000, "normal", false);
    rig.pass(pwm, SECOND);
    assertFault(pwm, "pwm1: someone else disabled it");

    rig.pass(pwm, SECOND);
    assertEquals(Optional.empty(), pwm.fault());
    assertEquals("300000/1000000 normal", sysfs.line(1));
  }

  @Test
  void end_ofAChannelThatCantBeSwitchedOff_isAFault() {
    SysfsPwm pwm = rig.running(SysfsRig.LINEAR, 30);
    sysfs.unplug();

    assertThrows(DriverFault.class, pwm::close);
    pwm.close();
  }

  @Test
  void end_whileItIsWaitedForAccess_givesBack() {
    sysfs.delayAccess(SECOND);
    rig.running(SysfsRig.LINEAR, 30).close();

    assertEquals(List.of("export=1", "unexport=1"), sysfs.writes);
  }

  private static void assertFault(SysfsPwm pwm, String part) {
    assertTrue(pwm.fault().orElse("none").contains(part), "" + pwm.fault());
  }
}
