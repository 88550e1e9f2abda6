package dev.signalbox.app.cli;

import dev.signalbox.app.gpio.NamedLine;
import dev.signalbox.hardware.gpio.GpioChips;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What the commands for lines have in common. */
abstract class GpioLineWork extends GpioWork {
  @Option(
      names = "--chip",
      paramLabel = "CHIP",
      description =
          "The chip, by name, number, path or label; if left out, the one of the pin header for"
              + " numbers, and any for names.")
  private @Nullable String chip;

  GpioLineWork(GpioWorld world) {
    super(world);
  }

  /** The chip that people named. */
  final Optional<String> chip() {
    return Optional.ofNullable(chip);
  }

  /** The lines that people named. */
  final List<NamedLine> find(GpioChips chips, List<String> names) {
    return NamedLine.find(chips, chip(), names);
  }
}
