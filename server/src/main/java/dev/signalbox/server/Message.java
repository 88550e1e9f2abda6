package dev.signalbox.server;

import io.netty.buffer.ByteBuf;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * One message or several in a row, encoded once and framed once for each transport, whatever the
 * number of clients that get them. Owned by one event loop.
 */
final class Message implements AutoCloseable {
  private final List<byte[]> messages;
  private final Map<Framing, ByteBuf> framed = new EnumMap<>(Framing.class);
  private boolean closed;

  Message(byte[] message) {
    this(List.of(message));
  }

  Message(List<byte[]> messages) {
    this.messages = messages;
  }

  /** How many messages these are. */
  int count() {
    return messages.size();
  }

  /** Each by itself, without anything around it. */
  List<byte[]> messages() {
    return messages;
  }

  /** As they go over a connection. The buffer stays this object's: to write it, duplicate it. */
  ByteBuf framed(Framing framing) {
    ByteBuf made = framed.get(framing);
    return made == null ? frame(framing) : made;
  }

  private ByteBuf frame(Framing framing) {
    assert !closed : "written after it was given back";
    ByteBuf made = framing.frame(messages);
    framed.put(framing, made);
    return made;
  }

  /** Gives the buffers back; connections that have yet to send them keep them as long. */
  @Override
  public void close() {
    closed = true;
    framed.values().forEach(ByteBuf::release);
    framed.clear();
  }
}
