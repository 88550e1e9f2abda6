package dev.signalbox.hardware.gpio;

import dev.signalbox.hardware.kernel.Kernel;
import java.lang.foreign.MemorySegment;

/** A kernel in which something happens just before a line is next read. */
final class RacingKernel implements Kernel {
  private final Kernel kernel;
  private Runnable beforeRead = () -> {};

  RacingKernel(Kernel kernel) {
    this.kernel = kernel;
  }

  void beforeNextRead(Runnable action) {
    beforeRead = action;
  }

  @Override
  public int ioctl(int fd, String name, long request, MemorySegment argument) {
    if (request == GpioV2.GET_VALUES) {
      Runnable action = beforeRead;
      beforeRead = () -> {};
      action.run();
    }
    return kernel.ioctl(fd, name, request, argument);
  }

  @Override
  public int open(String path, int flags) {
    return kernel.open(path, flags);
  }

  @Override
  public void close(int fd) {
    kernel.close(fd);
  }

  @Override
  public long read(int fd, MemorySegment into, long bytes) {
    return kernel.read(fd, into, bytes);
  }

  @Override
  public boolean poll(int fd, int bell, int timeoutMs) {
    return kernel.poll(fd, bell, timeoutMs);
  }

  @Override
  public int bell() {
    return kernel.bell();
  }

  @Override
  public void ring(int bell) {
    kernel.ring(bell);
  }
}
