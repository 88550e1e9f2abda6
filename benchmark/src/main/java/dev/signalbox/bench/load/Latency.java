package dev.signalbox.bench.load;

import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLongArray;
import org.HdrHistogram.Histogram;

/**
 * How long after a stimulus was due its effect reached the clients. It counts from when the
 * stimulus was due, not from when it could be sent, so that a server that stalls is not spared the
 * stimuli that came late because of it.
 *
 * <p>{@link #due}: any thread. The rest: the crowd's thread, or when it has come to rest.
 */
public final class Latency implements Listener {
  private static final long LONGEST = TimeUnit.MINUTES.toNanos(1);
  private static final int DIGITS = 3;

  // Any thread.
  private final AtomicLongArray dueAt = new AtomicLongArray(Stimulus.MOST + 1);

  // The crowd's thread.
  private final byte[] lookFor;
  private final int clients;
  private final int[] told = new int[Stimulus.MOST + 1];
  private final long[] toldOf = new long[Stimulus.MOST + 1];
  private final Histogram each = new Histogram(LONGEST, DIGITS);
  private final Histogram last = new Histogram(LONGEST, DIGITS);

  /**
   * @param clients the last of whom makes a stimulus complete
   */
  public Latency(Stimulus stimulus, int clients) {
    this.lookFor = stimulus.lookFor().getBytes(StandardCharsets.UTF_8);
    this.clients = clients;
  }

  /** Says that the stimulus of this number is due at {@code nanos}. */
  void due(int number, long nanos) {
    dueAt.set(number, nanos);
  }

  @Override
  public void message(int client, byte[] bytes, int from, int length, long nanos) {
    int at = find(bytes, from, from + length - lookFor.length - 2);
    if (at < 0) {
      return;
    }
    int number = 10 * (bytes[at] - '0') + bytes[at + 1] - '0';
    if (number < Stimulus.LEAST || number > Stimulus.MOST) {
      return;
    }
    long due = dueAt.get(number);
    if (due == 0 || nanos - due < 0) {
      return;
    }
    each.recordValue(Math.min(LONGEST, nanos - due));
    if (toldOf[number] != due) {
      toldOf[number] = due;
      told[number] = 0;
    }
    if (++told[number] == clients) {
      last.recordValue(Math.min(LONGEST, nanos - due));
    }
  }

  private int find(byte[] bytes, int from, int to) {
    for (int i = from; i <= to; i++) {
      int matched = 0;
      while (matched < lookFor.length && bytes[i + matched] == lookFor[matched]) {
        matched++;
      }
      if (matched == lookFor.length) {
        return i + matched;
      }
    }
    return -1;
  }

  /** Forgets what was measured so far. */
  public void reset() {
    each.reset();
    last.reset();
  }

  /** Until one client was told, of all clients and stimuli, in nanoseconds. */
  public long each(double percentile) {
    return each.getValueAtPercentile(percentile);
  }

  /** Until the last client was told, of all stimuli, in nanoseconds. */
  public long last(double percentile) {
    return last.getValueAtPercentile(percentile);
  }

  /** Until one client was told, of all clients and stimuli. */
  Percentiles each() {
    return Percentiles.of(each);
  }

  /** Until the last client was told, of all stimuli that reached all. */
  Percentiles last() {
    return Percentiles.of(last);
  }

  /** How many stimuli reached all clients. */
  public long complete() {
    return last.getTotalCount();
  }
}
