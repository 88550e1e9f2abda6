package dev.signalbox.hardware.gpio;

import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What each line of a request is used as, in the kernel's form ({@code struct
 * gpio_v2_line_config}), made once and used any number of times. Belongs to the thread of its
 * {@link Lines}.
 *
 * <p>The kernel has flags for all lines, and attributes for those that differ. The attribute of the
 * outputs' values comes first here, because it is what changes.
 */
public final class LineSetup {
  private static final long VALUES = GpioV2.CONFIG_ATTRIBUTES + GpioV2.ATTRIBUTE_VALUE;

  private final MemorySegment config = Arena.ofAuto().allocate(GpioV2.CONFIG_BYTES, Long.BYTES);
  private final int lines;
  private final long outputs;

  /**
   * What the lines are used as, in the order of the request.
   *
   * @throws IllegalArgumentException if there are none, more than 64, or too many that differ
   */
  public LineSetup(List<LineConfig> each) {
    lines = each.size();
    if (lines < 1 || lines > GpioV2.MOST_LINES) {
      throw new IllegalArgumentException(lines + " lines must be 1 to " + GpioV2.MOST_LINES);
    }
    outputs = values(each);
    attributes(each);
  }

  int lines() {
    return lines;
  }

  /** The lines that are outputs. */
  long outputs() {
    return outputs;
  }

  /** In the kernel's form, the outputs being at these values. */
  MemorySegment withValues(long values) {
    if (outputs != 0) {
      config.set(JAVA_LONG, VALUES, values & outputs);
    }
    return config;
  }

  /**
   * In the kernel's form, the outputs being at the values that were last given, or at their first.
   */
  MemorySegment asIs() {
    return config;
  }

  /** Writes the first values, and returns the lines that have one. */
  private long values(List<LineConfig> each) {
    long mask = 0;
    long values = 0;
    for (int i = 0; i < lines; i++) {
      if (each.get(i) instanceof LineConfig.Output output) {
        mask |= 1L << i;
        values |= output.active() ? 1L << i : 0;
      }
    }
    if (mask != 0) {
      add(GpioV2.ATTRIBUTE_OUTPUT_VALUES, values, mask);
    }
    return mask;
  }

  private void attributes(List<LineConfig> each) {
    Map<Long, Long> flags = new LinkedHashMap<>();
    Map<Long, Long> debounces = new LinkedHashMap<>();
    for (int i = 0; i < lines; i++) {
      LineConfig line = each.get(i);
      flags.merge(line.flags(), 1L << i, (one, other) -> one | other);
      if (line instanceof LineConfig.Input input && !input.debounce().isZero()) {
        debounces.merge(input.debounce().toNanos() / 1_000, 1L << i, (one, other) -> one | other);
      }
    }
    long common = flags.keySet().iterator().next();
    config.set(JAVA_LONG, GpioV2.CONFIG_FLAGS, common);
    flags.remove(common);
    flags.forEach((value, mask) -> add(GpioV2.ATTRIBUTE_FLAGS, value, mask));
    debounces.forEach((micros, mask) -> add(GpioV2.ATTRIBUTE_DEBOUNCE, micros, mask));
  }

  private void add(int id, long value, long mask) {
    int number = config.get(JAVA_INT, GpioV2.CONFIG_NUM_ATTRIBUTES);
    if (number == GpioV2.MOST_ATTRIBUTES) {
      throw new IllegalArgumentException("the lines of one request differ in too many ways");
    }
    long at = GpioV2.CONFIG_ATTRIBUTES + number * GpioV2.CONFIG_ATTRIBUTE_BYTES;
    config.set(JAVA_INT, at + GpioV2.ATTRIBUTE_ID, id);
    if (id == GpioV2.ATTRIBUTE_DEBOUNCE) {
      config.set(JAVA_INT, at + GpioV2.ATTRIBUTE_VALUE, (int) value);
    } else {
      config.set(JAVA_LONG, at + GpioV2.ATTRIBUTE_VALUE, value);
    }
    config.set(JAVA_LONG, at + GpioV2.CONFIG_ATTRIBUTE_MASK, mask);
    config.set(JAVA_INT, GpioV2.CONFIG_NUM_ATTRIBUTES, number + 1);
  }
}
