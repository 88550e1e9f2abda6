package dev.signalbox.app.cli;

import dev.signalbox.app.gpio.EdgeWatch;
import dev.signalbox.app.gpio.NamedLine;
import dev.signalbox.app.gpio.StopBell;
import dev.signalbox.app.gpio.StopRequest;
import dev.signalbox.hardware.gpio.Edges;
import dev.signalbox.hardware.gpio.GpioChips;
import dev.signalbox.hardware.gpio.LineConfig;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Tells edges. */
@Command(
    name = "watch",
    mixinStandardHelpOptions = true,
    versionProvider = ProgramVersion.class,
    sortOptions = false,
    description = {
      "Tells the edges of lines of one chip: when, in seconds of the kernel's clock since the"
          + " start of the machine; which line; rising, which is to active, or falling."
    },
    footer = {
      "",
      "Examples:",
      "  signalbox gpio watch GPIO17",
      "  signalbox gpio watch --active-low --bias pull-up --debounce 5ms 17 27",
      "  signalbox gpio watch --edges rising --count 1 GPIO17"
    })
final class GpioWatchCommand extends GpioReadWork {
  @Option(
      names = "--debounce",
      paramLabel = "TIME",
      converter = TimeArgument.class,
      description = "How long a level must last, such as 500us or 5ms; any if left out.")
  private Duration debounce = Duration.ZERO;

  @Option(
      names = "--edges",
      paramLabel = "EDGES",
      converter = ChoiceArgument.OfEdges.class,
      description = "rising, falling, or both, as if left out.")
  private Edges edges = Edges.BOTH;

  @Option(
      names = "--count",
      paramLabel = "N",
      description = "Ends after so many edges, 1 or more; goes on until Ctrl-C if left out.")
  private @Nullable Long count;

  GpioWatchCommand(GpioWorld world) {
    super(world);
  }

  @Override
  int work(GpioChips chips) {
    if (count != null && count < 1) {
      throw new IllegalArgumentException("--count " + count + " must be 1 or more");
    }
    LineConfig config = new LineConfig.Input(bias(), edges, debounce, isActiveLow());
    List<NamedLine> lines = find(chips);
    requireInputs(chips, lines);
    StopRequest stop = stopRequest();
    try (EdgeWatch watch = EdgeWatch.begin(chips, lines, config, new Printer());
        StopBell bell = new StopBell(chips.kernel())) {
      stop.then(bell::ring);
      watch.follow(bell, count == null ? Long.MAX_VALUE : count);
    }
    return stop.came().orElse(CommandLine.ExitCode.OK);
  }

  /** Edges go where lines for people go; whoever reads them there may leave. */
  private final class Printer implements EdgeWatch.Listener {
    @Override
    public void edge(String text) {
      out().println(text);
    }

    @Override
    public void lost(String text) {
      complain(text);
    }

    @Override
    public boolean isListening() {
      return !out().checkError();
    }
  }
}
