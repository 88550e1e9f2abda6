package dev.signalbox.server;

/** One client's end of a stream, whatever its transport. Owned by its event loop. */
interface Outlet {
  /** Whether a message can go out without waiting. */
  boolean isWritable();

  /** Sends at once, in this order. The message stays the caller's. */
  void write(Message message);

  /** Ends the stream after what was written; its client fell too far behind for every change. */
  void endLagged();

  /** Ends the stream because the hub stops. */
  void endStopping();
}
