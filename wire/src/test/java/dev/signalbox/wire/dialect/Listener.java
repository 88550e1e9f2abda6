package dev.signalbox.wire.dialect;

import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.ArrayList;
import java.util.List;

/** A client of a {@link DialectStage} and all that it was told. */
final class Listener {
  private final Client client;
  private final List<Payload> received = new ArrayList<>();
  private int taken;
  private boolean ended;
  private boolean gone;

  /** Up to where it is complete, while it can't be written to. */
  private long stalledAt = -1;

  Listener(Client client) {
    this.client = client;
  }

  Client client() {
    return client;
  }

  /** Whether the dialect ended its stream. */
  boolean isEnded() {
    return ended;
  }

  boolean isGone() {
    return gone;
  }

  boolean isStalled() {
    return stalledAt >= 0;
  }

  long stalledAt() {
    return stalledAt;
  }

  void stall(long sequence) {
    stalledAt = sequence;
  }

  void recover() {
    stalledAt = -1;
  }

  void receive(Payload message) {
    assertFalse(gone || ended, () -> "for a client that is gone: " + message);
    if (!isStalled()) {
      received.add(message);
    }
  }

  void end() {
    ended = true;
  }

  void go() {
    gone = true;
  }

  /** Everything from the start. */
  String all() {
    return text(received);
  }

  /** What came since this was last asked. */
  String take() {
    return text(takeMessages());
  }

  /** What came since this was last asked, one by one. */
  List<Payload> takeMessages() {
    List<Payload> fresh = List.copyOf(received.subList(taken, received.size()));
    taken = received.size();
    return fresh;
  }

  private static String text(List<Payload> messages) {
    StringBuilder text = new StringBuilder();
    messages.forEach(message -> text.append(message.text()));
    return text.toString();
  }
}
