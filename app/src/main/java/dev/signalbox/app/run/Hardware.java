package dev.signalbox.app.run;

import dev.signalbox.app.config.Wiring;
import dev.signalbox.boards.ports.DigitalInput;
import dev.signalbox.boards.ports.DigitalOutput;
import dev.signalbox.boards.ports.PwmOutput;
import dev.signalbox.boards.ports.SegmentDisplay;
import dev.signalbox.core.model.PartAddress;
import dev.signalbox.hardware.gpio.GpioChips;
import dev.signalbox.hardware.gpio.GpioPorts;
import dev.signalbox.hardware.pwm.LinesSource;
import dev.signalbox.hardware.pwm.SoftPin;
import dev.signalbox.hardware.pwm.SoftPwm;
import dev.signalbox.hardware.pwm.SoftPwmSettings;
import dev.signalbox.hardware.pwm.SysfsPwmThread;
import dev.signalbox.hardware.tm1637.Tm1637Display;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The machine's lines, and the ports of boards on them. Each part has its lines by a request of its
 * own, so that a line that is not to be had is missing at that part only. Used by one thread.
 *
 * <p>Nothing here fails: what is wrong with a line is told by its port, and takes its board offline
 * until it is mended. Nothing runs until a part is wired.
 */
public final class Hardware implements AutoCloseable {
  private static final int MOST_CONSUMER_BYTES = 31;
  private static final String CONSUMER = "signalbox ";

  /** What ports have in common. */
  private record Shared(GpioChips chips, GpioPorts ports, SoftPwm soft, SysfsPwmThread kernel) {
    static Shared of(GpioChips chips, SoftPwmSettings settings) {
      return new Shared(chips, GpioPorts.of(chips), new SoftPwm(settings), new SysfsPwmThread());
    }

    void close() {
      soft.close();
      kernel.close();
      ports.close();
    }
  }

  private final Supplier<Shared> source;
  private @Nullable Shared shared;

  private Hardware(Supplier<Shared> source) {
    this.source = source;
  }

  /** That of this machine. */
  static Hardware ofThisMachine(SoftPwmSettings settings) {
    return of(GpioChips::ofThisMachine, settings);
  }

  /** That of these chips, which are asked for once a part is wired. */
  static Hardware of(Supplier<GpioChips> chips, SoftPwmSettings settings) {
    return new Hardware(() -> Shared.of(chips.get(), settings));
  }

  private Shared shared() {
    if (shared == null) {
      shared = source.get();
    }
    return shared;
  }

  SegmentDisplay display(PartAddress part, Wiring.Digits wiring) {
    return Tm1637Display.start(
        shared().chips(), wiring.clk(), wiring.dio(), wiring.settings(consumer(part)));
  }

  DigitalInput input(PartAddress part, Wiring.Contact wiring) {
    return shared().ports().input(wiring.line(), wiring.settings(consumer(part)));
  }

  DigitalOutput output(PartAddress part, Wiring.Switched wiring) {
    return shared().ports().output(wiring.line(), wiring.settings(consumer(part)));
  }

  PwmOutput dimmed(PartAddress part, Wiring.Dimmed wiring) {
    return switch (wiring) {
      case Wiring.KernelDimmed(var channel, var settings) ->
          shared().kernel().open(channel, settings);
      case Wiring.SoftDimmed(var line, var curve) -> {
        LinesSource source =
            LinesSource.ofLine(shared().chips(), line.line(), line.settings(consumer(part)));
        SoftPin pin = new SoftPin(curve, 0, line.onStop());
        yield shared().soft().outputs(source, List.of(pin)).getFirst();
      }
    };
  }

  /** What others see of who uses a line: as much of {@code signalbox yard/out1} as fits. */
  private static String consumer(PartAddress part) {
    String whole = CONSUMER + part;
    return whole.substring(0, Math.min(whole.length(), MOST_CONSUMER_BYTES));
  }

  /** Ends what the ports share; after the ports themselves, which are closed with their boards. */
  @Override
  public void close() {
    if (shared != null) {
      shared.close();
    }
  }
}
