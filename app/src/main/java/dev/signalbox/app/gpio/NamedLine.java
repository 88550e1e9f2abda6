package dev.signalbox.app.gpio;

import dev.signalbox.hardware.gpio.GpioChips;
import dev.signalbox.hardware.gpio.LineAddress;
import dev.signalbox.hardware.gpio.LinePlace;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A line that a command is about.
 *
 * @param said what people called it: a number, or a name
 * @param place where it is
 */
public record NamedLine(String said, LinePlace place) {
  /** By what name the lines are taken, for others to see. */
  public static final String CONSUMER = "signalbox";

  /**
   * The lines that people mean.
   *
   * @param chip where to look for them; none for the chip of the pin header (numbers), or any
   *     (names)
   * @throws dev.signalbox.core.engine.DriverFault if there is no such line, or a chip can't be
   *     opened
   * @throws IllegalArgumentException if a name is blank, or a line is there twice
   */
  public static List<NamedLine> find(GpioChips chips, Optional<String> chip, List<String> names) {
    Map<LinePlace, String> found = new HashMap<>();
    return names.stream()
        .map(name -> {
          LinePlace place = chips.find(new LineAddress(chip, name));
          String same = found.put(place, name);
          if (same != null) {
            throw new IllegalArgumentException(
                same.equals(name)
                    ? "'" + name + "' is there twice"
                    : "'%s' and '%s' are the same line".formatted(same, name));
          }
          return new NamedLine(name, place);
        })
        .toList();
  }
}
