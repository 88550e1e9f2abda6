package dev.signalbox.wire;

import dev.signalbox.core.model.BoardId;
import dev.signalbox.core.model.Violation;
import dev.signalbox.core.stream.Filter;
import dev.signalbox.core.stream.Glob;
import dev.signalbox.core.stream.Subscriber;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a client wants to follow.
 *
 * @param pace the least time between two changes of one part; zero for none
 * @param since the id up to which it says it is complete
 */
public record Subscription(
    Filter filter, Subscriber.Mode mode, Duration pace, Optional<String> since) {
  private static final int MOST_NAMES = 64;
  private static final double SLOWEST = 0.01;
  private static final double FASTEST = 1_000;

  /**
   * Reads the query of {@code GET /v1/stream}.
   *
   * @param query the decoded parameters
   */
  public static Subscription ofQuery(Map<String, String> query) throws RefusedException {
    try {
      Subscriber.Mode mode = mode(query.get("every"));
      return new Subscription(
          filter(list(query.get("boards")), list(query.get("parts"))),
          mode,
          pace(rate(query.get("maxRate")), mode),
          Optional.ofNullable(query.get("since")));
    } catch (IllegalArgumentException bad) {
      throw new RefusedException(Problem.badQuery(bad.getMessage() + "."));
    }
  }

  /** Reads what a {@code subscribe} message holds. */
  static Subscription ofFields(Fields fields) throws RefusedException {
    List<String> boards = fields.has("boards") ? fields.texts("boards", MOST_NAMES) : List.of();
    List<String> parts = fields.has("parts") ? fields.texts("parts", MOST_NAMES) : List.of();
    boolean every = fields.has("every") && fields.flag("every");
    Optional<String> since =
        fields.has("since") ? Optional.of(fields.text("since")) : Optional.empty();
    Optional<Double> rate =
        fields.has("maxRate") ? Optional.of(fields.number("maxRate")) : Optional.empty();
    try {
      Subscriber.Mode mode = mode(every);
      return new Subscription(filter(boards, parts), mode, pace(rate, mode), since);
    } catch (IllegalArgumentException bad) {
      throw new RefusedException(
          Problem.invalid(
              List.of(Violation.of("subscribe", "…", String.valueOf(bad.getMessage())))));
    }
  }

  /** This subscription for a client that sent {@code Last-Event-ID}, which comes before a query. */
  public Subscription withSince(String id) {
    return new Subscription(filter, mode, pace, Optional.of(id));
  }

  private static Filter filter(List<String> boards, List<String> parts) throws RefusedException {
    if (boards.size() > MOST_NAMES || parts.size() > MOST_NAMES) {
      throw new IllegalArgumentException("at most " + MOST_NAMES + " boards and parts");
    }
    Set<BoardId> ids = new LinkedHashSet<>();
    for (String board : boards) {
      ids.add(Fields.board(board));
    }
    return new Filter(ids, parts.stream().map(Glob::new).toList());
  }

  private static List<String> list(@Nullable String value) {
    List<String> items = new ArrayList<>();
    if (value != null) {
      for (String item : value.split(",", MOST_NAMES + 2)) {
        items.add(item.strip());
      }
    }
    return items;
  }

  private static Optional<Double> rate(@Nullable String maxRate) {
    if (maxRate == null) {
      return Optional.empty();
    }
    if (!maxRate.matches("[0-9]{1,4}(\\.[0-9]{1,6})?")) {
      throw new IllegalArgumentException(rateRule());
    }
    return Optional.of(Double.parseDouble(maxRate));
  }

  private static Duration pace(Optional<Double> rate, Subscriber.Mode mode) {
    if (rate.isEmpty()) {
      return Duration.ZERO;
    }
    if (mode == Subscriber.Mode.EVERY) {
      throw new IllegalArgumentException("'maxRate' folds changes, and 'every' wants each");
    }
    // Also false of what is no number.
    if (!(rate.get() >= SLOWEST && rate.get() <= FASTEST)) {
      throw new IllegalArgumentException(rateRule());
    }
    return Duration.ofNanos(Math.round(1e9 / rate.get()));
  }

  private static String rateRule() {
    return "'maxRate' must be a number from 0.01 to 1000, in changes a second for one part";
  }

  private static Subscriber.Mode mode(@Nullable String every) {
    return switch (every) {
      case null -> Subscriber.Mode.LATEST;
      case "false" -> Subscriber.Mode.LATEST;
      case "true", "" -> Subscriber.Mode.EVERY;
      default -> throw new IllegalArgumentException("'every' must be true or false");
    };
  }

  private static Subscriber.Mode mode(boolean every) {
    return every ? Subscriber.Mode.EVERY : Subscriber.Mode.LATEST;
  }
}
