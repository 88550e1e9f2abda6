package dev.signalbox.hardware.gpio;

import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.MemorySegment;
import java.time.Duration;

/** Reads what the kernel says of a line ({@code struct gpio_v2_line_info}). */
final class LineInfoStruct {
  private LineInfoStruct() {}

  static LineInfo lineInfo(MemorySegment struct) {
    long flags = struct.get(JAVA_LONG, GpioV2.INFO_FLAGS);
    return new LineInfo(
        struct.get(JAVA_INT, GpioV2.INFO_OFFSET),
        GpioV2.name(struct, GpioV2.INFO_NAME),
        GpioV2.name(struct, GpioV2.INFO_CONSUMER),
        has(flags, GpioV2.USED),
        config(flags, debounce(struct)));
  }

  private static LineConfig config(long flags, Duration debounce) {
    boolean activeLow = has(flags, GpioV2.ACTIVE_LOW);
    return has(flags, GpioV2.OUTPUT)
        ? new LineConfig.Output(drive(flags), bias(flags), false, activeLow)
        : new LineConfig.Input(bias(flags), edges(flags), debounce, activeLow);
  }

  private static Duration debounce(MemorySegment struct) {
    int count = Math.min(struct.get(JAVA_INT, GpioV2.INFO_NUM_ATTRIBUTES), GpioV2.MOST_ATTRIBUTES);
    for (int i = 0; i < count; i++) {
      long at = GpioV2.INFO_ATTRIBUTES + i * GpioV2.ATTRIBUTE_BYTES;
      if (struct.get(JAVA_INT, at + GpioV2.ATTRIBUTE_ID) == GpioV2.ATTRIBUTE_DEBOUNCE) {
        int micros = struct.get(JAVA_INT, at + GpioV2.ATTRIBUTE_VALUE);
        return Duration.ofNanos(Integer.toUnsignedLong(micros) * 1_000);
      }
    }
    return Duration.ZERO;
  }

  private static Bias bias(long flags) {
    return has(flags, GpioV2.BIAS_PULL_UP)
        ? Bias.PULL_UP
        : has(flags, GpioV2.BIAS_PULL_DOWN)
            ? Bias.PULL_DOWN
            : has(flags, GpioV2.BIAS_DISABLED) ? Bias.DISABLED : Bias.AS_IS;
  }

  private static Drive drive(long flags) {
    return has(flags, GpioV2.OPEN_DRAIN)
        ? Drive.OPEN_DRAIN
        : has(flags, GpioV2.OPEN_SOURCE) ? Drive.OPEN_SOURCE : Drive.PUSH_PULL;
  }

  private static Edges edges(long flags) {
    boolean falling = has(flags, GpioV2.EDGE_FALLING);
    return has(flags, GpioV2.EDGE_RISING)
        ? (falling ? Edges.BOTH : Edges.RISING)
        : (falling ? Edges.FALLING : Edges.NONE);
  }

  private static boolean has(long flags, long flag) {
    return (flags & flag) != 0;
  }
}
