package dev.signalbox.hardware.fake;

import dev.signalbox.hardware.kernel.Kernel;
import java.lang.foreign.MemorySegment;

/** Does what another kernel does; a test overrides the calls that it wants to have a hand in. */
public abstract class WrappedKernel implements Kernel {
  private final Kernel kernel;

  protected WrappedKernel(Kernel kernel) {
    this.kernel = kernel;
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
  public int ioctl(int fd, String name, long request, MemorySegment argument) {
    return kernel.ioctl(fd, name, request, argument);
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
