package dev.signalbox.hardware.fake;

import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import dev.signalbox.hardware.fake.FakeKernel.Refused;
import dev.signalbox.hardware.kernel.Errno;
import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A line as a pin: who drives it, what pulls it, which level that makes, and every edge of that
 * with its time. Thread: any.
 */
public final class FakeLine {
  /** The pin went to a level. */
  public record Edge(long nanos, boolean high) {}

  private static final long ACTIVE_LOW = 1 << 1;
  private static final long INPUT = 1 << 2;
  private static final long OUTPUT = 1 << 3;
  private static final long OPEN_DRAIN = 1 << 6;
  private static final long OPEN_SOURCE = 1 << 7;
  private static final long PULL_UP = 1 << 8;
  private static final long PULL_DOWN = 1 << 9;

  private final FakeKernel kernel;
  private final int offset;
  private final List<Edge> edges = new ArrayList<>();
  private final List<Consumer<Edge>> watchers = new ArrayList<>();
  private String name = "";
  private String consumer = "";
  private boolean used;
  private int requestError;
  private long flags = INPUT;
  private long debounceMicros;
  private boolean driven;
  private @Nullable Boolean outside;
  private @Nullable Boolean outsidePull;
  private boolean high;
  private int conflicts;
  private @Nullable FakeLines holder;

  FakeLine(FakeKernel kernel, int offset) {
    this.kernel = kernel;
    this.offset = offset;
  }

  /** Gives it a name. */
  public FakeLine named(String other) {
    synchronized (kernel) {
      name = other;
      return this;
    }
  }

  /** Has somebody else use it. */
  public FakeLine occupy(String by) {
    synchronized (kernel) {
      used = true;
      consumer = by;
      return this;
    }
  }

  /** Has the kernel refuse it, whoever wants it; 0 ends that. */
  public FakeLine refuse(int errno) {
    synchronized (kernel) {
      requestError = errno;
      return this;
    }
  }

  /** Somebody made it an output and let go of it since, and it stayed one. */
  public FakeLine leftAsOutput(boolean high) {
    synchronized (kernel) {
      configure(OUTPUT, 0, high);
      return this;
    }
  }

  /** Nobody uses it any more. */
  public void free() {
    synchronized (kernel) {
      used = false;
      consumer = "";
      holder = null;
      flags = INPUT;
      debounceMicros = 0;
      settle();
    }
  }

  /** What is wired to it drives it from now on. */
  public void drive(boolean to) {
    synchronized (kernel) {
      outside = to;
      settle();
    }
  }

  /** What is wired to it lets go of it. */
  public void release() {
    synchronized (kernel) {
      outside = null;
      settle();
    }
  }

  /** A resistor outside. */
  public void pull(boolean up) {
    synchronized (kernel) {
      outsidePull = up;
      settle();
    }
  }

  /** Whoever is wired to it sees its edges; called at each, and may drive it. */
  public void watch(Consumer<Edge> watcher) {
    synchronized (kernel) {
      watchers.add(watcher);
    }
  }

  /** The level of the pin. */
  public boolean isHigh() {
    synchronized (kernel) {
      return high;
    }
  }

  /** Every edge until now. */
  public List<Edge> edges() {
    synchronized (kernel) {
      return List.copyOf(edges);
    }
  }

  /** Whether it is in use. */
  public boolean isUsed() {
    synchronized (kernel) {
      return used;
    }
  }

  /** Who uses it. */
  public String consumer() {
    synchronized (kernel) {
      return consumer;
    }
  }

  /** The flags that it was last configured with. */
  public long flags() {
    synchronized (kernel) {
      return flags;
    }
  }

  /** How often the chip drove it against what is wired to it, which is a short circuit. */
  public int conflicts() {
    synchronized (kernel) {
      return conflicts;
    }
  }

  int offset() {
    return offset;
  }

  void take(String by, FakeLines lines) {
    if (requestError != 0) {
      throw new Refused(requestError);
    }
    if (used) {
      throw new Refused(Errno.EBUSY);
    }
    used = true;
    consumer = by;
    holder = lines;
  }

  void configure(long wanted, long debounce, boolean active) {
    flags = wanted;
    debounceMicros = debounce;
    driven = active;
    settle();
  }

  /** It goes on as it is; only which level is meant by active may be another. */
  void mean(long wanted) {
    boolean level = driven != has(ACTIVE_LOW);
    flags = (flags & ~ACTIVE_LOW) | (wanted & ACTIVE_LOW);
    driven = level != has(ACTIVE_LOW);
  }

  void set(boolean active) {
    driven = active;
    settle();
  }

  boolean isOutput() {
    return has(OUTPUT);
  }

  boolean isActive() {
    return high != has(ACTIVE_LOW);
  }

  long debounceMicros() {
    return debounceMicros;
  }

  private boolean has(long flag) {
    return (flags & flag) != 0;
  }

  /** Works out the level, and tells everybody if it is another one. */
  private void settle() {
    Boolean chip = byChip();
    if (chip != null && outside != null && !chip.equals(outside)) {
      conflicts++;
    }
    boolean now = level(chip);
    if (now != high) {
      high = now;
      Edge edge = new Edge(kernel.nanos(), now);
      edges.add(edge);
      if (holder != null) {
        holder.edge(this);
      }
      List.copyOf(watchers).forEach(watcher -> watcher.accept(edge));
    }
  }

  /** What the chip drives it to; null if it does not. */
  private @Nullable Boolean byChip() {
    if (!isOutput()) {
      return null;
    }
    boolean level = driven != has(ACTIVE_LOW);
    boolean letGo = level ? has(OPEN_DRAIN) : has(OPEN_SOURCE);
    return letGo ? null : level;
  }

  private boolean level(@Nullable Boolean chip) {
    if (chip != null) {
      return chip;
    }
    if (outside != null) {
      return outside;
    }
    if (outsidePull != null) {
      return outsidePull;
    }
    return has(PULL_UP) || (!has(PULL_DOWN) && high);
  }

  void describe(MemorySegment info) {
    FakeChip.write(info, 0, name);
    FakeChip.write(info, 32, consumer);
    info.set(JAVA_INT, 64, offset);
    info.set(JAVA_LONG, 72, flags | (used ? 1 : 0));
    if (debounceMicros != 0) {
      info.set(JAVA_INT, 68, 1);
      info.set(JAVA_INT, 80, 3);
      info.set(JAVA_INT, 88, (int) debounceMicros);
    }
  }
}
