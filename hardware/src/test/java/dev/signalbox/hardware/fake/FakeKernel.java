package dev.signalbox.hardware.fake;

import dev.signalbox.hardware.kernel.Errno;
import dev.signalbox.hardware.kernel.Kernel;
import dev.signalbox.hardware.kernel.KernelException;
import dev.signalbox.testkit.SteppedClock;
import java.lang.foreign.MemorySegment;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.function.IntSupplier;
import org.jspecify.annotations.Nullable;

/**
 * A kernel with chips that a test makes, by the rules of {@code drivers/gpio/gpiolib-cdev.c}. It
 * knows sizes, offsets and numbers from the header and shares none with what it tests.
 *
 * <p>Time is the stepped clock's. Whoever waits ({@link #poll}) makes it pass, through everything
 * that was arranged to happen meanwhile ({@link #after}); after {@link #blockWaits} waiting blocks
 * instead until a test lets time pass by {@link #step}. Thread: any.
 */
public final class FakeKernel implements Kernel {
  /** What a descriptor stands for. */
  interface Opened {
    int ioctl(long request, MemorySegment argument);

    default boolean isReadable() {
      return false;
    }

    default long read(MemorySegment into, long bytes) {
      throw new Refused(Errno.EINVAL);
    }

    default void close() {}
  }

  /** A call is refused. */
  static final class Refused extends RuntimeException {
    private static final long serialVersionUID = 1;
    private final int errno;

    Refused(Errno errno) {
      this(errno.number());
    }

    Refused(int errno) {
      super("errno " + errno, null, false, false);
      this.errno = errno;
    }
  }

  private record Arranged(long nanos, long order, Runnable action) {}

  /** A file that is no GPIO chip. */
  private static final class PlainFile implements Opened {
    @Override
    public int ioctl(long request, MemorySegment argument) {
      throw new Refused(Errno.ENOTTY);
    }
  }

  /** Readable once it was rung. */
  private static final class Bell implements Opened {
    private boolean rung;

    @Override
    public int ioctl(long request, MemorySegment argument) {
      throw new Refused(Errno.ENOTTY);
    }

    @Override
    public boolean isReadable() {
      return rung;
    }
  }

  private static final long NANOS_PER_MS = 1_000_000;

  private final SteppedClock clock;
  private final Map<String, FakeChip> chips = new LinkedHashMap<>();
  private final Map<Integer, Opened> descriptors = new HashMap<>();
  private final PriorityQueue<Arranged> arranged =
      new PriorityQueue<>(
          Comparator.comparingLong(Arranged::nanos).thenComparingLong(Arranged::order));
  private long order;
  private int nextDescriptor = 100;
  private boolean blocking;
  private int bellError;

  /** A kernel without chips, on this clock. */
  public FakeKernel(SteppedClock clock) {
    this.clock = clock;
  }

  /** A kernel without chips, on a clock of its own. */
  public FakeKernel() {
    this(new SteppedClock());
  }

  /** The clock of everything here; {@link #step} it, or by itself where nothing is arranged. */
  public SteppedClock clock() {
    return clock;
  }

  /** The time of the clock that edges have. */
  public long nanos() {
    return clock.nanos();
  }

  /** Adds a chip with lines that have no names, at {@code /dev/NAME}. */
  public synchronized FakeChip addChip(String name, String label, int lines) {
    FakeChip chip = new FakeChip(this, name, label, lines);
    chips.put(chip.path(), chip);
    return chip;
  }

  /** The paths of the chips that are there. */
  public synchronized List<String> paths() {
    return chips.values().stream().filter(chip -> !chip.isGone()).map(FakeChip::path).toList();
  }

  /** How many descriptors are open: 0 unless something was forgotten. */
  public synchronized int openDescriptors() {
    return descriptors.size();
  }

  /** From now on nobody gets a bell; 0 ends that. */
  public synchronized void refuseBells(int errno) {
    bellError = errno;
  }

  /** From now on whoever waits blocks until a test lets time pass. */
  public synchronized void blockWaits() {
    blocking = true;
  }

