package dev.signalbox.app.gpio;

import dev.signalbox.hardware.gpio.GpioChip;
import dev.signalbox.hardware.gpio.GpioChips;
import dev.signalbox.hardware.gpio.LineConfig;
import dev.signalbox.hardware.gpio.Lines;
import dev.signalbox.hardware.gpio.LinesRequest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Lines that belong to this program until they are closed, of however many chips: one request for
 * each chip. Owned by one thread.
 */
public final class HeldLines implements AutoCloseable {
  private record Group(Lines lines, List<NamedLine> named) {}

  private final List<Group> groups = new ArrayList<>();

  private HeldLines() {}

  /**
   * Takes lines, all of them or none.
   *
   * @param config what each is used as
   * @throws dev.signalbox.core.engine.DriverFault if one can't be had
   */
  public static HeldLines take(
      GpioChips chips, List<NamedLine> all, Function<NamedLine, LineConfig> config) {
    HeldLines held = new HeldLines();
    try {
      byChip(all)
          .forEach(
              (chip, lines) -> held.groups.add(new Group(of(chips, chip, lines, config), lines)));
      return held;
    } catch (RuntimeException refused) {
      held.close();
      throw refused;
    }
  }

  static Map<String, List<NamedLine>> byChip(List<NamedLine> all) {
    return all.stream()
        .collect(
            Collectors.groupingBy(
                line -> line.place().chip(), LinkedHashMap::new, Collectors.toList()));
  }

  private static Lines of(
      GpioChips chips, String path, List<NamedLine> lines, Function<NamedLine, LineConfig> config) {
    try (GpioChip chip = chips.open(path)) {
      return chip.request(
          new LinesRequest(
              NamedLine.CONSUMER,
              lines.stream().map(line -> line.place().offset()).toList(),
              lines.stream().map(config).toList()));
    }
  }

  /** Whether each is active; those of one chip are read at once if it can. */
  public Map<NamedLine, Boolean> values() {
    Map<NamedLine, Boolean> values = new LinkedHashMap<>();
    for (Group group : groups) {
      int count = group.named.size();
      long active = group.lines.get(-1L >>> (Long.SIZE - count));
      for (int i = 0; i < count; i++) {
        values.put(group.named.get(i), (active >>> i & 1) != 0);
      }
    }
    return values;
  }

  /** Lets go of them. */
  @Override
  public void close() {
    groups.forEach(group -> group.lines.close());
    groups.clear();
  }
}
