package dev.signalbox.hardware.fake;

import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import dev.signalbox.hardware.fake.FakeKernel.Refused;
import dev.signalbox.hardware.kernel.Errno;
import java.lang.foreign.MemorySegment;
import java.util.List;
import java.util.stream.IntStream;

/** A {@code struct gpio_v2_line_config}, read and checked as the kernel does it. */
record FakeConfig(List<Of> each) {
  private static final long VALID = 0x1ffe;
  private static final long INPUT = 1 << 2;
  private static final long OUTPUT = 1 << 3;
  private static final long RISING = 1 << 4;
  private static final long FALLING = 1 << 5;
  private static final long DRIVE = 3 << 6;
  private static final long BIAS = 7 << 8;
  private static final int MOST_ATTRIBUTES = 10;
  private static final int FLAGS = 1;
  private static final int VALUES = 2;
  private static final int DEBOUNCE = 3;

  /** What one line is to be. */
  record Of(long flags, long debounceMicros, boolean active) {
    boolean hasDirection() {
      return (flags & (INPUT | OUTPUT)) != 0;
    }

    boolean tells(boolean rising) {
      return (flags & (rising ? RISING : FALLING)) != 0;
    }

    private void check() {
      long drive = flags & DRIVE;
      long bias = flags & BIAS;
      boolean edges = (flags & (RISING | FALLING)) != 0;
      boolean wrong =
          (flags & ~VALID) != 0
              || (flags & (INPUT | OUTPUT)) == (INPUT | OUTPUT)
              || (edges && (flags & INPUT) == 0)
              || drive == DRIVE
              || (drive != 0 && (flags & OUTPUT) == 0)
              || (bias != 0 && !hasDirection())
              || Long.bitCount(bias) > 1
              || (debounceMicros != 0 && (flags & INPUT) == 0);
      if (wrong) {
        throw new Refused(Errno.EINVAL);
      }
    }
  }

  Of of(int line) {
    return each.get(line);
  }

  static FakeConfig read(MemorySegment config, int lines) {
    int count = config.get(JAVA_INT, 8);
    if (count < 0 || count > MOST_ATTRIBUTES) {
      throw new Refused(Errno.EINVAL);
    }
    FakeChip.requireZero(config, 12, 32);
    for (int i = 0; i < count; i++) {
      FakeChip.requireZero(config, 32 + 24L * i + 4, 32 + 24L * i + 8);
    }
    List<Of> each = IntStream.range(0, lines).mapToObj(i -> line(config, i)).toList();
    each.forEach(Of::check);
    return new FakeConfig(each);
  }

  private static Of line(MemorySegment config, int line) {
    long flags = attribute(config, FLAGS, line, config.get(JAVA_LONG, 0));
    long values = attribute(config, VALUES, line, 0);
    long debounce = attribute(config, DEBOUNCE, line, 0) & 0xffff_ffffL;
    return new Of(flags, debounce, (values & 1L << line) != 0);
  }

  /** Of several attributes for a line the first counts. */
  private static long attribute(MemorySegment config, int id, int line, long otherwise) {
    for (int i = 0; i < config.get(JAVA_INT, 8); i++) {
      long at = 32 + 24L * i;
      boolean isMeant = (config.get(JAVA_LONG, at + 16) & 1L << line) != 0;
      if (isMeant && config.get(JAVA_INT, at) == id) {
        return config.get(JAVA_LONG, at + 8);
      }
    }
    return otherwise;
  }
}
