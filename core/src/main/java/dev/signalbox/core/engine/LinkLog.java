package dev.signalbox.core.engine;

import dev.signalbox.core.model.BoardId;
import dev.signalbox.core.model.Link;
import org.jspecify.annotations.Nullable;

/**
 * Writes to the log that a board is offline, and that it is back; of one that comes and goes, a few
 * times a minute, and once the minute is over how it is then. It goes by what became public, since
 * a batch that is dropped was never true. Owned by the engine's thread.
 */
final class LinkLog {
  private static final System.Logger LOG = System.getLogger(LinkLog.class.getName());
  private static final long WINDOW_MS = 60_000;
  private static final int MOST_A_WINDOW = 5;

  private final BoardId board;
  private Link link = new Link.Online();

  /** Why the board is offline, as the log has it; null if that has it online. */
  private @Nullable String said;

  private long windowEnds = Driver.NEVER;
  private int left;

  LinkLog(BoardId board) {
    this.board = board;
  }

  /** It is public that the board is so. */
  void became(Link other) {
    link = other;
  }

  /** Writes what the log does not say yet, if it may. */
  void write(Moment now) {
    switch (link) {
      case Link.Online _ -> online();
      case Link.Offline(long _, String reason) -> {
        if (!reason.equals(said)) {
          offline(reason, now);
        }
      }
    }
  }

  private void offline(String reason, Moment now) {
    if (windowEnds == Driver.NEVER || now.isPast(windowEnds)) {
      windowEnds = now.nanosIn(WINDOW_MS);
      left = MOST_A_WINDOW;
    }
    if (left > 0) {
      left--;
      said = reason;
      String more = left > 0 ? "" : " (It comes and goes: more is not said within this minute.)";
      LOG.log(System.Logger.Level.WARNING, "Board ''{0}'' is offline: {1}{2}", board, reason, more);
    }
  }

  private void online() {
    if (said != null) {
      said = null;
      LOG.log(System.Logger.Level.INFO, "Board ''{0}'' is online again.", board);
    }
  }
}
