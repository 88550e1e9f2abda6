package dev.signalbox.app.cli;

import dev.signalbox.app.gpio.HeldLines;
import dev.signalbox.app.gpio.NamedLine;
import dev.signalbox.app.gpio.StopRequest;
import dev.signalbox.app.settings.DurationType;
import dev.signalbox.hardware.gpio.Bias;
import dev.signalbox.hardware.gpio.Drive;
import dev.signalbox.hardware.gpio.GpioChips;
import dev.signalbox.hardware.gpio.LineConfig;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Sets lines, and holds them. */
@Command(
    name = "set",
    mixinStandardHelpOptions = true,
    versionProvider = ProgramVersion.class,
    sortOptions = false,
    description = {
      "Sets lines and holds them, until Ctrl-C or for some time.",
      "A line that is let go of may stay as it is or become an input: that is up to its chip."
    },
    footer = {
      "",
      "Examples:",
      "  signalbox gpio set GPIO17=1",
      "  signalbox gpio set --active-low --for 500ms 5=on 6=off"
    })
final class GpioSetCommand extends GpioLineWork {
  @Option(names = "--active-low", description = "A line is low while it is active.")
  private boolean activeLow;

  @Option(
      names = "--drive",
      paramLabel = "DRIVE",
      converter = ChoiceArgument.OfDrive.class,
      description = "open-drain, open-source, or push-pull, as if left out.")
  private Drive drive = Drive.PUSH_PULL;

  @Option(
      names = "--for",
      paramLabel = "TIME",
      converter = TimeArgument.class,
      description = "How long, such as 500ms or 10s, up to 24h; until Ctrl-C if left out.")
  private @Nullable Duration length;

  @Parameters(
      paramLabel = "LINE=VALUE",
      arity = "1..*",
      converter = LineValue.Argument.class,
      description = "A number or a name; 1, on or active, or 0, off or inactive.")
  private List<LineValue> wanted = List.of();

  GpioSetCommand(GpioWorld world) {
    super(world);
  }

  @Override
  int work(GpioChips chips) {
    Duration time = length == null ? null : HoldTime.checked(length);
    List<NamedLine> lines = find(chips, wanted.stream().map(LineValue::line).toList());
    Map<NamedLine, Boolean> values = new HashMap<>();
    for (int i = 0; i < lines.size(); i++) {
      values.put(lines.get(i), wanted.get(i).active());
    }
    StopRequest stop = stopRequest();
    try (HeldLines _ = HeldLines.take(chips, lines, line -> config(values.get(line)))) {
      say(
          "%s: held %s. Let go of, a line may stay so or become an input."
              .formatted(
                  shown(), time == null ? "until Ctrl-C" : "for " + DurationType.shown(time)));
      return time == null ? stop.await() : stop.await(time).orElse(CommandLine.ExitCode.OK);
    }
  }

  private LineConfig config(@Nullable Boolean active) {
    return new LineConfig.Output(drive, Bias.AS_IS, Boolean.TRUE.equals(active), activeLow);
  }

  private String shown() {
    return wanted.stream().map(LineValue::toString).collect(Collectors.joining(" "));
  }
}