  /** Has something happen later, in this much time of the clock. */
  public synchronized void after(Duration delay, Runnable action) {
    arranged.add(new Arranged(nanos() + delay.toNanos(), order++, action));
  }

  /** Lets time pass, through everything that was arranged to happen meanwhile. */
  public synchronized void step(Duration by) {
    passTo(nanos() + by.toNanos());
    notifyAll();
  }

  private void passTo(long end) {
    while (!arranged.isEmpty() && arranged.peek().nanos <= end) {
      Arranged next = arranged.remove();
      moveTo(next.nanos);
      next.action.run();
    }
    moveTo(end);
  }

  private void moveTo(long nanos) {
    clock.step(Duration.ofNanos(Math.max(0, nanos - nanos())));
  }

  int add(Opened opened) {
    descriptors.put(nextDescriptor, opened);
    return nextDescriptor++;
  }

  /** Something changed that a waiting thread may want to know. */
  void stir() {
    notifyAll();
  }

  @Override
  public synchronized int open(String path, int flags) {
    FakeChip chip = chips.get(path);
    if (chip != null) {
      return answer(path, "open", () -> add(chip.opened()));
    }
    if (path.startsWith("/plain/")) {
      return add(new PlainFile());
    }
    throw KernelException.of(path, "open", Errno.ENOENT.number());
  }

  private static int answer(String subject, String call, IntSupplier action) {
    try {
      return action.getAsInt();
    } catch (Refused refused) {
      throw KernelException.of(subject, call, refused.errno);
    }
  }

  @Override
  public synchronized void close(int fd) {
    opened(fd, "close").close();
    descriptors.remove(fd);
    notifyAll();
  }

  private Opened opened(int fd, String call) {
    Opened opened = descriptors.get(fd);
    if (opened == null) {
      throw KernelException.of("descriptor " + fd, call, Errno.EBADF.number());
    }
    return opened;
  }

  @Override
  public synchronized int ioctl(int fd, String name, long request, MemorySegment argument) {
    Opened opened = opened(fd, name);
    return answer("descriptor " + fd, name, () -> opened.ioctl(request, argument));
  }

  @Override
  public synchronized long read(int fd, MemorySegment into, long bytes) {
    Opened opened = opened(fd, "read");
    if (!opened.isReadable()) {
      throw new AssertionError("a read of what has nothing would block");
    }
    return answer("descriptor " + fd, "read", () -> (int) opened.read(into, bytes));
  }

  @Override
  public synchronized boolean poll(int fd, int bell, int timeoutMs) {
    Opened line = fd == NONE ? null : opened(fd, "poll");
    Opened ringing = bell == NONE ? null : opened(bell, "poll");
    long deadline = timeoutMs < 0 ? Long.MAX_VALUE : nanos() + timeoutMs * NANOS_PER_MS;
    while (!isReadable(line) && !isReadable(ringing) && nanos() < deadline) {
      pass(deadline);
    }
    return isReadable(line);
  }

  private static boolean isReadable(@Nullable Opened opened) {
    return opened != null && opened.isReadable();
  }

  private void pass(long deadline) {
    if (blocking) {
      block();
    } else if (!arranged.isEmpty() && arranged.peek().nanos <= deadline) {
      passTo(arranged.peek().nanos);
    } else if (deadline == Long.MAX_VALUE) {
      throw new AssertionError("waits for ever");
    } else {
      passTo(deadline);
    }
  }

  @SuppressWarnings("WaitNotInLoop") // The loop is in poll.
  private void block() {
    try {
      wait();
    } catch (InterruptedException unexpected) {
      throw new AssertionError(unexpected);
    }
  }

  @Override
  public synchronized int bell() {
    if (bellError != 0) {
      throw KernelException.of("a bell", "eventfd", bellError);
    }
    return add(new Bell());
  }

  @Override
  public synchronized void ring(int bell) {
    ((Bell) opened(bell, "write")).rung = true;
    notifyAll();
  }
}
