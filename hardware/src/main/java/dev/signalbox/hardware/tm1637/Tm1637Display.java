package dev.signalbox.hardware.tm1637;

import dev.signalbox.boards.ports.SegmentDisplay;
import dev.signalbox.hardware.FaultBell;
import dev.signalbox.hardware.gpio.GpioChips;
import dev.signalbox.hardware.gpio.LineAddress;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A display of four digits on a TM1637, refreshed by a thread of its own, {@code display-…}.
 *
 * <p>What it is told to show is noted, newest wins, and on the digits within 50 ms. What goes wrong
 * is its {@link #fault()}, lines that can't be had included; what can come back does so by itself.
 */
public final class Tm1637Display implements SegmentDisplay {
  private static final long LONGEST_END_MS = 5_000;

  // Any thread.
  private volatile @Nullable Face wanted;
  private final FaultBell bell = new FaultBell();
  private volatile boolean stopping;
  private final Thread thread;

  // The display's thread.
  private final Refresher refresher;

  private Tm1637Display(
      GpioChips chips, LineAddress clk, LineAddress dio, Tm1637Settings settings) {
    Supplier<Wires> source = () -> Wires.request(chips, clk, dio, settings);
    String place = "CLK " + clk + ", DIO " + dio;
    refresher = new Refresher(place, source, Waits.PRECISE, settings, this::found);
    thread = Thread.ofPlatform().name("display-" + clk).daemon().unstarted(this::run);
  }

  /**
   * A display that refreshes from now on. Never blocks, and does not fail: what is wrong is its
   * {@link #fault()}.
   *
   * @param clk its clock line
   * @param dio its data line, of the same chip
   */
  public static Tm1637Display start(
      GpioChips chips, LineAddress clk, LineAddress dio, Tm1637Settings settings) {
    Tm1637Display display = new Tm1637Display(chips, clk, dio, settings);
    display.thread.start();
    return display;
  }

  @Override
  public void show(String text, boolean on, int brightness) {
    show(Face.of(text, on, brightness));
  }

  /** Shows any segments. Never blocks. Thread: any. */
  public void show(Face face) {
    wanted = face;
  }

  @Override
  public void onFaultChange(Runnable told) {
    bell.onFaultChange(told);
  }

  @Override
  public Optional<String> fault() {
    return bell.fault();
  }

  /** The display's thread. */
  private void found(Optional<String> fault) {
    fault.ifPresentOrElse(bell::ring, bell::rest);
  }

  private void run() {
    while (!stopping) {
      long due = refresher.turn(wanted, System.nanoTime());
      pauseUntil(due);
    }
    refresher.end();
  }

  private void pauseUntil(long due) {
    long left = due - System.nanoTime();
    while (!stopping && left > 0) {
      LockSupport.parkNanos(this, left);
      left = due - System.nanoTime();
    }
  }

  /**
   * Leaves the digits as the settings say and lets go of the lines; waits for that, 5 s at most.
   */
  @Override
  public void close() {
    stopping = true;
    LockSupport.unpark(thread);
    try {
      thread.join(LONGEST_END_MS);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }
}
