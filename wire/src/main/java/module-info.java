import org.jspecify.annotations.NullMarked;

/**
 * How state looks as bytes, and how bytes become commands.
 *
 * <p>Formats only: no sockets, no framework, no state. What a client is told is written by a {@code
 * StreamFormat}, one for each audience: {@code SseJson} or {@code WebSocketFormat}; what it asks
 * for is read by {@code CommandReader}, {@code ClientMessage} and {@code Subscription}. Values are
 * JSON or CBOR ({@code Encoding}); what is refused is a {@code Problem}, and figures for monitoring
 * are {@code MetricsText}. Everything that is read is bounded and may be hostile.
 */
@NullMarked
module dev.signalbox.wire {
  requires static transitive org.jspecify;
  requires transitive dev.signalbox.core;
  requires com.fasterxml.jackson.core;

  // The native protocol, version 1.
  exports dev.signalbox.wire;

  // The description of the native protocol, made of its schemas (OpenApi).
  exports dev.signalbox.wire.openapi;

  // The four firmwares' formats, over one interface (Dialect).
  exports dev.signalbox.wire.dialect;
}
