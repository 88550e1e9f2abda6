package dev.signalbox.hardware.fake;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import dev.signalbox.hardware.fake.FakeKernel.Refused;
import dev.signalbox.hardware.kernel.Errno;
import java.lang.foreign.MemorySegment;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** Lines that were requested together, and their edges that nobody read yet. */
final class FakeLines implements FakeKernel.Opened {
  private static final long SET_CONFIG = 0xc110b40dL;
  private static final long GET_VALUES = 0xc010b40eL;
  private static final long SET_VALUES = 0xc010b40fL;
  private static final int MOST_LINES = 64;
  private static final int EVENT_BYTES = 48;

  private record Event(long nanos, boolean active, int offset, int number, int lineNumber) {}

  /** A line, what the kernel takes its level to be, and how many edges it had. */
  private static final class Held {
    private final FakeLine line;
    private FakeConfig.Of config;
    private boolean active;
    private int edges;
    private int changes;

    Held(FakeLine line, FakeConfig.Of config) {
      this.line = line;
      this.config = config;
    }
  }

  private final FakeKernel kernel;
  private final List<Held> held = new ArrayList<>();
  private final Deque<Event> events = new ArrayDeque<>();
  private final int capacity;
  private int edges;
  private boolean gone;

  private FakeLines(FakeKernel kernel, int capacity) {
    this.kernel = kernel;
    this.capacity = capacity;
  }

  /** {@code GPIO_V2_GET_LINE}. */
  static FakeLines request(FakeKernel kernel, FakeChip chip, MemorySegment request) {
    FakeChip.require(request, 592);
    int count = request.get(JAVA_INT, 560);
    if (count < 1 || count > MOST_LINES) {
      throw new Refused(Errno.EINVAL);
    }
    FakeChip.requireZero(request, 568, 588);
    FakeConfig config = FakeConfig.read(request.asSlice(288, 272), count);
    FakeLines lines = new FakeLines(kernel, capacity(request.get(JAVA_INT, 564), count));
    try {
      for (int i = 0; i < count; i++) {
        lines.take(chip.existing(request.get(JAVA_INT, 4L * i)), consumer(request), config.of(i));
      }
    } catch (Refused refused) {
      lines.held.forEach(one -> one.line.free());
      throw refused;
    }
    request.set(JAVA_INT, 588, kernel.add(lines));
    return lines;
  }

  private static int capacity(int wanted, int count) {
    return wanted == 0 ? 16 * count : Math.min(wanted, 16 * MOST_LINES);
  }

  private static String consumer(MemorySegment request) {
    byte[] bytes = request.asSlice(256, 32).toArray(JAVA_BYTE);
    return new String(bytes, StandardCharsets.UTF_8).split("\0", 2)[0];
  }

  private void take(FakeLine line, String consumer, FakeConfig.Of config) {
    line.take(consumer, this);
    Held one = new Held(line, config);
    held.add(one);
    configure(one, config);
  }

  private static void configure(Held one, FakeConfig.Of config) {
    one.config = new FakeConfig.Of(0, 0, false);
    if (config.hasDirection()) {
      one.line.configure(config.flags(), config.debounceMicros(), config.active());
    } else {
      one.line.mean(config.flags());
    }
    one.config = config;
    one.active = one.line.isActive();
    one.changes++;
  }

  void hangUp() {
    gone = true;
  }

  /** The pin of a line changed its level. */
  void edge(FakeLine line) {
    for (Held one : held) {
      if (one.line == line) {
        edge(one);
      }
    }
  }

  /** A level counts once it was kept for the debounce time, and has the time at which it counts. */
  private void edge(Held one) {
    int change = ++one.changes;
    long micros = one.config.debounceMicros();
    if (micros == 0) {
      becomes(one);
    } else {
      kernel.after(
          Duration.ofNanos(micros * 1_000),
          () -> {
            if (one.changes == change) {
              becomes(one);
            }
          });
    }
  }

  private void becomes(Held one) {
    boolean active = one.line.isActive();
    if (active != one.active || one.config.debounceMicros() == 0) {
      one.active = active;
      if (one.config.tells(active) && !gone) {
        tell(one, active);
      }
    }
  }

  private void tell(Held one, boolean active) {
    if (events.size() == capacity) {
      events.removeFirst();
    }
    edges++;
    one.edges++;
    events.add(new Event(kernel.nanos(), active, one.line.offset(), edges, one.edges));
    kernel.stir();
  }

  @Override
  public boolean isReadable() {
    return gone || !events.isEmpty();
  }

  @Override
  public long read(MemorySegment into, long bytes) {
    requireThere();
    if (bytes < EVENT_BYTES) {
      throw new Refused(Errno.EINVAL);
    }
    long at = 0;
    while (!events.isEmpty() && at + EVENT_BYTES <= bytes) {
      write(into.asSlice(at, EVENT_BYTES), events.removeFirst());
      at += EVENT_BYTES;
    }
    return at;
  }

  private static void write(MemorySegment struct, Event event) {
    struct.fill((byte) 0);
    struct.set(JAVA_LONG, 0, event.nanos);
    struct.set(JAVA_INT, 8, event.active ? 1 : 2);
    struct.set(JAVA_INT, 12, event.offset);
    struct.set(JAVA_INT, 16, event.number);
    struct.set(JAVA_INT, 20, event.lineNumber);
  }

  @Override
  public int ioctl(long request, MemorySegment argument) {
    requireThere();
    if (request == SET_CONFIG) {
      setConfig(argument);
    } else if (request == GET_VALUES) {
      getValues(argument);
    } else if (request == SET_VALUES) {
      setValues(argument);
    } else {
      throw new Refused(Errno.EINVAL);
    }
    return 0;
  }

  private void requireThere() {
    if (gone) {
      throw new Refused(Errno.ENODEV);
    }
  }

  private void setConfig(MemorySegment struct) {
    FakeChip.require(struct, 272);
    FakeConfig config = FakeConfig.read(struct, held.size());
    for (int i = 0; i < held.size(); i++) {
      configure(held.get(i), config.of(i));
    }
  }

  private List<Integer> chosen(MemorySegment values) {
    FakeChip.require(values, 16);
    long mask = values.get(JAVA_LONG, 8);
    List<Integer> chosen = new ArrayList<>();
    for (int i = 0; i < held.size(); i++) {
      if ((mask & 1L << i) != 0) {
        chosen.add(i);
      }
    }
    if (chosen.isEmpty()) {
      throw new Refused(Errno.EINVAL);
    }
    return chosen;
  }

  private void getValues(MemorySegment values) {
    long bits = 0;
    for (int i : chosen(values)) {
      Held one = held.get(i);
      boolean active = one.config.debounceMicros() == 0 ? one.line.isActive() : one.active;
      bits |= active ? 1L << i : 0;
    }
    values.set(JAVA_LONG, 0, bits);
  }

  private void setValues(MemorySegment values) {
    List<Integer> chosen = chosen(values);
    if (!chosen.stream().allMatch(i -> held.get(i).line.isOutput())) {
      throw new Refused(Errno.EPERM);
    }
    long bits = values.get(JAVA_LONG, 0);
    chosen.forEach(i -> held.get(i).line.set((bits & 1L << i) != 0));
  }

  @Override
  public void close() {
    if (!gone) {
      held.forEach(one -> one.line.free());
    }
  }
}
