package dev.signalbox.server;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How fast each address may command: a bucket of tokens that fills steadily, with room for two
 * seconds' worth. Owned by one event loop.
 */
final class CommandRate {
  private static final int MOST_ADDRESSES = 10_000;
  private static final double NANOS_PER_SECOND = 1e9;

  private record Bucket(double tokens, long filledNanos) {}

  private final double perSecond;
  private final Map<String, Bucket> buckets =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Bucket> eldest) {
          return size() > MOST_ADDRESSES;
        }
      };

  CommandRate(int perSecond) {
    this.perSecond = perSecond;
  }

  /**
   * Takes {@code count} tokens of {@code address}, if it has them.
   *
   * @param nanos the monotonic clock
   */
  boolean allows(String address, int count, long nanos) {
    double most = 2 * perSecond;
    Bucket bucket = buckets.getOrDefault(address, new Bucket(most, nanos));
    double grown = (nanos - bucket.filledNanos) / NANOS_PER_SECOND * perSecond;
    double tokens = Math.min(most, bucket.tokens + grown);
    boolean enough = tokens >= Math.min(count, most);
    buckets.put(address, new Bucket(enough ? tokens - count : tokens, nanos));
    return enough;
  }
}
