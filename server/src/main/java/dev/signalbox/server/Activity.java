package dev.signalbox.server;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;

/** What goes on at a server: how many follow, and how much was sent. Thread: any. */
public final class Activity {
  private final AtomicInteger connections = new AtomicInteger();
  private final AtomicInteger sseStreams = new AtomicInteger();
  private final AtomicInteger webSocketStreams = new AtomicInteger();
  private final LongAdder messages = new LongAdder();
  private final AtomicBoolean stopping = new AtomicBoolean();

  Activity() {}

  /** Open connections of any kind. */
  public int connections() {
    return connections.get();
  }

  /** Clients that follow by Server-Sent Events. */
  public int sseStreams() {
    return sseStreams.get();
  }

  /** Clients with an open WebSocket. */
  public int webSocketStreams() {
    return webSocketStreams.get();
  }

  /** Messages written to streams since the start. */
  public long messages() {
    return messages.sum();
  }

  /** Whether the hub takes nobody in any more. */
  boolean isStopping() {
    return stopping.get();
  }

  /** Says that the hub stops. True the first time only. */
  boolean stop() {
    return stopping.compareAndSet(false, true);
  }

  void sent(int count) {
    messages.add(count);
  }

  /** Takes a place among at most {@code limit} connections. */
  boolean connected(int limit) {
    if (connections.incrementAndGet() <= limit) {
      return true;
    }
    connections.decrementAndGet();
    return false;
  }

  void disconnected() {
    connections.decrementAndGet();
  }

  /**
   * Takes a place among at most {@code limit} streams, for the transport counted in {@code own}.
   */
  private boolean enter(AtomicInteger own, int limit) {
    own.incrementAndGet();
    if (sseStreams.get() + webSocketStreams.get() <= limit) {
      return true;
    }
    own.decrementAndGet();
    return false;
  }

  boolean enterSse(int limit) {
    return enter(sseStreams, limit);
  }

  void leaveSse() {
    sseStreams.decrementAndGet();
  }

  boolean enterWebSocket(int limit) {
    return enter(webSocketStreams, limit);
  }

  void leaveWebSocket() {
    webSocketStreams.decrementAndGet();
  }
}
