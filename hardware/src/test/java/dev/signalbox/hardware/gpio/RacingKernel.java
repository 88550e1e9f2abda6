package dev.signalbox.hardware.gpio;

import dev.signalbox.hardware.fake.WrappedKernel;
import dev.signalbox.hardware.kernel.Kernel;
import java.lang.foreign.MemorySegment;

/** A kernel in which something happens just before a line is next read. */
final class RacingKernel extends WrappedKernel {
  private Runnable beforeRead = () -> {};

  RacingKernel(Kernel kernel) {
    super(kernel);
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
    return super.ioctl(fd, name, request, argument);
  }
}
