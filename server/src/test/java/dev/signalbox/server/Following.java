package dev.signalbox.server;

import java.util.Optional;

/** A client that follows a stream and reads only when it is asked to. */
final class Following implements AutoCloseable {
  private final RawConnection connection;
  private final TellingBytes bytes;
  private final byte[] buffer = new byte[8 * 1024];

  Following(RawConnection connection, TellingBytes bytes) {
    this.connection = connection;
    this.bytes = bytes;
  }

  /** The next thing it is told, for which it waits. */
  Told next() {
    return nextOrEnd().orElseThrow(() -> new AssertionError("the stream ended"));
  }

  /** The next thing it is told; empty at the end of the stream. */
  Optional<Told> nextOrEnd() {
    while (bytes.told().isEmpty()) {
      if (bytes.hasEnded() || read(buffer.length) < 0) {
        return Optional.empty();
      }
    }
    return Optional.of(bytes.told().remove());
  }

  /** The next thing of that kind, past whatever else is told. */
  Told next(String kind) {
    Told told = next();
    while (!told.is(kind)) {
      told = next();
    }
    return told;
  }

  /** What it has been told whole and not taken yet; reads nothing. */
  Optional<Told> poll() {
    return Optional.ofNullable(bytes.told().poll());
  }

  /** Reads at most {@code most} bytes and returns how many came, -1 at the end. */
  int read(int most) {
    int count = connection.read(buffer, Math.min(most, buffer.length));
    if (count > 0) {
      bytes.take(buffer, count);
    }
    return count;
  }

  /** Reads exactly {@code count} bytes. */
  void readExactly(int count) {
    for (int left = count; left > 0; ) {
      int came = read(left);
      if (came < 0) {
        throw new AssertionError("the stream ended " + left + " bytes early");
      }
      left -= came;
    }
  }

  /** Whether the hub said that the stream ends, as far as the transport can say so. */
  boolean hasEndedProperly() {
    return bytes.hasEnded();
  }

  RawConnection connection() {
    return connection;
  }

  void cut() {
    connection.cut();
  }

  @Override
  public void close() {
    connection.close();
  }
}
