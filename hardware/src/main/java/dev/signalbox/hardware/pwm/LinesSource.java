package dev.signalbox.hardware.pwm;

import dev.signalbox.core.engine.DriverFault;
import dev.signalbox.hardware.gpio.GpioChip;
import dev.signalbox.hardware.gpio.GpioChips;
import dev.signalbox.hardware.gpio.LineAddress;
import dev.signalbox.hardware.gpio.LineConfig;
import dev.signalbox.hardware.gpio.LinePlace;
import dev.signalbox.hardware.gpio.Lines;
import dev.signalbox.hardware.gpio.LinesRequest;
import dev.signalbox.hardware.gpio.OutputSettings;
import dev.signalbox.hardware.kernel.Kernel;
import java.util.List;
import java.util.stream.IntStream;

/** Where the lines of a bank come from. */
@FunctionalInterface
public interface LinesSource {
  /**
   * Requests all lines of the bank together, as outputs. Called again a second after that failed,
   * and a second after the lines were lost. Thread: {@code soft-pwm}; blocks no longer than a
   * request to the kernel takes.
   *
   * @param first what each line is to be from the start, by its index in the request; with the
   *     request, so that nothing flickers
   * @throws DriverFault if they can't be had
   */
  Lines request(long first);

  /**
   * Outputs of a chip.
   *
   * @param path {@code /dev/gpiochip0}
   * @param outputs what to request; whether they are active at first is not looked at
   * @throws IllegalArgumentException if one of {@code outputs} is none
   */
  static LinesSource ofChip(Kernel kernel, String path, LinesRequest outputs) {
    List<LineConfig.Output> each = outputs.each().stream().map(LinesSource::output).toList();
    return first -> {
      try (GpioChip chip = GpioChip.open(kernel, path)) {
        return chip.request(
            new LinesRequest(outputs.consumer(), outputs.offsets(), withFirst(each, first)));
      } catch (IllegalArgumentException noSuchLine) {
        throw new DriverFault(path + ": " + noSuchLine.getMessage());
      }
    };
  }

  /** One output, looked for anew each time, because chips come and go. */
  static LinesSource ofLine(GpioChips chips, LineAddress line, OutputSettings settings) {
    return first -> {
      LinePlace place = chips.find(line);
      boolean active = (first & 1) != 0;
      LineConfig output =
          new LineConfig.Output(settings.drive(), settings.bias(), active, settings.activeLow());
      try (GpioChip chip = chips.open(place.chip())) {
        return chip.request(
            new LinesRequest(settings.consumer(), List.of(place.offset()), List.of(output)));
      }
    };
  }

  private static LineConfig.Output output(LineConfig line) {
    if (line instanceof LineConfig.Output output) {
      return output;
    }
    throw new IllegalArgumentException(line + " must be an output");
  }

  private static List<LineConfig> withFirst(List<LineConfig.Output> each, long first) {
    return IntStream.range(0, each.size())
        .<LineConfig>mapToObj(line -> {
          LineConfig.Output output = each.get(line);
          boolean active = ((first >>> line) & 1) != 0;
          return new LineConfig.Output(output.drive(), output.bias(), active, output.activeLow());
        })
        .toList();
  }
}
