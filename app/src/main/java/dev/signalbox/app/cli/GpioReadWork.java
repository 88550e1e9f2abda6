package dev.signalbox.app.cli;

import dev.signalbox.app.gpio.NamedLine;
import dev.signalbox.core.engine.DriverFault;
import dev.signalbox.hardware.gpio.Bias;
import dev.signalbox.hardware.gpio.GpioChip;
import dev.signalbox.hardware.gpio.GpioChips;
import dev.signalbox.hardware.gpio.LineConfig;
import dev.signalbox.hardware.gpio.LineInfo;
import java.util.List;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What the commands that read lines have in common. */
abstract class GpioReadWork extends GpioLineWork {
  @Option(names = "--active-low", description = "A line is active while it is low.")
  private boolean activeLow;

  @Option(
      names = "--bias",
      paramLabel = "BIAS",
      converter = ChoiceArgument.OfBias.class,
      description = "pull-up, pull-down, disabled, or as-is, as if left out.")
  private Bias bias = Bias.AS_IS;

  @Option(names = "--input", description = "A line that is an output may become an input.")
  private boolean input;

  @Parameters(
      paramLabel = "LINE",
      arity = "1..*",
      description = "Its number on the chip, or its name, such as GPIO17.")
  private List<String> names = List.of();

  GpioReadWork(GpioWorld world) {
    super(world);
  }

  /** The lines that people named. */
  final List<NamedLine> find(GpioChips chips) {
    return find(chips, names);
  }

  final boolean isActiveLow() {
    return activeLow;
  }

  final Bias bias() {
    return bias;
  }

  /** Whether outputs may become inputs. */
  final boolean isInput() {
    return input;
  }

  /**
   * Sees to it that no output becomes an input unasked. One that is in use can't be had anyway.
   *
   * @throws DriverFault if one would
   */
  final void requireInputs(GpioChips chips, List<NamedLine> lines) {
    if (!input) {
      lines.forEach(line -> requireInput(chips, line));
    }
  }

  private static void requireInput(GpioChips chips, NamedLine line) {
    try (GpioChip chip = chips.open(line.place().chip())) {
      LineInfo info = chip.line(line.place().offset());
      if (!info.used() && info.config() instanceof LineConfig.Output) {
        throw new DriverFault(
            "%s %s is an output and would become an input; say --input if it may"
                .formatted(chip.info().name(), info.shown()));
      }
    }
  }
}
