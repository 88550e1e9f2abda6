package dev.signalbox.hardware.gpio;

import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import dev.signalbox.hardware.kernel.Errno;
import dev.signalbox.hardware.kernel.Kernel;
import dev.signalbox.hardware.kernel.KernelException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.List;

/** Lines that the kernel gave, with buffers that every call uses again. */
final class RequestedLines implements Lines {
  private static final int EVENTS_A_READ = 16;

  private final Kernel kernel;
  private final int fd;
  private final String shown;
  private final int[] offsets;
  private final MemorySegment values = Arena.ofAuto().allocate(GpioV2.VALUES_BYTES, Long.BYTES);
  private final MemorySegment events =
      Arena.ofAuto().allocate(EVENTS_A_READ * GpioV2.EVENT_BYTES, Long.BYTES);
  private boolean closed;

  /**
   * Lines by their descriptor.
   *
   * @param shown the lines for people
   */
  RequestedLines(Kernel kernel, int fd, String shown, List<Integer> offsets) {
    this.kernel = kernel;
    this.fd = fd;
    this.shown = shown;
    this.offsets = offsets.stream().mapToInt(Integer::intValue).toArray();
  }

  @Override
  public void set(long mask, long wanted) {
    values.set(JAVA_LONG, GpioV2.VALUES_MASK, mask);
    values.set(JAVA_LONG, GpioV2.VALUES_BITS, wanted & mask);
    call("GPIO_V2_LINE_SET_VALUES", GpioV2.SET_VALUES, values);
  }

  @Override
  public long get(long mask) {
    values.set(JAVA_LONG, GpioV2.VALUES_MASK, mask);
    values.set(JAVA_LONG, GpioV2.VALUES_BITS, 0);
    call("GPIO_V2_LINE_GET_VALUES", GpioV2.GET_VALUES, values);
    return values.get(JAVA_LONG, GpioV2.VALUES_BITS) & mask;
  }

  @Override
  public void configure(LineSetup setup, long wanted) {
    if (setup.lines() != offsets.length) {
      throw new IllegalArgumentException(
          "a setup for " + setup.lines() + " lines must be for " + offsets.length);
    }
    call("GPIO_V2_LINE_SET_CONFIG", GpioV2.SET_CONFIG, setup.withValues(wanted));
  }

  private void call(String name, long request, MemorySegment argument) {
    requireOpen();
    try {
      kernel.ioctl(fd, name, request, argument);
    } catch (KernelException refused) {
      throw GpioFaults.about(shown, refused);
    }
  }

  @Override
  public boolean awaitEdge(int bell, int timeoutMs) {
    requireOpen();
    return kernel.poll(fd, bell, timeoutMs);
  }

  @Override
  public int readEdges(EdgeListener listener) {
    requireOpen();
    int count = (int) (read() / GpioV2.EVENT_BYTES);
    for (int i = 0; i < count; i++) {
      long at = i * GpioV2.EVENT_BYTES;
      listener.edge(
          indexOf(events.get(JAVA_INT, at + GpioV2.EVENT_OFFSET)),
          events.get(JAVA_INT, at + GpioV2.EVENT_ID) == GpioV2.RISING,
          events.get(JAVA_LONG, at + GpioV2.EVENT_TIMESTAMP),
          events.get(JAVA_INT, at + GpioV2.EVENT_LINE_SEQUENCE));
    }
    return count;
  }

  private long read() {
    try {
      long bytes = kernel.read(fd, events, events.byteSize());
      if (bytes > 0) {
        return bytes;
      }
    } catch (KernelException refused) {
      throw GpioFaults.about(shown, refused);
    }
    KernelException end = KernelException.of(shown, "read", Errno.ENODEV.number());
    throw GpioFaults.about(shown, end);
  }

  private int indexOf(int offset) {
    for (int i = 0; i < offsets.length; i++) {
      if (offsets[i] == offset) {
        return i;
      }
    }
    throw new IllegalStateException("the kernel told an edge of line " + offset + " of " + shown);
  }

  @Override
  public String toString() {
    return shown;
  }

  private void requireOpen() {
    if (closed) {
      throw new IllegalStateException(shown + " is closed");
    }
  }

  @Override
  public void close() {
    if (!closed) {
      closed = true;
      kernel.close(fd);
    }
  }
}
