package dev.signalbox.hardware.pwm;

import dev.signalbox.boards.ports.PwmOutput;
import dev.signalbox.core.engine.DriverFault;
import dev.signalbox.hardware.gpio.AtTheEnd;
import dev.signalbox.testkit.SteppedClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Software PWM without a thread: it makes a step whenever one is due while a test lets time pass.
 */
final class SoftPwmRig {
  static final long PERIOD = 10_000_000;
  static final long STEP = PERIOD / 100;
  static final SoftPin LINEAR = new SoftPin(Curve.LINEAR, 0, AtTheEnd.OFF);

  int wakes;
  final SteppedClock clock = new SteppedClock();
  final PwmSchedule schedule =
      new PwmSchedule(SoftPwmSettings.DEFAULT, clock::nanos, () -> wakes++);

  /** Every request that was granted, in order. */
  final List<RecordedLines> granted = new ArrayList<>();

  final List<Long> requestedAt = new ArrayList<>();
  private @Nullable String refusal;

  static List<SoftPin> linear(int pins) {
    return Collections.nCopies(pins, LINEAR);
  }

  List<PwmOutput> outputs(List<SoftPin> pins) {
    return schedule.add(this::request, pins);
  }

  /** One output that is at {@code percent} already, at the beginning of a period. */
  PwmOutput output(int percent) {
    PwmOutput output = outputs(linear(1)).getFirst();
    output.set(percent);
    schedule.step();
    return output;
  }

  private RecordedLines request(long first) {
    requestedAt.add(clock.nanos());
    if (refusal != null) {
      throw new DriverFault(refusal);
    }
    granted.add(new RecordedLines(clock::nanos, first));
    return granted.getLast();
  }

  /** Has requests fail, or not any more. */
  void refuse(@Nullable String reason) {
    refusal = reason;
  }

  /** The lines that were granted first. */
  RecordedLines lines() {
    return granted.getFirst();
  }

  /** Lets time pass, with a step at each instant that is due. */
  void pass(long nanos) {
    long end = clock.nanos() + nanos;
    for (long due = schedule.step(); due <= end; due = schedule.step()) {
      passTo(due);
    }
    passTo(end);
    schedule.step();
  }

  private void passTo(long nanos) {
    clock.step(Duration.ofNanos(nanos - clock.nanos()));
  }

  /** Lets time pass with nobody awake. */
  void oversleep(long nanos) {
    clock.step(Duration.ofNanos(nanos));
  }
}
