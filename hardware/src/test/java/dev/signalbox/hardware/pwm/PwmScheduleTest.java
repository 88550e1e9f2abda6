package dev.signalbox.hardware.pwm;

import static dev.signalbox.hardware.pwm.SoftPwmRig.PERIOD;
import static dev.signalbox.hardware.pwm.SoftPwmRig.STEP;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.signalbox.boards.ports.PwmOutput;
import dev.signalbox.core.engine.Driver;
import dev.signalbox.hardware.gpio.AtTheEnd;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PwmScheduleTest {
  private static final long SECOND = 100 * PERIOD;

  private final SoftPwmRig rig = new SoftPwmRig();

  @Test
  void output_isOnForItsShareOfEveryPeriod() {
    for (int percent = 1; percent < 100; percent++) {
      SoftPwmRig other = new SoftPwmRig();
      long start = other.clock.nanos();
      other.output(percent);
      other.pass(10 * PERIOD - 1);

      for (int period = 0; period < 10; period++) {
        long from = start + period * PERIOD;
        assertEquals(percent * STEP, other.lines().activeNanos(0, from, from + PERIOD));
      }
      assertEquals(20, other.lines().edges.size(), "two edges a period at " + percent);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 100})
  void output_thatIsSteady_hasNoEdgesAndWakesTheThreadOnceASecond(int percent) {
    long looked = rig.clock.nanos();
    PwmOutput output = rig.output(percent);
    rig.pass(PERIOD);
    int writes = rig.lines().writes();
    output.set(percent);

    assertEquals(looked + SECOND, rig.schedule.step());
    rig.pass(10 * SECOND);
    assertEquals(List.of(), rig.lines().edges);
    assertEquals(writes, rig.lines().writes());
    assertEquals(percent == 100 ? 1 : 0, rig.lines().levels());
  }

  @Test
  void output_thatBecomesSteady_letsTheThreadSleep() {
    long looked = rig.clock.nanos();
    PwmOutput output = rig.output(50);
    rig.pass(3 * PERIOD);
    output.set(100);
    rig.pass(2 * PERIOD);

    assertEquals(looked + SECOND, rig.schedule.step());
    assertEquals(1, rig.lines().levels());
  }

  @Test
  void wish_whileEverythingIsSteady_isTrueAtOnce() {
    PwmOutput output = rig.output(0);
    rig.pass(PERIOD / 3);
    output.set(100);
    rig.schedule.step();

    assertEquals(1, rig.lines().levels());
  }

  @Test
  void wish_wakesTheThreadOnlyIfItIsAnother() {
    PwmOutput output = rig.output(30);
    int before = rig.wakes;
    output.set(30);
    assertEquals(before, rig.wakes);

    output.set(31);
    assertEquals(before + 1, rig.wakes);
  }

  @Test
  void wish_inTheMiddleOfAPeriod_makesNoPulseThatIsNeitherTheOldNorTheNewOne() {
    for (int at = 0; at < 100; at++) {
      SoftPwmRig other = new SoftPwmRig();
      PwmOutput output = other.output(60);
      other.pass(2 * PERIOD + at * STEP + STEP / 2);
      output.set(20);
      other.pass(3 * PERIOD);

      List<Long> pulses = other.lines().pulses(0);
      int old = pulses.lastIndexOf(60 * STEP) + 1;
      assertEquals(3, old, "set in the third period");
      assertEquals(Set.of(20 * STEP), new HashSet<>(pulses.subList(old, pulses.size())));
    }
  }

  @Test
  void wishes_atRandom_makeOnlyPulsesThatSomeoneWished() {
    Random random = new Random(5);
    PwmOutput output = rig.output(50);
    Set<Long> wished = new HashSet<>(List.of(50 * STEP));
    for (int i = 0; i < 1_000; i++) {
      int percent = random.nextInt(1, 100);
      wished.add(percent * STEP);
      output.set(percent);
      rig.pass(random.nextLong(2 * PERIOD));
    }

    assertTrue(wished.containsAll(rig.lines().pulses(0)));
    long start = rig.lines().edges.getFirst().nanos();
    for (RecordedLines.Edge edge : rig.lines().edges) {
      assertTrue(!edge.active() || (edge.nanos() - start) % PERIOD == 0, "rises off its period");
    }
  }

  @Test
  void lines_ofOneBank_shareAWriteWhereTheirEdgesMeet() {
    for (PwmOutput output : rig.outputs(SoftPwmRig.linear(8))) {
      output.set(40);
    }
    rig.pass(10 * PERIOD - 1);

    assertEquals(20, rig.lines().writes());
    assertEquals(160, rig.lines().edges.size());
  }

  @Test
  void sixtyFourLines_areEachOnForTheirShare() {
    long start = rig.clock.nanos();
    List<PwmOutput> outputs = rig.outputs(SoftPwmRig.linear(64));
    for (int line = 0; line < 64; line++) {
      outputs.get(line).set(line + 20);
    }
    rig.pass(10 * PERIOD - 1);

    for (int line = 0; line < 64; line++) {
      long active = rig.lines().activeNanos(line, start, start + 10 * PERIOD);
      assertEquals(10L * (line + 20) * STEP, active, "line " + line);
    }
    assertEquals(10 * 65, rig.lines().writes(), "all rise together, each falls alone");
  }

  @Test
  void banks_haveEachTheirOwnWrites() {
    PwmOutput first = rig.outputs(SoftPwmRig.linear(1)).getFirst();
    PwmOutput second = rig.outputs(SoftPwmRig.linear(1)).getFirst();
    long start = rig.clock.nanos();
    first.set(30);
    second.set(70);
    rig.pass(10 * PERIOD - 1);

    assertEquals(300 * STEP, rig.granted.get(0).activeNanos(0, start, start + 10 * PERIOD));
    assertEquals(700 * STEP, rig.granted.get(1).activeNanos(0, start, start + 10 * PERIOD));
  }

  @Test
  void phase_beginsThePeriodLater() {
    List<SoftPin> pins = new ArrayList<>();
    for (int phase : new int[] {0, 25, 50, 99}) {
      pins.add(new SoftPin(Curve.LINEAR, phase, AtTheEnd.OFF));
    }
    long start = rig.clock.nanos();
    rig.outputs(pins).forEach(output -> output.set(30));
    rig.pass(10 * PERIOD);

    for (RecordedLines.Edge edge : rig.lines().edges) {
      long phase = pins.get(edge.line()).phase() * STEP + (edge.active() ? 0 : 30 * STEP);
      assertEquals(phase % PERIOD, (edge.nanos() - start) % PERIOD, "" + edge);
    }
    for (int line = 0; line < 4; line++) {
      assertEquals(Set.of(30 * STEP), new HashSet<>(rig.lines().pulses(line)));
    }
  }

  @Test
  void wish_whosePeriodStartedAlready_waitsForTheNext() {
    SoftPin later = new SoftPin(Curve.LINEAR, 20, AtTheEnd.OFF);
    long start = rig.clock.nanos();
    List<PwmOutput> outputs = rig.outputs(List.of(SoftPwmRig.LINEAR, later));
    outputs.get(0).set(50);
    outputs.get(1).set(0);
    rig.pass(PERIOD + 30 * STEP);
    outputs.get(1).set(40);
    rig.pass(3 * PERIOD);

    assertEquals(Set.of(40 * STEP), new HashSet<>(rig.lines().pulses(1)));
    long rise =
        rig.lines().edges.stream()
            .filter(edge -> edge.line() == 1)
            .findFirst()
            .orElseThrow()
            .nanos();
    assertEquals(start + 2 * PERIOD + 20 * STEP, rise);
    assertEquals(0, rig.schedule.worstLateness());
  }

  @Test
  void step_thatIsLateForGood_endsAfterAPeriodAndGoesOnAtOnce() {
    AtomicLong nanos = new AtomicLong();
    AtomicInteger asked = new AtomicInteger();
    PwmSchedule slow =
        new PwmSchedule(
            SoftPwmSettings.DEFAULT,
            () -> {
              assertTrue(asked.incrementAndGet() < 1_000, "nobody else ever has the lock");
              return nanos.addAndGet(PERIOD);
            },
            () -> {});
    PwmOutput output =
        slow.add(first -> new RecordedLines(nanos::get, first), SoftPwmRig.linear(1)).getFirst();
    output.set(50);

    assertTrue(slow.step() <= nanos.get());
    output.close();
    assertEquals(Driver.NEVER, slow.step());
  }

  @Test
  void bank_ofNoLinesOrTooMany_isRefused() {
    assertThrows(IllegalArgumentException.class, () -> rig.outputs(List.of()));
    assertThrows(IllegalArgumentException.class, () -> rig.outputs(SoftPwmRig.linear(65)));
  }

  @Test
  void settings_finerThanAThreadCanBe_areRefused() {
    assertThrows(IllegalArgumentException.class, () -> new SoftPwmSettings(1_000, 100));
    assertThrows(IllegalArgumentException.class, () -> new SoftPwmSettings(9, 100));
    assertThrows(IllegalArgumentException.class, () -> new SoftPwmSettings(100, 1));
    assertThrows(
        IllegalArgumentException.class, () -> new SoftPin(Curve.LINEAR, 100, AtTheEnd.OFF));
    assertEquals(20_000, new SoftPwmSettings(500, 100).stepNanos());
  }
}
