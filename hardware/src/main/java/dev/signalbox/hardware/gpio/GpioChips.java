package dev.signalbox.hardware.gpio;

import dev.signalbox.core.engine.DriverFault;
import dev.signalbox.hardware.kernel.AbsentKernel;
import dev.signalbox.hardware.kernel.Kernel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * The chips of a machine, and where a line is among them. Nothing is remembered: chips come and go.
 * Thread: any.
 */
public final class GpioChips {
  /** Labels of the chips that have a Raspberry Pi's pin header, whose numbers vary. */
  private static final List<String> HEADERS =
      List.of("pinctrl-rp1", "pinctrl-bcm2711", "pinctrl-bcm2835");

  private final Kernel kernel;
  private final Supplier<List<String>> paths;

  /**
   * The chips at these paths.
   *
   * @param paths asked each time that one is looked for
   */
  public GpioChips(Kernel kernel, Supplier<List<String>> paths) {
    this.kernel = kernel;
    this.paths = paths;
  }

  /**
   * The chips of this machine. Where it is not a 64-bit Linux, it has none, and whatever is asked
   * of them says so.
   */
  public static GpioChips ofThisMachine() {
    try {
      return new GpioChips(Kernel.ofLinux(), () -> ChipPaths.in(Path.of(ChipPaths.FOLDER)));
    } catch (DriverFault noLinux) {
      return none(String.valueOf(noLinux.getMessage()));
    }
  }

  /** No chips, for that reason. */
  static GpioChips none(String reason) {
    return new GpioChips(
        new AbsentKernel(reason),
        () -> {
          throw new DriverFault(reason);
        });
  }

  /** The kernel that they belong to. */
  public Kernel kernel() {
    return kernel;
  }

  /** Where chips are: {@code /dev/gpiochip0}. */
  public List<String> paths() {
    return paths.get();
  }

  /**
   * Opens a chip.
   *
   * @param chip its name ({@code gpiochip0}), number ({@code 0}), path or label
   * @throws DriverFault if there is none, or it can't be opened
   */
  public GpioChip open(String chip) {
    return GpioChip.open(kernel, path(chip));
  }

  private String path(String chip) {
    return ChipPaths.named(chip).orElseGet(() -> labelled(chip));
  }

  private String labelled(String label) {
    return first(open -> isLabelled(open, label) ? Optional.of(open.path()) : Optional.empty())
        .orElseThrow(() -> new DriverFault("no GPIO chip is called '" + label + "'; " + there()));
  }

  private static boolean isLabelled(GpioChip chip, String label) {
    return chip.info().label().equals(label);
  }

  /**
   * Where a line is.
   *
   * @throws DriverFault if there is none, or several, or a chip can't be opened
   */
  public LinePlace find(LineAddress line) {
    return line.number().map(number -> byNumber(line, number)).orElseGet(() -> byName(line));
  }

  private LinePlace byNumber(LineAddress line, int number) {
    try (GpioChip chip = line.chip().map(this::open).orElseGet(this::header)) {
      if (number >= chip.info().lines()) {
        throw new DriverFault(
            "%s has the lines 0 to %d; there is no %d"
                .formatted(chip.info().name(), chip.info().lines() - 1, number));
      }
      return new LinePlace(chip.path(), number);
    }
  }

  /** The chip of the pin header; where no chip is known to be that, the first. */
  private GpioChip header() {
    List<String> all = paths();
    if (all.isEmpty()) {
      throw new DriverFault(there());
    }
    return GpioChip.open(
        kernel,
        first(chip ->
                HEADERS.contains(chip.info().label()) ? Optional.of(chip.path()) : Optional.empty())
            .orElse(all.getFirst()));
  }

  private LinePlace byName(LineAddress line) {
    List<String> among = line.chip().map(this::path).map(List::of).orElseGet(this::paths);
    List<LinePlace> found = all(among, chip -> named(chip, line.line()));
    if (found.isEmpty()) {
      throw new DriverFault(
          "no line is called '%s'%s; %s"
              .formatted(line.line(), line.chip().map(chip -> " on " + chip).orElse(""), there()));
    }
    if (found.size() > 1) {
      throw new DriverFault(
          "several lines are called '%s': %s; name one by its chip and number"
              .formatted(line.line(), shown(found)));
    }
    return found.getFirst();
  }

  private static List<LinePlace> named(GpioChip chip, String name) {
    return chip.lines().stream()
        .filter(info -> info.name().equals(name))
        .map(info -> new LinePlace(chip.path(), info.offset()))
        .toList();
  }

  private static String shown(List<LinePlace> places) {
    return places.stream()
        .map(place -> place.offset() + " on " + place.chip())
        .collect(Collectors.joining(", "));
  }

  private <T> Optional<T> first(Function<GpioChip, Optional<T>> look) {
    return all(paths(), chip -> look.apply(chip).stream().toList()).stream().findFirst();
  }

  /** What is found on those chips; a chip that can't be opened is said only if nothing is. */
  private <T> List<T> all(List<String> among, Function<GpioChip, List<T>> look) {
    List<T> found = new ArrayList<>();
    List<DriverFault> faults = new ArrayList<>();
    for (String path : among) {
      try (GpioChip chip = GpioChip.open(kernel, path)) {
        found.addAll(look.apply(chip));
      } catch (DriverFault fault) {
        faults.add(fault);
      }
    }
    if (found.isEmpty() && !faults.isEmpty()) {
      throw faults.getFirst();
    }
    return found;
  }

  private String there() {
    List<String> all = paths();
    return all.isEmpty() ? "this machine has no GPIO chip" : "there are " + String.join(", ", all);
  }
}
