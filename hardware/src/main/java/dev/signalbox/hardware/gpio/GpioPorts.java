package dev.signalbox.hardware.gpio;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * Makes the ports of boards on lines of chips. Thread: any.
 *
 * <p>The kernel does not tell that an output's line vanished until somebody asks, so one thread,
 * {@code gpio-check}, asks for all of them once a second. Inputs have a thread each, because what
 * waits for edges blocks.
 */
public final class GpioPorts implements AutoCloseable {
  private static final System.Logger LOG = System.getLogger(GpioPorts.class.getName());
  private static final long CHECK_SECONDS = 1;

  private final GpioChips chips;
  private final LongSupplier nanos;
  private final List<GpioOutput> outputs = new CopyOnWriteArrayList<>();
  private final ScheduledExecutorService checks =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("gpio-check").factory());

  private GpioPorts(GpioChips chips, LongSupplier nanos) {
    this.chips = chips;
    this.nanos = nanos;
  }

  /** Ports of these chips. */
  public static GpioPorts of(GpioChips chips) {
    GpioPorts ports = new GpioPorts(chips, System::nanoTime);
    var _ =
        ports.checks.scheduleWithFixedDelay(
            ports::check, CHECK_SECONDS, CHECK_SECONDS, TimeUnit.SECONDS);
    return ports;
  }

  /** Ports whose outputs are checked by {@link #check}, and by nobody else. */
  static GpioPorts unchecked(GpioChips chips, LongSupplier nanos) {
    return new GpioPorts(chips, nanos);
  }

  /** An output. The line is not touched before it is first set. */
  public GpioOutput output(LineAddress line, OutputSettings settings) {
    GpioOutput output = new GpioOutput(new Wire(chips, line), settings);
    outputs.add(output);
    return output;
  }

  /** An input. The line is not touched before it is watched. */
  public GpioInput input(LineAddress line, InputSettings settings) {
    return new GpioInput(new Wire(chips, line), settings, nanos);
  }

  /** Looks whether the outputs' lines are still there. */
  void check() {
    try {
      outputs.removeIf(output -> !output.check());
    } catch (RuntimeException defect) {
      LOG.log(System.Logger.Level.ERROR, "outputs can't be checked", defect);
    }
  }

  /** Ends the checks; the ports are closed by whoever has them. */
  @Override
  public void close() {
    checks.shutdownNow();
  }
}
