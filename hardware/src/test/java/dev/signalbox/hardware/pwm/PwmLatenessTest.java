package dev.signalbox.hardware.pwm;

import static dev.signalbox.hardware.pwm.SoftPwmRig.PERIOD;
import static dev.signalbox.hardware.pwm.SoftPwmRig.STEP;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import dev.signalbox.boards.ports.PwmOutput;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Software PWM when its thread wakes up late, and when others set it meanwhile. */
class PwmLatenessTest {
  private final SoftPwmRig rig = new SoftPwmRig();

  @Test
  void edge_thatIsLate_doesNotMoveThoseAfterIt() {
    long start = rig.clock.nanos();
    rig.output(50);
    rig.pass(2 * PERIOD);
    rig.oversleep(50 * STEP + 7_000);
    rig.pass(2 * PERIOD);

    assertEquals(7_000, rig.schedule.worstLateness());
    List<RecordedLines.Edge> edges = rig.lines().edges;
    assertEquals(start + 2 * PERIOD + 50 * STEP + 7_000, edges.get(5).nanos());
    assertEquals(start + 3 * PERIOD, edges.get(6).nanos());
  }

  @Test
  void edges_thatAreSomeStepsLate_areAllMade() {
    rig.output(10);
    rig.pass(PERIOD);
    int before = rig.lines().edges.size();
    rig.oversleep(90 * STEP);
    rig.schedule.step();

    assertEquals(before + 1, rig.lines().edges.size());
    assertEquals(80 * STEP, rig.schedule.worstLateness());
  }

  @Test
  void periods_thatWereMissed_areNotMadeUpFor() {
    rig.output(50);
    rig.pass(PERIOD);
    int before = rig.lines().edges.size();
    rig.oversleep(1_000 * PERIOD);
    long woken = rig.clock.nanos();
    rig.schedule.step();
    assertEquals(before + 1, rig.lines().edges.size());

    rig.pass(10 * PERIOD - 1);
    assertEquals(500 * STEP, rig.lines().activeNanos(0, woken, woken + 10 * PERIOD));
  }

  @Test
  void lateness_isTheWorst_andCanBeForgotten() {
    rig.output(50);
    rig.pass(PERIOD / 4);
    rig.oversleep(PERIOD / 4 + 300);
    rig.pass(PERIOD / 4);
    rig.oversleep(PERIOD / 4 - 200);
    rig.pass(PERIOD);
    assertEquals(300, rig.schedule.worstLateness());

    rig.schedule.forgetLateness();
    rig.pass(PERIOD);
    assertEquals(0, rig.schedule.worstLateness());
  }

  @Test
  void wishes_ofAnotherThread_areAllTrueInTheEnd() throws InterruptedException {
    List<PwmOutput> outputs = rig.outputs(SoftPwmRig.linear(64));
    outputs.forEach(output -> output.set(50));
    Thread other =
        Thread.ofPlatform()
            .start(() -> {
              Random random = new Random(7);
              for (int i = 0; i < 50_000; i++) {
                outputs.get(random.nextInt(64)).set(random.nextInt(101));
              }
              for (int line = 0; line < 64; line++) {
                outputs.get(line).set(line + 1);
              }
            });
    do {
      rig.pass(PERIOD / 7);
    } while (other.isAlive());
    other.join();
    rig.pass(2 * PERIOD);

    long from = rig.clock.nanos();
    rig.pass(10 * PERIOD);
    for (int line = 0; line < 64; line++) {
      long active = active(line, from, from + 10 * PERIOD);
      assertEquals(10L * (line + 1) * STEP, active, "line " + line);
    }
  }

  /** From instants at which the line may be active already. */
  private long active(int line, long from, long to) {
    long start = rig.lines().edges.getFirst().nanos();
    return rig.lines().activeNanos(line, start, to) - rig.lines().activeNanos(line, start, from);
  }

  @Test
  void steps_allocateNothing() {
    PwmSchedule schedule = new PwmSchedule(SoftPwmSettings.DEFAULT, this::tick, () -> {});
    SilentLines lines = new SilentLines();
    List<PwmOutput> outputs = schedule.add(_ -> lines, SoftPwmRig.linear(64));
    for (int line = 0; line < 64; line++) {
      outputs.get(line).set(line + 1);
    }
    run(schedule, outputs);

    ThreadMXBean thread = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long before = thread.getCurrentThreadAllocatedBytes();
    long again = thread.getCurrentThreadAllocatedBytes();
    run(schedule, outputs);
    long allocated = thread.getCurrentThreadAllocatedBytes() - again - (again - before);

    assertTrue(lines.writes > 5_000, "only " + lines.writes + " writes");
    // Less than a byte for each write: what the measuring itself may take.
    assertTrue(allocated < 1_000, allocated + " bytes");
  }

  private long now;

  private long tick() {
    now += STEP / 4;
    return now;
  }

  private static void run(PwmSchedule schedule, List<PwmOutput> outputs) {
    for (int i = 0; i < 20_000; i++) {
      if (i % 10 == 0) {
        outputs.get(i % 64).set(1 + i % 99);
      }
      schedule.step();
    }
  }
}
