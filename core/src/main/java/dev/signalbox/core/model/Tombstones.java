package dev.signalbox.core.model;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What is gone, so that a client that was away can be told.
 *
 * <p>Kept for an hour, and longer while there are at most 10,000; beyond 50,000 the oldest are
 * forgotten whatever their age, so that a client that makes and removes parts without end can't
 * fill the memory. {@code forgotten} says how far back the answer is still complete.
 *
 * @param parts in the order in which they went
 * @param forgotten the highest sequence number among the tombstones that are no longer kept
 */
public record Tombstones(Map<PartAddress, Stamp> parts, long forgotten) {
  private static final long KEPT_MS = 3_600_000;
  private static final int KEPT = 10_000;
  private static final int MOST = 50_000;

  /** Nothing is gone yet. */
  public static final Tombstones NONE = new Tombstones(Map.of(), 0);

  public Tombstones {
    parts = Collections.unmodifiableMap(new LinkedHashMap<>(parts));
  }

  Tombstones after(Change change) {
    return switch (change) {
      case Change.PartGone gone -> with(gone);
      case Change.PartPut put when parts.containsKey(put.address()) -> without(put.address());
      case Change.PartPut _, Change.PartChanged _, Change.BoardChanged _ -> this;
    };
  }

  private Tombstones with(Change.PartGone gone) {
    Map<PartAddress, Stamp> after = new LinkedHashMap<>(parts);
    after.remove(gone.address());
    after.put(gone.address(), gone.stamp());
    long lost = forgotten;
    var oldest = after.values().iterator();
    for (int size = after.size(); size > KEPT; size--) {
      Stamp stamp = oldest.next();
      if (size <= MOST && gone.stamp().at() - stamp.at() < KEPT_MS) {
        break;
      }
      oldest.remove();
      lost = Math.max(lost, stamp.sequence());
    }
    return new Tombstones(after, lost);
  }

  private Tombstones without(PartAddress address) {
    Map<PartAddress, Stamp> after = new LinkedHashMap<>(parts);
    after.remove(address);
    return new Tombstones(after, forgotten);
  }
}
