package dev.signalbox.hardware.tm1637;

import static java.lang.foreign.ValueLayout.JAVA_LONG;

import dev.signalbox.hardware.fake.WrappedKernel;
import dev.signalbox.hardware.kernel.Kernel;
import java.lang.foreign.MemorySegment;

/**
 * A real kernel whose calls are counted, and on whose lines there seems to be a TM1637: what is
 * read is low, which acknowledges. The call to read is made all the same.
 */
final class AnsweringKernel extends WrappedKernel {
  private long calls;

  AnsweringKernel(Kernel kernel) {
    super(kernel);
  }

  /** How many calls there were by {@code ioctl}. */
  long calls() {
    return calls;
  }

  @Override
  public int ioctl(int fd, String name, long request, MemorySegment argument) {
    calls++;
    int result = super.ioctl(fd, name, request, argument);
    if (name.equals("GPIO_V2_LINE_GET_VALUES")) {
      argument.set(JAVA_LONG, 0, 0);
    }
    return result;
  }
}
