package dev.signalbox.hardware.pwm;

import dev.signalbox.boards.ports.PwmOutput;
import java.time.Duration;
import java.util.List;

/**
 * Dims lines that have no PWM of their own: the thread {@code soft-pwm} switches them on and off.
 *
 * <p>There is one thread for all lines, and it begins with the first. While every line is steady,
 * at 0 or 100 percent, it only looks once a second whether they are still there. An edge is as late
 * as the machine lets a thread sleep too long, which is many milliseconds where others want the
 * processor as well; so this is for lamps, not for servos. The figures are in docs/hardware-pwm.md.
 *
 * <p>Thread: any.
 */
public final class SoftPwm implements AutoCloseable {
  private final StepThread thread = new StepThread("soft-pwm");
  private final PwmSchedule schedule;

  /** Without lines, and without a thread yet. */
  public SoftPwm(SoftPwmSettings settings) {
    schedule = new PwmSchedule(settings, System::nanoTime, thread::wake);
  }

  /**
   * Dims lines that are requested together, so that all that change at an instant take one write.
   * They are requested, by the thread, once each was set for the first time.
   *
   * <p>Setting an output takes effect when its next period starts. If its line fails, or is not to
   * be had, {@link PwmOutput#fault()} says why, the others go on, and it comes back by itself. With
   * the last output that is closed, the lines are given back.
   *
   * @param pins 1 to 64, in the order of the request
   * @return one for each of {@code pins}
   * @throws IllegalArgumentException if there are none or too many
   */
  public List<PwmOutput> outputs(LinesSource source, List<SoftPin> pins) {
    List<PwmOutput> outputs = schedule.add(source, pins);
    thread.begin(schedule);
    return outputs;
  }

  /** The most that an edge was late since the start, or since {@link #forgetLateness()}. */
  public Duration worstLateness() {
    return Duration.ofNanos(schedule.worstLateness());
  }

  /** Begins to measure lateness anew. */
  public void forgetLateness() {
    schedule.forgetLateness();
  }

  /** Ends the outputs that are left, and the thread. Waits up to a second. */
  @Override
  public void close() {
    thread.close();
    schedule.close();
  }
}
