package dev.signalbox.hardware.gpio;

import static java.lang.foreign.ValueLayout.JAVA_INT;

import dev.signalbox.hardware.kernel.Kernel;
import java.lang.foreign.MemorySegment;

/** A kernel that does nothing, and allocates nothing doing it. One edge of line 1 always waits. */
final class SilentKernel implements Kernel {
  @Override
  public int open(String path, int flags) {
    return 3;
  }

  @Override
  public void close(int fd) {}

  @Override
  public int ioctl(int fd, String name, long request, MemorySegment argument) {
    return 0;
  }

  @Override
  public long read(int fd, MemorySegment into, long bytes) {
    into.set(JAVA_INT, 12, 1);
    return 48;
  }

  @Override
  public boolean poll(int fd, int bell, int timeoutMs) {
    return true;
  }

  @Override
  public int bell() {
    return 4;
  }

  @Override
  public void ring(int bell) {}
}
