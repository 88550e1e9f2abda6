package dev.signalbox.hardware.sim;

import dev.signalbox.hardware.fake.WrappedKernel;
import dev.signalbox.hardware.kernel.Kernel;
import java.lang.foreign.MemorySegment;
import java.util.function.Consumer;

/** A kernel that tells of its calls. */
public final class TellingKernel extends WrappedKernel {
  private final Consumer<String> afterIoctl;
  private final Runnable beforeClose;

  /** Tells {@code afterIoctl} the name of each that went well. */
  public TellingKernel(Kernel kernel, Consumer<String> afterIoctl, Runnable beforeClose) {
    super(kernel);
    this.afterIoctl = afterIoctl;
    this.beforeClose = beforeClose;
  }

  @Override
  public void close(int fd) {
    beforeClose.run();
    super.close(fd);
  }

  @Override
  public int ioctl(int fd, String name, long request, MemorySegment argument) {
    int result = super.ioctl(fd, name, request, argument);
    afterIoctl.accept(name);
    return result;
  }
}
