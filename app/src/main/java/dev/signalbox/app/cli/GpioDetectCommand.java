package dev.signalbox.app.cli;

import dev.signalbox.app.gpio.LineText;
import dev.signalbox.core.engine.DriverFault;
import dev.signalbox.hardware.gpio.GpioChip;
import dev.signalbox.hardware.gpio.GpioChips;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** Lists the chips. */
@Command(
    name = "detect",
    mixinStandardHelpOptions = true,
    versionProvider = ProgramVersion.class,
    description = "Lists the chips: name, label, and how many lines they have.")
final class GpioDetectCommand extends GpioWork {
  /** What is said of a machine without chips. */
  static final String NONE =
      "This machine has no GPIO chip: there is no /dev/gpiochip0 or the like.";

  GpioDetectCommand(GpioWorld world) {
    super(world);
  }

  @Override
  int work(GpioChips chips) {
    List<String> paths = chips.paths();
    if (paths.isEmpty()) {
      throw new DriverFault(NONE);
    }
    int code = CommandLine.ExitCode.OK;
    for (String path : paths) {
      try (GpioChip chip = chips.open(path)) {
        say(LineText.of(chip.info()));
      } catch (DriverFault fault) {
        code = fail(fault);
      }
    }
    return code;
  }
}
