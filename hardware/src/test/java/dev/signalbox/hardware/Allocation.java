package dev.signalbox.hardware;

import static org.junit.jupiter.api.Assertions.fail;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;

/** Holds code to what it says of garbage. */
public final class Allocation {
  private static final int CALLS = 10_000;
  private static final int MOST_ROUNDS = 200;

  /** What measuring itself may take. */
  private static final long SLACK_BYTES = 1_000;

  private Allocation() {}

  /**
   * Requires that {@code call} comes to allocate nothing. It may in the first rounds, while the
   * virtual machine has not compiled it.
   */
  public static void assertNone(Runnable call) {
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long bytes = Long.MAX_VALUE;
    for (int round = 0; round < MOST_ROUNDS && bytes > SLACK_BYTES; round++) {
      long before = threads.getCurrentThreadAllocatedBytes();
      for (int i = 0; i < CALLS; i++) {
        call.run();
      }
      bytes = threads.getCurrentThreadAllocatedBytes() - before;
    }
    if (bytes > SLACK_BYTES) {
      fail(bytes + " bytes for " + CALLS + " calls");
    }
  }
}
