package dev.signalbox.server;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.function.Consumer;

/** Reads what a hub sends over a WebSocket, from the answer to the handshake on, by its letter. */
final class WebSocketBytes implements TellingBytes {
  private final Queue<Told> told = new ArrayDeque<>();
  private final Consumer<Frame> control;
  private final ByteArrayOutputStream message = new ByteArrayOutputStream();
  private byte[] pending = new byte[0];
  private int deflated;
  private String head = "";

  /**
   * @param control told of each ping and pong
   */
  WebSocketBytes(Consumer<Frame> control) {
    this.control = control;
  }

  @Override
  public Queue<Told> told() {
    return told;
  }

  @Override
  public boolean hasEnded() {
    return false;
  }

  /** The answer to the handshake; empty before it has come. */
  String head() {
    return head;
  }

  /** How many messages came deflated. */
  int deflated() {
    return deflated;
  }

  @Override
  public void take(byte[] bytes, int count) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    all.writeBytes(pending);
    all.write(bytes, 0, count);
    pending = all.toByteArray();
    if (head.isEmpty()) {
      takeHead();
    }
    if (!head.isEmpty()) {
      ByteBuffer left = ByteBuffer.wrap(pending);
      while (takeFrame(left)) {}
      pending = new byte[left.remaining()];
      left.get(pending);
    }
  }

  private void takeHead() {
    String text = new String(pending, StandardCharsets.ISO_8859_1);
    int end = text.indexOf("\r\n\r\n");
    if (end >= 0) {
      head = text.substring(0, end);
      pending = text.substring(end + 4).getBytes(StandardCharsets.ISO_8859_1);
    }
  }

  private boolean takeFrame(ByteBuffer left) {
    left.mark();
    Optional<Frame> frame = frame(left);
    frame.ifPresentOrElse(this::hear, left::reset);
    return frame.isPresent();
  }

  private static Optional<Frame> frame(ByteBuffer left) {
    if (left.remaining() < 2) {
      return Optional.empty();
    }
    int first = left.get();
    int length = left.get();
    if (length < 0) {
      throw new AssertionError("the hub sent a masked frame");
    }
    int extended = length == 126 ? 2 : length == 127 ? 8 : 0;
    if (left.remaining() < extended) {
      return Optional.empty();
    }
    long size = extended == 2 ? left.getShort() & 0xffff : extended == 8 ? left.getLong() : length;
    if (left.remaining() < size) {
      return Optional.empty();
    }
    byte[] payload = new byte[(int) size];
    left.get(payload);
    return Optional.of(new Frame(first < 0, first & 0x7f, payload));
  }

  private void hear(Frame frame) {
    switch (frame.opcode()) {
      case Frame.TEXT, Frame.BINARY, Frame.CONTINUATION -> message(frame);
      case Deflated.TEXT, Deflated.BINARY -> inflate(frame);
      case Frame.PING, Frame.PONG -> control.accept(frame);
      case Frame.CLOSE ->
          told.add(
              new Told(
                  "close",
                  Optional.of(frame.closeReason()),
                  Doc.of(Integer.toString(frame.closeCode()))));
      default -> throw new AssertionError("the hub sent " + frame);
    }
  }

  private void inflate(Frame frame) {
    if (!head.contains("permessage-deflate") || !frame.isLast()) {
      throw new AssertionError("the hub sent " + frame);
    }
    deflated++;
    message(Deflated.inflated(frame));
  }

  private void message(Frame frame) {
    boolean isCbor = head.contains("signalbox.v1+cbor");
    int kind = message.size() > 0 ? Frame.CONTINUATION : isCbor ? Frame.BINARY : Frame.TEXT;
    if (frame.opcode() != kind) {
      throw new AssertionError("the hub sent " + frame + " instead of kind " + kind);
    }
    message.writeBytes(frame.bytes());
    if (frame.isLast()) {
      byte[] whole = message.toByteArray();
      told.add(
          told(isCbor ? Doc.ofCbor(whole) : Doc.of(new String(whole, StandardCharsets.UTF_8))));
      message.reset();
    }
  }

  private static Told told(Doc message) {
    if (!(message.value() instanceof Map<?, ?> map) || map.size() != 1) {
      throw new AssertionError("no message of one key: " + message);
    }
    String kind = String.valueOf(map.keySet().iterator().next());
    Doc content = message.at(kind);
    Doc id = kind.equals("id") ? content : content.at("id");
    return new Told(
        kind, id.value() instanceof String text ? Optional.of(text) : Optional.empty(), content);
  }
}
