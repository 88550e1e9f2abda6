package dev.signalbox.server;

import java.util.Queue;

/** Makes sense of the bytes of a stream, as far as they have come. */
interface TellingBytes {
  /** Takes the next {@code count} bytes; what is whole by then joins {@link #told}. */
  void take(byte[] bytes, int count);

  /** What was told whole and nobody has taken yet. */
  Queue<Told> told();

  /** Whether the stream came to its proper end, even if the connection goes on. */
  boolean hasEnded();
}
