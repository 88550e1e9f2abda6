package dev.signalbox.app.gpio;

import dev.signalbox.app.settings.DurationType;
import dev.signalbox.app.yaml.Shown;
import dev.signalbox.hardware.gpio.Bias;
import dev.signalbox.hardware.gpio.ChipInfo;
import dev.signalbox.hardware.gpio.Drive;
import dev.signalbox.hardware.gpio.Edges;
import dev.signalbox.hardware.gpio.LineConfig;
import dev.signalbox.hardware.gpio.LineInfo;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Chips and lines for people. */
public final class LineText {
  private static final String NAMELESS = "-";

  private LineText() {}

  /** A chip: {@code gpiochip0: 'pinctrl-bcm2711', 58 lines}. */
  public static String of(ChipInfo chip) {
    return "%s: %s, %d line%s"
        .formatted(
            chip.name(), Shown.quoted(chip.label()), chip.lines(), chip.lines() == 1 ? "" : "s");
  }

  /** Lines of one chip, as a table: number, name, user, and what they are used as. */
  public static List<String> table(List<LineInfo> lines) {
    int names = lines.stream().mapToInt(line -> name(line).length()).max().orElse(0);
    int users = lines.stream().mapToInt(line -> user(line).length()).max().orElse(0);
    return lines.stream()
        .map(line ->
            "%4d  %s  %s  %s"
                .formatted(
                    line.offset(),
                    padded(name(line), names),
                    padded(user(line), users),
                    use(line.config())))
        .toList();
  }

  private static String padded(String text, int width) {
    return text + " ".repeat(width - text.length());
  }

  private static String name(LineInfo line) {
    return line.name().isEmpty() ? NAMELESS : Shown.quoted(line.name());
  }

  private static String user(LineInfo line) {
    if (!line.used()) {
      return "free";
    }
    return line.consumer().isEmpty() ? "in use" : Shown.quoted(line.consumer());
  }

  /** What is not said is as usual: active high, no bias, push-pull, no edges, no debouncing. */
  private static String use(LineConfig config) {
    List<String> words = new ArrayList<>();
    words.add(
        switch (config) {
          case LineConfig.Input _ -> "input";
          case LineConfig.Output _ -> "output";
          case LineConfig.AsIs _ -> "as it was";
        });
    if (config.activeLow()) {
      words.add("active low");
    }
    if (config.bias() != Bias.AS_IS) {
      words.add(config.bias() == Bias.DISABLED ? "no bias" : word(config.bias()));
    }
    switch (config) {
      case LineConfig.Input input -> {
        edges(input.edges(), words);
        debounce(input.debounce(), words);
      }
      case LineConfig.Output output -> drive(output.drive(), words);
      case LineConfig.AsIs _ -> {}
    }
    return String.join(", ", words);
  }

  private static void edges(Edges edges, List<String> words) {
    if (edges != Edges.NONE) {
      words.add(word(edges) + " edges");
    }
  }

  private static void debounce(Duration time, List<String> words) {
    if (!time.isZero()) {
      words.add("debounce " + DurationType.shown(time));
    }
  }

  private static void drive(Drive drive, List<String> words) {
    if (drive != Drive.PUSH_PULL) {
      words.add(word(drive));
    }
  }

  /** A constant as people write it: {@code pull-up}. */
  public static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
