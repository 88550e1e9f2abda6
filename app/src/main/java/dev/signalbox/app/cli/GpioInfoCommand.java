package dev.signalbox.app.cli;

import dev.signalbox.app.gpio.LineText;
import dev.signalbox.core.engine.DriverFault;
import dev.signalbox.hardware.gpio.GpioChip;
import dev.signalbox.hardware.gpio.GpioChips;
import dev.signalbox.hardware.gpio.LineAddress;
import dev.signalbox.hardware.gpio.LineInfo;
import dev.signalbox.hardware.gpio.LinePlace;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Lists lines. */
@Command(
    name = "info",
    mixinStandardHelpOptions = true,
    versionProvider = ProgramVersion.class,
    sortOptions = false,
    description = {
      "Lists lines: number, name, who uses them, and as what.",
      "Active high, no bias, push-pull, no edges and no debouncing are not mentioned."
    },
    footer = {
      "",
      "Examples:",
      "  signalbox gpio info",
      "  signalbox gpio info gpiochip0",
      "  signalbox gpio info --line GPIO17 --line GPIO27"
    })
final class GpioInfoCommand extends GpioWork {
  @Parameters(
      paramLabel = "CHIP",
      arity = "0..*",
      description = "By name, number, path or label; all chips if left out.")
  private List<String> named = List.of();

  @Option(
      names = "--line",
      paramLabel = "LINE",
      description = "This line only, by number or name; may be there several times.")
  private List<String> lines = List.of();

  GpioInfoCommand(GpioWorld world) {
    super(world);
  }

  @Override
  int work(GpioChips chips) {
    if (named.isEmpty() && chips.paths().isEmpty()) {
      throw new DriverFault(GpioDetectCommand.NONE);
    }
    return lines.isEmpty() ? all(chips) : some(chips);
  }

  private int all(GpioChips chips) {
    int code = CommandLine.ExitCode.OK;
    for (String chip : named.isEmpty() ? chips.paths() : named) {
      try (GpioChip open = chips.open(chip)) {
        print(open, open.lines());
      } catch (DriverFault fault) {
        code = fail(fault);
      }
    }
    return code;
  }

  private int some(GpioChips chips) {
    int code = CommandLine.ExitCode.OK;
    Map<String, TreeSet<Integer>> found = new LinkedHashMap<>();
    for (LineAddress address : addresses()) {
      try {
        LinePlace place = chips.find(address);
        found.computeIfAbsent(place.chip(), _ -> new TreeSet<>()).add(place.offset());
      } catch (DriverFault fault) {
        code = fail(fault);
      }
    }
    for (Map.Entry<String, TreeSet<Integer>> each : found.entrySet()) {
      try (GpioChip open = chips.open(each.getKey())) {
        print(open, each.getValue().stream().map(open::line).toList());
      } catch (DriverFault fault) {
        code = fail(fault);
      }
    }
    return code;
  }

  private List<LineAddress> addresses() {
    List<Optional<String>> where =
        named.isEmpty() ? List.of(Optional.empty()) : named.stream().map(Optional::of).toList();
    return where.stream()
        .flatMap(chip -> lines.stream().map(line -> new LineAddress(chip, line)))
        .toList();
  }

  private void print(GpioChip chip, List<LineInfo> each) {
    say(LineText.of(chip.info()));
    LineText.table(each).forEach(this::say);
  }
}
