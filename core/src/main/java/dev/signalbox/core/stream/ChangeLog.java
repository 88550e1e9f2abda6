package dev.signalbox.core.stream;

import dev.signalbox.core.model.Change;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * The newest changes, by sequence number: a bounded ring.
 *
 * <p>One thread appends, any thread reads. A reader finds out whether a slot was overwritten under
 * it by looking at the number of the change that it found there, so reading takes no lock and never
 * holds up the writer.
 */
public final class ChangeLog {
  /** How many changes a log keeps where nothing else is said. */
  public static final int DEFAULT_CAPACITY = 65_536;

  private final AtomicReferenceArray<Change> ring;

  /**
   * @param capacity how many changes it keeps, 1 to 16,777,216
   * @throws IllegalArgumentException if {@code capacity} is out of range
   */
  public ChangeLog(int capacity) {
    if (capacity < 1 || capacity > 1 << 24) {
      throw new IllegalArgumentException(
          "change log of " + capacity + " changes must be 1 to 16777216");
    }
    ring = new AtomicReferenceArray<>(capacity);
  }

  /** How many changes it keeps at most. Thread: any. */
  public int capacity() {
    return ring.length();
  }

  /** Appends the change that follows the last one. Thread: the writer's only. */
  void append(Change change) {
    ring.setRelease(slot(change.sequence()), change);
  }

  /**
   * The changes from {@code after + 1} to {@code upTo}, or the first {@code most} of them.
   *
   * @param upTo a sequence number that was appended before this call
   * @return empty if one of them is no longer kept
   */
  public Optional<List<Change>> read(long after, long upTo, int most) {
    long last = Math.min(upTo, after + most);
    if (last - after > ring.length()) {
      return Optional.empty();
    }
    List<Change> changes = new ArrayList<>((int) Math.max(0, last - after));
    for (long sequence = after + 1; sequence <= last; sequence++) {
      Change change = ring.getAcquire(slot(sequence));
      if (change == null || change.sequence() != sequence) {
        return Optional.empty();
      }
      changes.add(change);
    }
    return Optional.of(changes);
  }

  /** Whether the change of that number is still kept. Thread: any. */
  public boolean keeps(long sequence) {
    Change change = ring.getAcquire(slot(sequence));
    return change != null && change.sequence() == sequence;
  }

  private int slot(long sequence) {
    return (int) (sequence % ring.length());
  }
}
