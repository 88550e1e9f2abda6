package dev.signalbox.core.stream;

import dev.signalbox.core.model.BoardState;
import dev.signalbox.core.model.Change;
import dev.signalbox.core.model.HubState;
import dev.signalbox.core.model.PartAddress;
import dev.signalbox.core.model.PartState;
import dev.signalbox.core.model.Stamp;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Lets the changes of one part through no more often than a pace, for those who follow the latest.
 *
 * <p>A change that comes too soon after the last of its part is held back; when its time comes, the
 * part is told whole, as it is then, and what happened to it meanwhile is folded into that. While
 * anything is held back nobody is complete, so that no message carries an id until nothing is.
 * Owned by one thread.
 */
public final class Pacing {
  /** That nothing is held back. */
  public static final long NEVER = Long.MAX_VALUE;

  /**
   * What may be told now.
   *
   * @param isComplete whether who was told all of these, and was complete before, is complete again
   * @param skipped how many changes were folded into others since that was so the last time
   */
  public record Passed(List<Change> changes, boolean isComplete, long skipped) {
    public Passed {
      changes = List.copyOf(changes);
    }
  }

  /** What is known of one part. */
  private static final class Pace {
    private long nextAt;
    private int held;

    Pace(long nextAt) {
      this.nextAt = nextAt;
    }
  }

  private final long periodNanos;
  private final Map<PartAddress, Pace> paces = new HashMap<>();
  private int partsHeld;
  private long skipped;

  /**
   * @param period the least time between two changes of one part that are told
   */
  public Pacing(Duration period) {
    this.periodNanos = period.toNanos();
  }

  /**
   * Of changes that have just happened, those whose time it is.
   *
   * @param changes in their order, as far as they are followed
   */
  public Passed pass(List<Change> changes, long nanos) {
    List<Change> passed = new ArrayList<>();
    for (Change change : changes) {
      Optional<PartAddress> address = part(change);
      if (address.isEmpty() || isTimely(address.get(), nanos)) {
        passed.add(change);
      }
    }
    return passed(passed);
  }

  private static Optional<PartAddress> part(Change change) {
    return switch (change) {
      case Change.PartChanged changed -> Optional.of(changed.address());
      case Change.PartPut put -> Optional.of(put.address());
      case Change.PartGone gone -> Optional.of(gone.address());
      case Change.BoardChanged _ -> Optional.empty();
    };
  }

  private boolean isTimely(PartAddress part, long nanos) {
    Pace pace = paces.get(part);
    if (pace == null) {
      paces.put(part, new Pace(nanos + periodNanos));
      return true;
    }
    if (pace.held == 0 && nanos - pace.nextAt >= 0) {
      pace.nextAt = nanos + periodNanos;
      return true;
    }
    if (pace.held++ == 0) {
      partsHeld++;
    }
    return false;
  }

  /** Of what was held back, each part whose time it is, whole, as it is {@code now}. */
  public Passed due(HubState now, long nanos) {
    List<Change> due = new ArrayList<>();
    paces.forEach((part, pace) -> {
      if (pace.held > 0 && nanos - pace.nextAt >= 0) {
        due.add(whole(part, now));
        skipped += pace.held - 1;
        pace.held = 0;
        pace.nextAt = nanos + periodNanos;
        partsHeld--;
      }
    });
    paces.values().removeIf(pace -> pace.held == 0 && nanos - pace.nextAt >= 0);
    due.sort(Comparator.comparingLong(Change::sequence));
    return passed(due);
  }

  private static Change whole(PartAddress part, HubState now) {
    Optional<BoardState> board = now.board(part.board());
    PartState there = board.map(found -> found.parts().get(part.part())).orElse(null);
    if (there != null) {
      return new Change.PartPut(there.changed(), part, there.part());
    }
    Stamp gone = now.tombstones().parts().getOrDefault(part, new Stamp(now.sequence(), 0));
    return new Change.PartGone(gone, part);
  }

  private Passed passed(List<Change> changes) {
    boolean isComplete = partsHeld == 0;
    Passed passed = new Passed(changes, isComplete, isComplete ? skipped : 0);
    if (isComplete) {
      skipped = 0;
    }
    return passed;
  }

  /** Whether anything is held back. */
  public boolean isHolding() {
    return partsHeld > 0;
  }

  /** When {@link #due} has something to tell next; {@link #NEVER} if nothing is held back. */
  public long nextDue() {
    long next = NEVER;
    for (Pace pace : paces.values()) {
      if (pace.held > 0) {
        next = Math.min(next, pace.nextAt);
      }
    }
    return next;
  }
}
