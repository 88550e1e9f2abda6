package dev.signalbox.hardware.tm1637;

import dev.signalbox.core.engine.DriverFault;
import dev.signalbox.hardware.gpio.AtTheEnd;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Keeps a display at what it is to show: what differs every 50 ms, and all of it every second, for
 * a chip that was without power for a moment has forgotten it. Owned by the display's thread, which
 * takes one turn after the other; a test takes them by hand.
 *
 * <p>While there is no acknowledge every turn tries all of it, up to the first byte that is not
 * acknowledged, so a display shows within 50 ms of being plugged in. Lines that fail are let go of
 * and asked for again every second.
 */
final class Refresher {
  static final long INTERVAL_NANOS = TimeUnit.MILLISECONDS.toNanos(50);
  static final long WHOLE_NANOS = TimeUnit.SECONDS.toNanos(1);

  private static final System.Logger LOG = System.getLogger(Refresher.class.getName());

  private final Supplier<Wires> source;
  private final Waits waits;
  private final Tm1637Settings settings;
  private final Consumer<Optional<String>> found;
  private final Optional<String> silence;

  private @Nullable Wires wires;
  private @Nullable FaceWriter writer;
  private long wholeAt;
  private @Nullable String logged;
  private @Nullable Thread owner;

  /**
   * @param place where the display is, for people
   * @param source asks for the lines
   * @param found is told after each turn what is wrong, if anything is
   */
  Refresher(
      String place,
      Supplier<Wires> source,
      Waits waits,
      Tm1637Settings settings,
      Consumer<Optional<String>> found) {
    this.source = source;
    this.waits = waits;
    this.settings = settings;
    this.found = found;
    silence =
        Optional.of(
            ("TM1637 (%s): no acknowledge; check its wires and its power,"
                    + " or set 'acknowledge: ignore' if it never gives one")
                .formatted(place));
  }

  /**
   * Takes one turn.
   *
   * @param face what the display is to show; null for nothing yet
   * @param nanos the monotonic clock
   * @return when the next turn is due
   */
  long turn(@Nullable Face face, long nanos) {
    assert isOwner() : "refreshed by " + Thread.currentThread() + ", owned by " + owner;
    Optional<String> fault;
    try {
      fault = refresh(face, nanos);
    } catch (RuntimeException failure) {
      letGo();
      fault = Optional.of(reason(failure));
    }
    found.accept(fault);
    return nanos + (writer == null ? WHOLE_NANOS : INTERVAL_NANOS);
  }

  private boolean isOwner() {
    if (owner == null) {
      owner = Thread.currentThread();
    }
    return Thread.currentThread().equals(owner);
  }

  private Optional<String> refresh(@Nullable Face face, long nanos) {
    FaceWriter open = writer == null ? open(nanos) : writer;
    if (face == null) {
      return Optional.empty();
    }
    if (nanos - wholeAt >= WHOLE_NANOS) {
      wholeAt = nanos;
      open.forget();
    }
    return open.write(face) ? Optional.empty() : silence;
  }

  private FaceWriter open(long nanos) {
    Wires requested = source.get();
    FaceWriter opened = new FaceWriter(new Bus(requested, waits, settings));
    wires = requested;
    writer = opened;
    wholeAt = nanos - WHOLE_NANOS;
    return opened;
  }

  private String reason(RuntimeException fault) {
    if (fault instanceof DriverFault) {
      return String.valueOf(fault.getMessage());
    }
    String reason = "its driver failed: " + fault;
    if (!reason.equals(logged)) {
      logged = reason;
      LOG.log(System.Logger.Level.ERROR, "the driver of a display failed", fault);
    }
    return reason;
  }

  /** Ends: leaves the digits as the settings say, and lets go of the lines. */
  void end() {
    assert isOwner() : "ended by " + Thread.currentThread() + ", owned by " + owner;
    try {
      if (writer != null && settings.atTheEnd() == AtTheEnd.OFF) {
        writer.darken();
      }
    } catch (DriverFault _) {
      // The lines are gone, and with them the way to the digits.
    } finally {
      letGo();
    }
  }

  private void letGo() {
    Wires held = wires;
    wires = null;
    writer = null;
    if (held != null) {
      try {
        held.close();
      } catch (DriverFault _) {
        // What had failed before is what people are told.
      }
    }
  }
}
