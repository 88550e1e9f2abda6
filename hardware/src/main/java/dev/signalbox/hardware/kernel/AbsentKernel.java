package dev.signalbox.hardware.kernel;

import dev.signalbox.core.engine.DriverFault;
import java.lang.foreign.MemorySegment;

/**
 * Stands where there is no Linux kernel: every call fails.
 *
 * @param reason why there is none, as a sentence for people
 */
public record AbsentKernel(String reason) implements Kernel {
  @Override
  public int open(String path, int flags) {
    throw absent();
  }

  @Override
  public void close(int fd) {
    throw absent();
  }

  @Override
  public int ioctl(int fd, String name, long request, MemorySegment argument) {
    throw absent();
  }

  @Override
  public long read(int fd, MemorySegment into, long bytes) {
    throw absent();
  }

  @Override
  public boolean poll(int fd, int bell, int timeoutMs) {
    throw absent();
  }

  @Override
  public int bell() {
    throw absent();
  }

  @Override
  public void ring(int bell) {
    throw absent();
  }

  private DriverFault absent() {
    return new DriverFault(reason);
  }
}
