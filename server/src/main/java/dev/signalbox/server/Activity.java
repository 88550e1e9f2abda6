package dev.signalbox.server;

import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;

/** What goes on at a server: how many follow, and how much was sent. Thread: any. */
public final class Activity {
  private final AtomicInteger connections = new AtomicInteger();
  private final AtomicInteger sseStreams = new AtomicInteger();
  private final AtomicInteger webSocketStreams = new AtomicInteger();
  private final LongAdder messages = new LongAdder();
  private final LongAdder lagged = new LongAdder();
  private final CommandTally commands = new CommandTally();
  private final Lateness lateness = new Lateness();
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

  /** Clients that wanted every change and fell out of the change log, since the start. */
  public long lagged() {
    return lagged.sum();
  }

  CommandTally commands() {
    return commands;
  }

  Lateness lateness() {
    return lateness;
  }

  /** Whether the hub takes nobody in any more. */
  boolean isStopping() {
    return stopping.get();
  }

  /** Says that the hub stops. True the first time only. */
  boolean stop() {
    return stopping.compareAndSet(false, true);
  }

  /** Counts a client that fell out of the change log. */
  void fellOut() {
    lagged.increment();
  }

  void sent(int count) {
    messages.add(count);
  }

  /**
   * After how long a client that loses its stream should come back, in milliseconds: at random, and
   * the more there are, the longer, so that about 2,000 a second come.
   */
  int retryMs() {
    int streams = sseStreams.get() + webSocketStreams.get();
    return ThreadLocalRandom.current().nextInt(1_000, Math.max(3_000, 1_000 + streams / 2));
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
