package dev.signalbox.server;

/** One client's end of a dialect's stream, whatever its transport. Owned by its event loop. */
interface DialectOutlet {
  /** Whether a message can go out without waiting; never once the stream ends. */
  boolean isWritable();

  /** Whether a message can go out at all. */
  boolean isOpen();

  /** Sends at once, in this order. The message stays the caller's. */
  void write(Message message);

  /** Ends the stream after what was written, because the dialect has no place for its client. */
  void end();

  /** Ends the stream because the hub stops. */
  void stop();
}
