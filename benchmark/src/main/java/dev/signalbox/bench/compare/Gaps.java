package dev.signalbox.bench.compare;

import dev.signalbox.bench.load.Listener;
import java.util.Arrays;

/** The longest time that any client had to wait for a message. Owned by the crowd's thread. */
final class Gaps implements Listener {
  private final long[] last;
  private long longest;

  Gaps(int clients) {
    last = new long[clients];
  }

  @Override
  public void message(int client, byte[] bytes, int from, int length, long nanos) {
    if (last[client] != 0) {
      longest = Math.max(longest, nanos - last[client]);
    }
    last[client] = nanos;
  }

  /** Forgets what was before. */
  long reset() {
    longest = 0;
    return longest;
  }

  /** Until now, in nanoseconds, the waiting that still goes on included. */
  long longest(long now) {
    return Math.max(
        longest, now - Arrays.stream(last).filter(nanos -> nanos != 0).min().orElse(now));
  }
}
