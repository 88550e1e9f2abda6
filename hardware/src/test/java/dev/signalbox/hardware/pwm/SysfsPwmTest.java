package dev.signalbox.hardware.pwm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.signalbox.core.engine.Driver;
import dev.signalbox.hardware.gpio.AtTheEnd;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SysfsPwmTest {
  private final SysfsRig rig;
  private final FakeSysfs sysfs;

  SysfsPwmTest(@TempDir Path root) {
    rig = new SysfsRig(root);
    sysfs = rig.sysfs;
  }

  @Test
  void channel_isLeftAloneUntilItIsSet() {
    SysfsPwm pwm = rig.open(SysfsRig.LINEAR);

    assertEquals(Driver.NEVER, pwm.work().step());
    assertEquals(List.of(), sysfs.writes);
  }

  @Test
  void channel_isSetUpInTheOrderThatTheKernelAsksFor() {
    rig.running(SysfsRig.LINEAR, 30);

    assertEquals(
        List.of("export=1", "pwm1/period=1000000", "pwm1/duty_cycle=300000", "pwm1/enable=1"),
        sysfs.writes);
  }

  @Test
  void channel_thatIsInversed_isTurnedBeforeItIsEnabled() {
    rig.running(SysfsRig.INVERSED, 30);

    assertEquals(
        List.of(
            "export=1",
            "pwm1/period=1000000",
            "pwm1/polarity=inversed",
            "pwm1/duty_cycle=300000",
            "pwm1/enable=1"),
        sysfs.writes);
  }

  @Test
  void set_writesTheDutyCycleAndNothingElse() {
    SysfsPwm pwm = rig.running(SysfsRig.LINEAR, 30);
    sysfs.writes.clear();
    for (int percent : new int[] {100, 100, 0, 1}) {
      pwm.set(percent);
      pwm.work().step();
    }

    assertEquals(
        List.of("pwm1/duty_cycle=1000000", "pwm1/duty_cycle=0", "pwm1/duty_cycle=10000"),
        sysfs.writes);
  }

  @Test
  void set_followsTheCurve() {
    SysfsPwm pwm = rig.running(SysfsPwmSettings.DEFAULT, 50);

    assertEquals("184187/1000000 normal", sysfs.line(1));
    assertThrows(IllegalArgumentException.class, () -> pwm.set(101));
  }

  @Test
  void channel_thatWasLeftInAnyState_isTakenOver() {
    Random random = new Random(3);
    for (int i = 0; i < 200; i++) {
      long period = random.nextInt(3) == 0 ? 0 : random.nextLong(1, 3_000_000);
      long duty = period == 0 ? 0 : random.nextLong(period + 1);
      boolean enabled = period != 0 && random.nextBoolean();
      String polarity = random.nextBoolean() ? "normal" : "inversed";
      sysfs.exportByHand(1, period, duty, polarity, enabled);
      sysfs.writes.clear();
      int percent = random.nextInt(101);
      boolean inversed = random.nextBoolean();
      SysfsPwm pwm = rig.running(inversed ? SysfsRig.INVERSED : SysfsRig.LINEAR, percent);

      assertEquals(Optional.empty(), pwm.fault(), period + " " + duty + " " + enabled);
      String wanted = percent * 10_000 + "/1000000 " + (inversed ? "inversed" : "normal");
      assertEquals(wanted, sysfs.line(1));
      boolean turned = polarity.equals("inversed") != inversed;
      assertEquals(enabled && turned, sysfs.writes.contains("pwm1/enable=0"), "a needless gap");
    }
  }

  @Test
  void channel_thatWasTakenOver_isLeftExported() {
    sysfs.exportByHand(1, 500, 400, "normal", true);
    rig.running(SysfsRig.LINEAR, 30).close();

    assertTrue(sysfs.isExported(1));
    assertEquals("disabled", sysfs.line(1));
  }

  @Test
  void channel_thatIsExported_isLeftAloneIfItIsToBe() {
    sysfs.exportByHand(1, 500, 400, "normal", true);
    SysfsPwm pwm = rig.running(SysfsRig.POLITE, 30);

    assertTrue(pwm.fault().orElseThrow().contains("pwm1: exported already"), "" + pwm.fault());
    assertEquals(List.of(), sysfs.writes);

    sysfs.unexportByHand(1);
    rig.pass(pwm, Duration.ofSeconds(1));
    assertEquals(Optional.empty(), pwm.fault());
    assertEquals("300000/1000000 normal", sysfs.line(1));
  }

  @Test
  void end_switchesOffAndGivesBack() {
    SysfsPwm pwm = rig.running(SysfsRig.LINEAR, 30);
    sysfs.writes.clear();
    pwm.close();
    pwm.close();

    assertEquals(List.of("pwm1/duty_cycle=0", "pwm1/enable=0", "unexport=1"), sysfs.writes);
    assertEquals(Driver.NEVER, pwm.work().step());
  }

  @Test
  void end_ofAnInversedChannel_keepsItEnabledSoThatItIsDark() {
    SysfsPwm pwm = rig.running(SysfsRig.INVERSED, 30);
    pwm.close();

    assertEquals("0/1000000 inversed", sysfs.line(1));
    assertTrue(sysfs.isExported(1));
  }

  @Test
  void end_thatKeeps_changesNothing_andTheNextStartGoesOn() {
    rig.running(SysfsRig.KEPT, 30).close();
    assertEquals("300000/1000000 normal", sysfs.line(1));
    sysfs.writes.clear();

    rig.running(SysfsRig.KEPT, 30);
    assertEquals(List.of("pwm1/duty_cycle=300000", "pwm1/enable=1"), sysfs.writes);
  }

  @Test
  void end_beforeItWasSet_touchesNothing() {
    rig.open(SysfsRig.LINEAR).close();

    assertEquals(List.of(), sysfs.writes);
    assertFalse(sysfs.isExported(1));
  }

  @Test
  void settings_outOfRange_areRefused() {
    for (Duration period : List.of(Duration.ofNanos(999), Duration.ofMillis(1_001))) {
      assertThrows(
          IllegalArgumentException.class,
          () -> new SysfsPwmSettings(period, false, Curve.LINEAR, AtTheEnd.OFF, true));
    }
    for (String chip : List.of("pwmchip", "../pwmchip0", "gpiochip0", "pwmchip0/")) {
      assertThrows(
          IllegalArgumentException.class, () -> new PwmAddress(PwmAddress.ROOT, chip, 0), chip);
    }
    assertThrows(
        IllegalArgumentException.class, () -> new PwmAddress(PwmAddress.ROOT, "pwmchip0", -1));
  }
}
