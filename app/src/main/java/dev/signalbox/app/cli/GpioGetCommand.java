package dev.signalbox.app.cli;

import dev.signalbox.app.gpio.HeldLines;
import dev.signalbox.app.gpio.NamedLine;
import dev.signalbox.hardware.gpio.Bias;
import dev.signalbox.hardware.gpio.Edges;
import dev.signalbox.hardware.gpio.GpioChips;
import dev.signalbox.hardware.gpio.LineConfig;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Reads lines. */
@Command(
    name = "get",
    mixinStandardHelpOptions = true,
    versionProvider = ProgramVersion.class,
    sortOptions = false,
    description = {
      "Reads lines: LINE=1 for one that is active, LINE=0 for one that is not.",
      "An input stays an input and an output an output, unless there is --input. A bias is for"
          + " inputs only."
    },
    footer = {
      "",
      "Examples:",
      "  signalbox gpio get GPIO17",
      "  signalbox gpio get --active-low --bias pull-up 17 27",
      "  signalbox gpio get --numeric --chip gpiochip1 0 1 2 3"
    })
final class GpioGetCommand extends GpioReadWork {
  @Option(names = "--numeric", description = "Only the values, on one line.")
  private boolean numeric;

  GpioGetCommand(GpioWorld world) {
    super(world);
  }

  @Override
  int work(GpioChips chips) {
    List<NamedLine> lines = find(chips);
    LineConfig config = config();
    if (config instanceof LineConfig.Input) {
      requireInputs(chips, lines);
    }
    try (HeldLines held = HeldLines.take(chips, lines, _ -> config)) {
      print(lines, held.values());
    }
    return CommandLine.ExitCode.OK;
  }

  private LineConfig config() {
    return isInput() || bias() != Bias.AS_IS
        ? new LineConfig.Input(bias(), Edges.NONE, Duration.ZERO, isActiveLow())
        : new LineConfig.AsIs(isActiveLow());
  }

  private void print(List<NamedLine> lines, Map<NamedLine, Boolean> values) {
    if (numeric) {
      say(lines.stream().map(line -> digit(values, line)).collect(Collectors.joining(" ")));
    } else {
      lines.forEach(line -> say(line.said() + "=" + digit(values, line)));
    }
  }

  private static String digit(Map<NamedLine, Boolean> values, NamedLine line) {
    return Boolean.TRUE.equals(values.get(line)) ? "1" : "0";
  }
}
