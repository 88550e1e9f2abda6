package dev.signalbox.hardware.sim;

import dev.signalbox.hardware.kernel.Kernel;
import java.lang.foreign.MemorySegment;
import java.util.function.Consumer;

/**
 * A kernel that tells of its calls.
 *
 * @param afterIoctl is told the name of one that went well
 */
public record TellingKernel(Kernel kernel, Consumer<String> afterIoctl, Runnable beforeClose)
    implements Kernel {
  @Override
  public int open(String path, int flags) {
    return kernel.open(path, flags);
  }

  @Override
  public void close(int fd) {
    beforeClose.run();
    kernel.close(fd);
  }

  @Override
  public int ioctl(int fd, String name, long request, MemorySegment argument) {
    int result = kernel.ioctl(fd, name, request, argument);
    afterIoctl.accept(name);
    return result;
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
