package dev.signalbox.server;

import io.vertx.core.buffer.Buffer;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** One message to be written, encoded once for everyone who gets it. Owned by one event loop. */
final class Message {
  private final byte[] bytes;
  private @Nullable Buffer buffer;
  private @Nullable String text;

  Message(byte[] bytes) {
    this.bytes = bytes;
  }

  Buffer buffer() {
    Buffer made = buffer;
    if (made == null) {
      made = Buffer.buffer(bytes);
      buffer = made;
    }
    return made;
  }

  String text() {
    String made = text;
    if (made == null) {
      made = new String(bytes, StandardCharsets.UTF_8);
      text = made;
    }
    return made;
  }
}
