package dev.signalbox.hardware.tm1637;

import dev.signalbox.hardware.fake.WrappedKernel;
import dev.signalbox.hardware.kernel.Kernel;
import java.lang.foreign.MemorySegment;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** A kernel whose calls are counted and told, and can be made to fail by a defect. */
final class WatchedKernel extends WrappedKernel {
  private final Runnable onRead;
  private volatile Runnable beforeOpen = () -> {};
  private @Nullable RuntimeException defect;
  private final AtomicInteger requests = new AtomicInteger();
  private boolean muted;
  private long mutedCalls;

  WatchedKernel(Kernel kernel, Runnable onRead) {
    super(kernel);
    this.onRead = onRead;
  }

  /** Has every ioctl fail like this; null ends it. */
  void fail(@Nullable RuntimeException with) {
    defect = with;
  }

  /** Has {@code action} run before each open, by the thread that opens. */
  void beforeOpen(Runnable action) {
    beforeOpen = action;
  }

  /** From now on no ioctl does anything, so that every line reads low. */
  void mute() {
    muted = true;
  }

  /** How many ioctls did nothing. */
  long mutedCalls() {
    return mutedCalls;
  }

  /** How often lines were asked for. */
  int requests() {
    return requests.get();
  }

  @Override
  public int open(String path, int flags) {
    beforeOpen.run();
    return super.open(path, flags);
  }

  @Override
  public int ioctl(int fd, String name, long request, MemorySegment argument) {
    if (muted) {
      mutedCalls++;
      return 0;
    }
    if (defect != null) {
      throw defect;
    }
    switch (name) {
      case "GPIO_V2_LINE_GET_VALUES" -> onRead.run();
      case "GPIO_V2_GET_LINE" -> requests.incrementAndGet();
      default -> {}
    }
    return super.ioctl(fd, name, request, argument);
  }
}
