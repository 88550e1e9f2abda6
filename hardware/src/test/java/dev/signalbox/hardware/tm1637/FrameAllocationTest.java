package dev.signalbox.hardware.tm1637;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Refreshing makes no garbage once the code is compiled, be it whole faces or differences. */
class FrameAllocationTest {
  private static final int FRAMES = 100;
  private static final long DEADLINE_SECONDS = 120;
  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  private final Bench bench = new Bench();
  private final Tm1637Settings settings = Tm1637Settings.plain("test");
  private final Face[] faces = {Face.of("1234", true, 7), Face.of("5678", false, 0)};
  private int faults;
  private int turns;
  private long nanos;

  private final Refresher refresher =
      new Refresher(
          "CLK 22, DIO 21",
          () -> bench.request(settings),
          _ -> {},
          settings,
          fault -> faults += fault.isPresent() ? 1 : 0);

  @Test
  void frame_allocatesNothing() {
    refresh();
    bench.seam.mute();
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(DEADLINE_SECONDS);
    long allocated;
    do {
      long before = THREADS.getCurrentThreadAllocatedBytes();
      for (int frame = 0; frame < FRAMES; frame++) {
        refresh();
      }
      allocated = THREADS.getCurrentThreadAllocatedBytes() - before;
    } while (allocated > 0 && System.nanoTime() - end < 0);

    assertEquals(0, allocated, "bytes for " + FRAMES + " frames");
    assertEquals(0, faults);
    assertTrue(bench.seam.mutedCalls() > 100L * turns, "frames that write nothing");
  }

  private void refresh() {
    turns++;
    nanos += Refresher.INTERVAL_NANOS;
    refresher.turn(faces[turns % 2], nanos);
  }
}
