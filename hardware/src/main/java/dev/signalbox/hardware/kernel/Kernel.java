package dev.signalbox.hardware.kernel;

import dev.signalbox.core.engine.DriverFault;
import java.lang.foreign.MemorySegment;

/**
 * The calls of the kernel that the hardware needs. An error is a {@link KernelException}; a call
 * that a signal interrupts is made again. Thread: any; a call that may block belongs on a platform
 * thread.
 */
public interface Kernel {
  /** {@link #open}: to read and to write, and not for programs that this one starts. */
  int READ_WRITE = 0x2 | 0x80000;

  /** No descriptor. */
  int NONE = -1;

  /**
   * The kernel that this program runs on.
   *
   * @throws DriverFault if that is not a 64-bit Linux
   */
  static Kernel ofLinux() {
    return LinuxKernel.get();
  }

  /**
   * Opens a file or a device.
   *
   * @param flags those of {@code open(2)}
   * @return its descriptor
   */
  int open(String path, int flags);

  /** Closes a descriptor, which is free afterwards whatever becomes of the call. */
  void close(int fd);

  /**
   * {@code ioctl(2)} with an argument in memory.
   *
   * @param name the request's name for people: {@code GPIO_V2_GET_LINE}
   * @return what the call returned, 0 for most
   */
  int ioctl(int fd, String name, long request, MemorySegment argument);

  /**
   * Reads; blocks until there is something.
   *
   * @return how many bytes were read; 0 at the end
   */
  long read(int fd, MemorySegment into, long bytes);

  /**
   * Waits until {@code fd} can be read. Blocks.
   *
   * @param timeoutMs 0 not to wait, negative to wait without end
   * @return whether it can be read, or has hung up, which the next read tells
   */
  default boolean poll(int fd, int timeoutMs) {
    return poll(fd, NONE, timeoutMs);
  }

  /**
   * Waits until {@code fd} can be read or {@code bell} was rung. Blocks.
   *
   * @param bell one of {@link #bell()}, or {@link #NONE}
   * @param timeoutMs 0 not to wait, negative to wait without end
   * @return whether {@code fd} can be read, or has hung up, which the next read tells
   */
  boolean poll(int fd, int bell, int timeoutMs);

  /**
   * A descriptor that ends any {@link #poll(int, int, int)} once it was rung ({@code eventfd(2)}).
   */
  int bell();

  /** Rings a {@link #bell()}, for good. */
  void ring(int bell);
}
