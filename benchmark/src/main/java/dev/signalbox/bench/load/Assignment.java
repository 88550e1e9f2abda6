package dev.signalbox.bench.load;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What is to be measured.
 *
 * @param clients 1 to {@link #MOST_CLIENTS}
 * @param atOnce how many may be on their way in at the same time, 1 to {@link #MOST_CLIENTS}
 * @param length of the measurement once all are in, 1 s to a day
 * @param pid of the server's process on this machine, if its processor time is wanted
 * @param prompting what makes the server tell its clients something, if latencies are wanted
 */
public record Assignment(
    Target target,
    int clients,
    int atOnce,
    Duration length,
    OptionalLong pid,
    Optional<Prompting> prompting) {
  /** As many as one thread serves and the loopback addresses that are used have ports for. */
  public static final int MOST_CLIENTS = 50_000;

  private static final Duration LEAST_LENGTH = Duration.ofSeconds(1);
  private static final Duration MOST_LENGTH = Duration.ofDays(1);
  private static final Duration LEAST_EVERY = Duration.ofMillis(10);
  private static final Duration MOST_EVERY = Duration.ofMinutes(1);

  /**
   * @throws IllegalArgumentException with a sentence for the user if something is out of range
   */
  public Assignment {
    if (clients < 1 || clients > MOST_CLIENTS) {
      throw new IllegalArgumentException(
          "%d clients are not from 1 to %d.".formatted(clients, MOST_CLIENTS));
    }
    if (atOnce < 1 || atOnce > MOST_CLIENTS) {
      throw new IllegalArgumentException(
          "%d clients at once are not from 1 to %d.".formatted(atOnce, MOST_CLIENTS));
    }
    if (length.compareTo(LEAST_LENGTH) < 0 || length.compareTo(MOST_LENGTH) > 0) {
      throw new IllegalArgumentException(
          "%d seconds are not from 1 to %d, a day."
              .formatted(length.toSeconds(), MOST_LENGTH.toSeconds()));
    }
  }

  /**
   * A stimulus, again and again.
   *
   * @param every from one to the next, 10 ms to 1 min: its numbers come round after 90
   */
  public record Prompting(Stimulus stimulus, Duration every) {
    /**
     * @throws IllegalArgumentException with a sentence for the user if that is too often or too
     *     seldom
     */
    public Prompting {
      if (every.compareTo(LEAST_EVERY) < 0 || every.compareTo(MOST_EVERY) > 0) {
        throw new IllegalArgumentException(
            "%d ms from one to the next are not from 10 ms to 1 min.".formatted(every.toMillis()));
      }
    }
  }
}
