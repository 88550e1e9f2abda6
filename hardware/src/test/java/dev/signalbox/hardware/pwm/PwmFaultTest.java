package dev.signalbox.hardware.pwm;

import static dev.signalbox.hardware.pwm.SoftPwmRig.PERIOD;
import static dev.signalbox.hardware.pwm.SoftPwmRig.STEP;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.signalbox.boards.ports.PwmOutput;
import dev.signalbox.core.engine.Driver;
import dev.signalbox.hardware.gpio.AtTheEnd;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Software PWM when lines fail, come back, and end. */
class PwmFaultTest {
  private static final long SECOND = 1_000_000_000;

  private final SoftPwmRig rig = new SoftPwmRig();
  private int told;

  @Test
  void line_thatFails_isTheFaultOfThatLineOnly() {
    List<PwmOutput> outputs = started(3);
    outputs.get(1).onFaultChange(() -> told++);
    rig.lines().fail(0b010);
    long from = rig.clock.nanos();
    rig.pass(10 * PERIOD - 1);

    assertEquals(Optional.of("line 1 is gone"), outputs.get(1).fault());
    assertEquals(1, told);
    for (int line : new int[] {0, 2}) {
      assertEquals(Optional.empty(), outputs.get(line).fault());
      assertEquals(400 * STEP, rig.lines().activeNanos(line, from, from + 10 * PERIOD));
    }
    assertFalse(rig.lines().isClosed());
  }

  @Test
  void line_thatFailsWhileItIsSteady_isAFaultWithinASecond() {
    PwmOutput output = rig.output(100);
    output.onFaultChange(() -> told++);
    rig.pass(SECOND / 2);
    rig.lines().fail(0b1);
    rig.refuse("no such chip");
    rig.pass(SECOND);
    assertEquals(Optional.of("line 0 is gone"), output.fault());
    assertEquals(1, told);

    rig.refuse(null);
    rig.pass(SECOND);
    assertEquals(Optional.empty(), output.fault());
    assertEquals(1, rig.granted.getLast().levels());
  }

  @Test
  void line_thatFailed_comesBackByItself_withWhatWasWishedMeanwhile() {
    List<PwmOutput> outputs = started(3);
    outputs.get(1).onFaultChange(() -> told++);
    rig.lines().fail(0b010);
    rig.pass(PERIOD);
    outputs.get(1).set(70);
    rig.pass(3 * SECOND);
    assertTrue(outputs.get(1).fault().isPresent());

    rig.lines().fail(0);
    rig.pass(SECOND + 2 * PERIOD);
    assertEquals(Optional.empty(), outputs.get(1).fault());
    assertEquals(2, told, "when it came and when it went");
    List<Long> pulses = rig.lines().pulses(1);
    assertEquals(70 * STEP, pulses.getLast());
  }

  @Test
  void line_thatComesBack_andIsToBeOn_doesNotFlicker() {
    List<PwmOutput> outputs = started(2);
    rig.pass(PERIOD / 4);
    rig.lines().fail(0b10);
    outputs.get(1).set(100);
    rig.pass(PERIOD);
    assertTrue(outputs.get(1).fault().isPresent());
    int before = rig.lines().pulses(1).size();

    rig.lines().fail(0);
    rig.pass(SECOND + 2 * PERIOD);
    assertEquals(Optional.empty(), outputs.get(1).fault());
    assertEquals(0b10, rig.lines().levels() & 0b10);
    assertEquals(before, rig.lines().pulses(1).size());
  }

