package dev.signalbox.core.stream;

import dev.signalbox.core.model.Change;
import dev.signalbox.core.model.HubState;
import java.util.List;

/**
 * What the hub remembers of one subscriber: what it follows, and up to where it is complete. Owned
 * by one thread, the one that writes to it.
 *
 * <p>A subscriber that can be written to is <em>live</em>: it gets each change as it happens. One
 * that can't is <em>behind</em>: nothing is queued for it, and when it can be written to again it
 * gets what it missed, as its {@link Mode} has it.
 */
public final class Subscriber {
  /** How much of what it missed a subscriber wants. */
  public enum Mode {
    /** Each part that changed, whole, as it now is. */
    LATEST,
    /** Each change, in order. */
    EVERY
  }

  /** What a subscriber that was behind gets. */
  public sealed interface CatchUp {
    /**
     * These, and with the last of them it is complete up to {@code sequence}.
     *
     * @param skipped how many changes were folded into others; 0 under {@link Mode#EVERY}
     */
    record Missed(List<Change> changes, long sequence, long skipped) implements CatchUp {}

    /** What it missed is no longer known; its stream must end. */
    record Lagged(long skipped) implements CatchUp {}
  }

  private final Filter filter;
  private final Mode mode;
  private long complete;
  private long held;
  private boolean live;

  /** A subscriber that is complete up to {@code complete} and not live yet. */
  public Subscriber(Filter filter, Mode mode, long complete) {
    this.filter = filter;
    this.mode = mode;
    this.complete = complete;
  }

  public Filter filter() {
    return filter;
  }

  public Mode mode() {
    return mode;
  }

  /** Whether the next change can be given to it as it is. */
  public boolean isLive() {
    return live;
  }

  /**
   * The sequence number up to which it has been given everything; while it is live, up to which it
   * had been when it became so.
   */
  public long complete() {
    return complete;
  }

  /**
   * Says that it can't be written to, or that changes passed that can't be told one by one.
   *
   * @param sequence up to where it had been given everything
   */
  public void fellBehind(long sequence) {
    complete = sequence;
    live = false;
  }

  /** Says that {@code count} changes that it follows were held back. */
  public void held(long count) {
    held += count;
  }

  /**
   * What it missed up to {@code now}; it is given this at once.
   *
   * <p>After a {@code Missed} that reaches {@code now} it is live. Under {@link Mode#EVERY} it may
   * take several, of at most {@code most} changes each. Under {@link Mode#LATEST} it is lagged only
   * where tombstones that it needs were forgotten.
   */
  public CatchUp catchUp(HubState now, ChangeLog log, int most) {
    if (hasLagged(now, log)) {
      return new CatchUp.Lagged(now.sequence() - complete);
    }
    return mode == Mode.LATEST ? latest(now) : every(now, log, most);
  }

  private CatchUp latest(HubState now) {
    List<Change> changes = Latest.since(complete, now, filter);
    long skipped = Math.max(0, held - changes.size());
    reached(now.sequence(), now);
    return new CatchUp.Missed(changes, complete, skipped);
  }

  private CatchUp every(HubState now, ChangeLog log, int most) {
    var changes = log.read(complete, now.sequence(), most);
    if (changes.isEmpty()) {
      return new CatchUp.Lagged(now.sequence() - complete);
    }
    reached(Math.min(now.sequence(), complete + most), now);
    return new CatchUp.Missed(changes.get().stream().filter(filter::selects).toList(), complete, 0);
  }

  private void reached(long sequence, HubState now) {
    complete = sequence;
    held = 0;
    live = sequence == now.sequence();
  }

  /** Whether what it missed up to {@code now} is no longer known. */
  public boolean hasLagged(HubState now, ChangeLog log) {
    return switch (mode) {
      case LATEST -> complete < now.tombstones().forgotten();
      case EVERY -> complete < now.sequence() && !log.keeps(complete + 1);
    };
  }
}
