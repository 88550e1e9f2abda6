package dev.signalbox.bench.compare;

import java.util.Locale;

/**
 * What a hub is to run with.
 *
 * @param transport as the configuration names it
 * @param coalesceMs how long changes wait for others
 * @param heartbeatMs of streams that are silent
 * @param log how many changes are kept
 * @param boards the configuration's part of this name
 * @param listeners the same; {@code PORT} in it is a free port
 */
record HubConfiguration(
    String transport, int coalesceMs, int heartbeatMs, int log, String boards, String listeners) {
  private static final int HEARTBEAT_MS = 15_000;
  private static final int LOG = 65_536;

  /** Of these boards, otherwise as it comes, but with room for many. */
  HubConfiguration(String boards) {
    this("auto", 0, HEARTBEAT_MS, LOG, boards, "listeners: []\n");
  }

  HubConfiguration over(String wanted) {
    return new HubConfiguration(wanted, coalesceMs, heartbeatMs, log, boards, listeners);
  }

  HubConfiguration coalescing(int ms) {
    return new HubConfiguration(transport, ms, heartbeatMs, log, boards, listeners);
  }

  HubConfiguration withHeartbeat(int ms) {
    return new HubConfiguration(transport, coalesceMs, ms, log, boards, listeners);
  }

  HubConfiguration withLog(int changes) {
    return new HubConfiguration(transport, coalesceMs, heartbeatMs, changes, boards, listeners);
  }

  /** With a RailHub WebSocket of the board {@code yard} on the other port. */
  HubConfiguration withRailHub(int periodMs) {
    String listener =
        "  - {dialect: railhub, board: yard, variant: esp32, wsPort: PORT, broadcast: %dms}%n"
            .formatted(periodMs);
    return new HubConfiguration(
        transport, coalesceMs, heartbeatMs, log, boards, "listeners:\n" + listener);
  }

  /** A board {@code yard} with outputs {@code out1}, {@code out2}, and so on. */
  static String yard(int outputs) {
    StringBuilder text = new StringBuilder("  yard:\n    kind: outputs\n    outputs:\n");
    for (int i = 1; i <= outputs; i++) {
      text.append("      out%d: {name: Output %d, pin: %d}\n".formatted(i, i, i));
    }
    return text.toString();
  }

  /** Boards with nothing but a counter: {@code c1}, {@code c2}, and so on. */
  static String counters(int... intervalsMs) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < intervalsMs.length; i++) {
      text.append(
          "  c%d: {kind: counter, display: none, counter: {interval: %dms}}\n"
              .formatted(i + 1, intervalsMs[i]));
    }
    return text.toString();
  }

  /** As a configuration file has it. */
  String text() {
    return String.format(
        Locale.ROOT,
        """
        listen:
          limits: {connections: 60000, streams: 60000, commands-per-second: 1000000}
        streams: {transport: %s, coalesce: %dms, heartbeat: %dms, log: %d}
        boards:
        %s%s\
        """,
        transport,
        coalesceMs,
        heartbeatMs,
        log,
        boards,
        listeners);
  }
}
