package dev.signalbox.hardware.pwm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.signalbox.boards.ports.PwmOutput;
import dev.signalbox.testkit.Until;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The thread, in real time; what it writes when is for the other tests. */
class SoftPwmTest {
  private final SoftPwm pwm = new SoftPwm(SoftPwmSettings.DEFAULT);
  private final SilentLines lines = new SilentLines();

  @AfterEach
  void close() {
    pwm.close();
  }

  @Test
  void thread_beginsWithTheFirstOutput() {
    assertEquals(Optional.empty(), thread());

    pwm.outputs(_ -> lines, List.of(SoftPin.DEFAULT));
    assertFalse(thread().orElseThrow().isVirtual());
  }

  @Test
  void thread_pulsesWhileALineIsBetween_andOnlyLooksAtTheLinesOtherwise() throws Exception {
    PwmOutput output = pwm.outputs(_ -> lines, List.of(SoftPin.DEFAULT)).getFirst();
    output.set(0);
    awaitLooks(1);
    int before = lines.writes;

    output.set(50);
    Until.holds("it pulses", () -> lines.writes > before + 20);
    assertTrue(pwm.worstLateness().compareTo(Duration.ZERO) > 0);

    output.set(100);
    awaitLooks(1);
    int after = lines.writes;
    awaitLooks(1);
    assertEquals(after, lines.writes);
  }

  private void awaitLooks(int more) throws Exception {
    int before = lines.looks;
    Until.holds("it looks", () -> lines.looks > before + more);
  }

  @Test
  void close_endsTheOutputsAndTheThread() throws Exception {
    PwmOutput output = pwm.outputs(_ -> lines, List.of(SoftPin.DEFAULT)).getFirst();
    output.set(50);
    Until.holds("it pulses", () -> lines.writes > 2);

    pwm.close();
    assertTrue(lines.closed);
    assertEquals(Optional.empty(), thread());
    pwm.close();
  }

  private static Optional<Thread> thread() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> thread.getName().equals("soft-pwm"))
        .findAny();
  }
}