  @Test
  void lines_thatAllFail_areRequestedAnewUntilThatGoesWell() {
    List<PwmOutput> outputs = started(2);
    outputs.get(1).set(100);
    rig.pass(2 * PERIOD);
    outputs.forEach(output -> output.onFaultChange(() -> told++));
    rig.lines().fail(0b11);
    rig.refuse("no such chip");
    rig.pass(PERIOD);
    assertEquals(Optional.of("line 1 is gone"), outputs.get(1).fault(), "though it is steady");
    assertTrue(rig.lines().isClosed());
    assertEquals(Optional.of("line 0 is gone"), outputs.get(0).fault());

    rig.pass(4 * SECOND);
    assertEquals(Optional.of("no such chip"), outputs.get(0).fault());
    assertEquals(5, rig.requestedAt.size(), "the first, then one a second");
    assertEquals(4, told, "twice each");

    rig.refuse(null);
    rig.pass(SECOND);
    assertEquals(Optional.empty(), outputs.get(0).fault());
    assertEquals(0b10, rig.granted.get(1).levels() & 0b10);
    assertTrue(rig.granted.get(1).edges.stream().noneMatch(edge -> edge.line() == 1));
    assertEquals(40 * STEP, rig.granted.get(1).pulses(0).getFirst());
  }

  @Test
  void lines_thatCantBeHad_areAFaultUntilTheyCan() {
    rig.refuse("in use by 'somebody'");
    List<PwmOutput> outputs = started(2);
    outputs.get(0).onFaultChange(() -> told++);
    rig.pass(3 * SECOND);
    assertEquals(0, told, "the same is no news");
    assertEquals(Optional.of("in use by 'somebody'"), outputs.get(0).fault());

    rig.refuse(null);
    rig.pass(SECOND + PERIOD);
    assertEquals(Optional.empty(), outputs.get(0).fault());
    assertEquals(1, told, "that it is gone");
    assertEquals(40 * STEP, rig.lines().pulses(0).getFirst());
  }

  @Test
  void request_waitsForTheFirstWishOfEachLine_andBeginsWithIt() {
    List<PwmOutput> outputs = rig.outputs(SoftPwmRig.linear(3));
    assertEquals(Driver.NEVER, rig.schedule.step());
    outputs.get(0).set(100);
    outputs.get(1).set(0);
    assertEquals(Driver.NEVER, rig.schedule.step());
    assertEquals(List.of(), rig.granted);

    outputs.get(2).set(50);
    rig.schedule.step();
    assertEquals(List.of(2), rig.lines().edges.stream().map(RecordedLines.Edge::line).toList());
    assertEquals(0b101, rig.lines().levels());
  }

  @Test
  void close_switchesOffAndGivesBackWithTheLast() {
    List<PwmOutput> outputs = started(2);
    long from = rig.clock.nanos();
    outputs.get(0).close();
    outputs.get(0).close();
    assertEquals(0b10, rig.lines().levels());
    assertFalse(rig.lines().isClosed());

    rig.pass(10 * PERIOD - 1);
    assertEquals(400 * STEP, rig.lines().activeNanos(1, from, from + 10 * PERIOD));
    outputs.get(1).close();
    assertEquals(0, rig.lines().levels());
    assertTrue(rig.lines().isClosed());
    assertEquals(Driver.NEVER, rig.schedule.step());
  }

  @Test
  void close_keepsWhatIsSteady_andNothingElse() {
    SoftPin kept = new SoftPin(Curve.LINEAR, 0, AtTheEnd.KEEP);
    List<PwmOutput> outputs = rig.outputs(List.of(kept, kept, kept, SoftPwmRig.LINEAR));
    outputs.get(0).set(100);
    outputs.get(1).set(50);
    outputs.get(2).set(0);
    outputs.get(3).set(100);
    rig.pass(PERIOD / 4);
    assertEquals(0b1011, rig.lines().levels());

    rig.schedule.close();
    assertEquals(0b0001, rig.lines().levels());
    assertTrue(rig.lines().isClosed());
  }

  @Test
  void close_ofLinesThatAreGone_isQuiet() {
    List<PwmOutput> outputs = started(2);
    rig.lines().fail(0b11);
    outputs.getFirst().close();
    rig.pass(2 * PERIOD);
    outputs.getLast().close();

    rig.pass(3 * SECOND);
    assertEquals(1, rig.granted.size());
  }

  /** Outputs at 40 percent, at the beginning of a period. */
  private List<PwmOutput> started(int lines) {
    List<PwmOutput> outputs = rig.outputs(SoftPwmRig.linear(lines));
    outputs.forEach(output -> output.set(40));
    rig.pass(PERIOD);
    return outputs;
  }
}
