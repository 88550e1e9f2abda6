package dev.signalbox.server;

/** How the hub closes a WebSocket: the codes of RFC 6455, section 7.4, and one of its own. */
enum CloseCode {
  STOPPING(1001),
  NOT_UNDERSTOOD(1003),
  NOT_ALLOWED(1008),
  TOO_BIG(1009),
  TRY_LATER(1013),
  TOO_SLOW(4408);

  private final short number;

  CloseCode(int number) {
    this.number = (short) number;
  }

  short number() {
    return number;
  }

  /** A reason as a close can carry it: at most 123 bytes (RFC 6455, section 5.5). */
  static String shortened(String reason) {
    StringBuilder ascii = new StringBuilder();
    reason.chars().limit(120).forEach(c -> ascii.append(c >= ' ' && c < 127 ? (char) c : '?'));
    return ascii.toString();
  }
}
