package dev.signalbox.server;

import io.vertx.core.http.HttpConnection;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;

/**
 * Closes connections that take too long: to send the whole of a request, or to begin one. Owned by
 * one event loop.
 */
final class Deadlines {
  private static final long NEVER = Long.MAX_VALUE;

  private final Map<HttpConnection, Long> due = new HashMap<>();
  private final long requestNanos;

  Deadlines(Limits limits) {
    this.requestNanos = limits.requestTime().toNanos();
  }

  /** A request must come, whole, in the time that is allowed. */
  void awaitRequest(HttpConnection connection, long nanos) {
    due.put(connection, nanos + requestNanos);
  }

  /** The connection is at work: an answer is on its way, or a stream goes on. */
  void suspend(HttpConnection connection) {
    due.replace(connection, NEVER);
  }

  void forget(HttpConnection connection) {
    due.remove(connection);
  }

  /** Closes what is overdue; called every second. */
  void sweep(long nanos) {
    Iterator<Map.Entry<HttpConnection, Long>> entries = due.entrySet().iterator();
    while (entries.hasNext()) {
      Map.Entry<HttpConnection, Long> entry = entries.next();
      if (entry.getValue() != NEVER && nanos - entry.getValue() >= 0) {
        entries.remove();
        entry.getKey().close();
      }
    }
  }
}
