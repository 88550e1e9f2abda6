package dev.signalbox.hardware.kernel;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;
import static java.lang.foreign.ValueLayout.JAVA_SHORT;

import dev.signalbox.core.engine.DriverFault;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.Locale;

/**
 * The kernel of a 64-bit Linux, through the C library. No call allocates but those that open and
 * those that fail.
 */
final class LinuxKernel implements Kernel {
  private static final int CLOSE_ON_EXEC = 0x80000;

  // poll(2): struct pollfd is an int and two shorts.
  private static final long POLLFD_BYTES = 8;
  private static final long POLLFD_EVENTS = 4;
  private static final long POLLFD_RETURNED = 6;
  private static final short POLLIN = 1;

  /** What a thread needs for its calls. */
  private static final class Scratch {
    private final MemorySegment errno = Arena.ofAuto().allocate(CLibrary.CALL_STATE);
    private final MemorySegment pollfds = Arena.ofAuto().allocate(2 * POLLFD_BYTES, POLLFD_BYTES);
    private final MemorySegment one = Arena.ofAuto().allocateFrom(JAVA_LONG, 1);
  }

  private static final class Only {
    private static final LinuxKernel KERNEL = new LinuxKernel();
  }

  private static final ThreadLocal<Scratch> SCRATCH = ThreadLocal.withInitial(Scratch::new);

  private LinuxKernel() {}

  static Kernel get() {
    String system = System.getProperty("os.name");
    if (!system.toLowerCase(Locale.ROOT).equals("linux") || ADDRESS.byteSize() != Long.BYTES) {
      throw new DriverFault(
          "Hardware needs a 64-bit Linux; this is %s on %s."
              .formatted(system, System.getProperty("os.arch")));
    }
    return Only.KERNEL;
  }

  @Override
  public int open(String path, int flags) {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment name = arena.allocateFrom(path);
      MemorySegment errno = SCRATCH.get().errno;
      int fd;
      do {
        fd = CLibrary.open(errno, name, flags);
      } while (fd < 0 && isInterrupted(errno));
      return checked(fd, path, "open");
    }
  }

  @Override
  public void close(int fd) {
    MemorySegment errno = SCRATCH.get().errno;
    if (CLibrary.close(errno, fd) < 0 && !isInterrupted(errno)) {
      throw failed("descriptor " + fd, "close");
    }
  }

  @Override
  public int ioctl(int fd, String name, long request, MemorySegment argument) {
    MemorySegment errno = SCRATCH.get().errno;
    int result;
    do {
      result = CLibrary.ioctl(errno, fd, request, argument);
    } while (result < 0 && isInterrupted(errno));
    if (result < 0) {
      throw failed("descriptor " + fd, name);
    }
    return result;
  }

  @Override
  public long read(int fd, MemorySegment into, long bytes) {
    if (bytes > into.byteSize()) {
      throw new IllegalArgumentException(bytes + " bytes do not fit into " + into);
    }
    MemorySegment errno = SCRATCH.get().errno;
    long count;
    do {
      count = CLibrary.read(errno, fd, into, bytes);
    } while (count < 0 && isInterrupted(errno));
    if (count < 0) {
      throw failed("descriptor " + fd, "read");
    }
    return count;
  }

  /** An interrupted wait is over without a result: whoever waits does so again and again anyway. */
  @Override
  public boolean poll(int fd, int bell, int timeoutMs) {
    Scratch mine = SCRATCH.get();
    await(mine.pollfds, 0, fd);
    await(mine.pollfds, POLLFD_BYTES, bell);
    int ready = CLibrary.poll(mine.errno, mine.pollfds, 2, timeoutMs);
    if (ready < 0 && !isInterrupted(mine.errno)) {
      throw failed("descriptor " + fd, "poll");
    }
    return ready > 0 && mine.pollfds.get(JAVA_SHORT, POLLFD_RETURNED) != 0;
  }

  private static void await(MemorySegment pollfds, long at, int fd) {
    pollfds.set(JAVA_INT, at, fd);
    pollfds.set(JAVA_SHORT, at + POLLFD_EVENTS, POLLIN);
    pollfds.set(JAVA_SHORT, at + POLLFD_RETURNED, (short) 0);
  }

  @Override
  public int bell() {
    return checked(CLibrary.eventfd(SCRATCH.get().errno, 0, CLOSE_ON_EXEC), "a bell", "eventfd");
  }

  @Override
  public void ring(int bell) {
    Scratch mine = SCRATCH.get();
    long written;
    do {
      written = CLibrary.write(mine.errno, bell, mine.one, Long.BYTES);
    } while (written < 0 && isInterrupted(mine.errno));
    if (written < 0) {
      throw failed("descriptor " + bell, "write");
    }
  }

  private int checked(int result, String subject, String call) {
    if (result < 0) {
      throw failed(subject, call);
    }
    return result;
  }

  private KernelException failed(String subject, String call) {
    return KernelException.of(subject, call, CLibrary.errno(SCRATCH.get().errno));
  }

  private static boolean isInterrupted(MemorySegment errno) {
    return CLibrary.errno(errno) == Errno.EINTR.number();
  }
}
