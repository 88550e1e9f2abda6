package dev.signalbox.core.engine;

import dev.signalbox.core.model.BoardId;

/**
 * Writes to the log that a board went offline, and that it is back; of one that comes and goes, a
 * few times a minute. Owned by the engine's thread.
 */
final class LinkLog {
  private static final System.Logger LOG = System.getLogger(LinkLog.class.getName());
  private static final long WINDOW_MS = 60_000;
  private static final int MOST_A_WINDOW = 5;

  private final BoardId board;
  private long windowEnds = Driver.NEVER;
  private int left;
  private boolean said;

  LinkLog(BoardId board) {
    this.board = board;
  }

  /** The board is offline, for a reason that is news. */
  void offline(String reason, Moment now) {
    if (windowEnds == Driver.NEVER || now.isPast(windowEnds)) {
      windowEnds = now.nanosIn(WINDOW_MS);
      left = MOST_A_WINDOW;
    }
    if (left > 0) {
      left--;
      said = true;
      String more = left > 0 ? "" : " (It comes and goes: more is not said within this minute.)";
      LOG.log(System.Logger.Level.WARNING, "Board ''{0}'' is offline: {1}{2}", board, reason, more);
    }
  }

  /** The board is online. */
  void online() {
    if (said) {
      said = false;
      LOG.log(System.Logger.Level.INFO, "Board ''{0}'' is online again.", board);
    }
  }
}
