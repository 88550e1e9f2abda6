package dev.signalbox.server;

import java.util.Optional;

/**
 * One thing that a stream told its client, whatever the transport.
 *
 * @param kind {@code snapshot}, {@code change}, {@code reset}, {@code lagged}, {@code id} for a
 *     keep-alive, {@code retry}, {@code close}, or the key of another WebSocket message
 * @param id up to where the client is complete with it
 */
record Told(String kind, Optional<String> id, Doc data) {
  boolean is(String other) {
    return kind.equals(other);
  }

  Told expect(String wanted) {
    if (!is(wanted)) {
      throw new AssertionError("told " + this + " instead of " + wanted);
    }
    return this;
  }

  /** The sequence number of its id. */
  long sequence() {
    String text = id.orElseThrow(() -> new AssertionError("no id: " + this));
    return Long.parseLong(text.substring(text.indexOf('.') + 1));
  }
}
