import org.jspecify.annotations.NullMarked;

/**
 * What measures the hub and its like: a crowd of clients ({@code load}) for any address that
 * streams Server-Sent Events or WebSocket messages, and the comparisons of {@code ./bench} ({@code
 * compare}).
 *
 * <p>Knows the hub from outside only, so that it measures everything else by the same means.
 */
@NullMarked
module dev.signalbox.bench {
  requires static transitive org.jspecify;
  requires HdrHistogram;
  requires java.net.http;

  // The crowd: also behind the command "signalbox bench".
  exports dev.signalbox.bench.load;
}
