package dev.signalbox.bench.load;

import java.util.Arrays;
import java.util.BitSet;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;

/**
 * Who received how much, and how long everyone had to wait for the next. Owned by the crowd's
 * thread.
 */
final class Receipts implements Listener {
  private static final long LONGEST = TimeUnit.HOURS.toNanos(25);
  private static final int DIGITS = 3;
  private static final long NEVER = Long.MIN_VALUE;

  private final long[] messages;
  private final long[] lastNanos;
  private final Histogram silence = new Histogram(LONGEST, DIGITS);
  private BitSet counted = new BitSet();

  Receipts(int clients) {
    messages = new long[clients];
    lastNanos = new long[clients];
    Arrays.fill(lastNanos, NEVER);
  }

  @Override
  public void message(int client, byte[] bytes, int from, int length, long nanos) {
    if (counted.get(client)) {
      messages[client]++;
      silence.recordValue(Math.clamp(nanos - lastNanos[client], 0, LONGEST));
    }
    lastNanos[client] = nanos;
  }

  /** Counts from now on, for these clients; who never received anything is silent from now on. */
  void begin(BitSet clients, long nanos) {
    counted = (BitSet) clients.clone();
    Arrays.setAll(lastNanos, i -> lastNanos[i] == NEVER ? nanos : lastNanos[i]);
  }

  /** What came until now. */
  Received end(long nanos) {
    counted.stream()
        .forEach(client -> silence.recordValue(Math.clamp(nanos - lastNanos[client], 0, LONGEST)));
    return new Received(
        counted.stream().mapToLong(client -> messages[client]).sum(),
        counted.stream().mapToLong(client -> messages[client]).min().orElse(0),
        counted.stream().mapToLong(client -> messages[client]).max().orElse(0),
        Percentiles.of(silence));
  }
}
