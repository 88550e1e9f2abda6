package dev.signalbox.wire.dialect;

import dev.signalbox.core.engine.Moment;
import dev.signalbox.core.model.BoardId;
import dev.signalbox.core.model.Change;
import dev.signalbox.core.model.Command;
import dev.signalbox.core.model.Counter;
import dev.signalbox.core.model.Outcome;
import dev.signalbox.core.model.PartId;
import dev.signalbox.wire.Json;
import dev.signalbox.wire.MalformedJsonException;
import dev.signalbox.wire.dialect.Answer.Header;
import dev.signalbox.wire.dialect.Answer.Reply;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * The counter with a seven-segment display: its value and the number of those who watch it, as
 * Server-Sent Events. Owned by one thread.
 */
public final class CounterDialect implements Dialect {
  /** The least time from one count of clients to the next. */
  private static final int COUNT_PAUSE_MS = 100;

  private static final String EVENTS = "/events";
  private static final String RESET = "/reset";
  private static final String RESET_METHODS = "POST, OPTIONS";
  private static final String BAD_RESET = "Invalid JSON or missing counter field";
  private static final Reply NOT_FOUND = Plain.notFound(Sse.ANY_ORIGIN);

  /**
   * What can be set.
   *
   * @param clients how many streams there may be; 0 for any number
   * @param page whether {@code /} is answered by the firmware's page
   */
  public record Settings(int clients, boolean page) {
    /** As the firmware has it: any number of clients. */
    public static final Settings DEFAULT = new Settings(0, false);

    /**
     * @throws IllegalArgumentException if the number of clients is negative
     */
    public Settings {
      if (clients < 0) {
        throw new IllegalArgumentException("clients " + clients + " must be 0 or more");
      }
    }
  }

  private final Watched<Counter> counter;
  private final Optional<Reply> page;

  // The dialect's thread.
  private final Owner owner = new Owner();
  private final Followers followers;
  private boolean countOwed;
  private @Nullable Moment countTold;

  /** How often everyone was told the value. */
  private long valuesTold;

  /** A counter's formats over the first counter of {@code board}. */
  public CounterDialect(BoardId board, Settings settings) {
    counter = new Watched<>(board, Counter.class, "value");
    followers = new Followers(settings.clients());
    page = settings.page() ? Optional.of(open(BundledFile.page("counter.html"))) : Optional.empty();
  }

  @Override
  public List<Route> routes() {
    List<Route> routes = new ArrayList<>();
    routes.add(Route.of(EVENTS, "GET"));
    routes.add(Route.of(RESET, "POST", "OPTIONS"));
    page.ifPresent(_ -> routes.add(BundledFile.route("/")));
    return routes;
  }

  @Override
  public Answer answer(Request request, Situation at) {
    assert owner.isHere() : owner;
    return switch (request.path()) {
      case EVENTS ->
          request.method().equals("GET")
              ? followers.admit(Sse.OPEN_HEADERS, Answer.Framing.CHUNKED)
              : Plain.notAllowed("GET", Sse.ANY_ORIGIN);
      case RESET ->
          switch (request.method()) {
            case "POST" -> reset(request, at);
            case "OPTIONS" -> preflight();
            default -> Plain.notAllowed(RESET_METHODS, Sse.ANY_ORIGIN);
          };
      case "/" -> page.map(file -> file(request, file)).orElse(NOT_FOUND);
      default -> NOT_FOUND;
    };
  }

  private static Reply file(Request request, Reply file) {
    return BundledFile.isRead(request) ? file : BundledFile.notAllowed(Sse.ANY_ORIGIN);
  }

  private static Reply preflight() {
    return Plain.done(
        new Header("Access-Control-Allow-Methods", RESET_METHODS),
        new Header("Access-Control-Allow-Headers", "Content-Type"),
        Sse.ANY_ORIGIN);
  }

  private Answer reset(Request request, Situation at) {
    OptionalInt value = wanted(request.body());
    if (value.isEmpty()) {
      return Plain.of(400, BAD_RESET, Sse.ANY_ORIGIN);
    }
    return counter
        .first(at.state())
        .map(seen -> reset(seen.id(), value.getAsInt()))
        .orElseGet(() -> Plain.of(404, "This board has no counter.\n", Sse.ANY_ORIGIN));
  }

  /**
   * Where the counter has that value already nothing changes, and yet everyone is told it, as by
   * the firmware.
   */
  private Answer reset(PartId id, int value) {
    Map<String, @Nullable Object> set = Map.of("value", value);
    long toldBefore = valuesTold;
    return new Answer.Carry(
        List.of(new Command.SetPart(counter.board(), id, set)),
        (outcome, out) -> {
          if (outcome instanceof Outcome.Accepted && valuesTold == toldBefore) {
            tellValue(value, out);
          }
          return told(outcome);
        });
  }

  /** The integer of 32 bits that the body has as its {@code counter}. */
  private static OptionalInt wanted(Payload body) {
    try {
      return Json.read(body.bytes()) instanceof Map<?, ?> object
              && object.get("counter") instanceof Long value
              && value == value.intValue()
          ? OptionalInt.of(value.intValue())
          : OptionalInt.empty();
    } catch (MalformedJsonException _) {
      return OptionalInt.empty();
    }
  }

  private static Reply told(Outcome outcome) {
    return switch (outcome) {
      case Outcome.Accepted _ -> Plain.done(Sse.ANY_ORIGIN);
      case Outcome.Rejected rejected -> Plain.refused(rejected, Sse.ANY_ORIGIN);
    };
  }

  @Override
  public Reply refusal(int status, String sentence) {
    return Plain.refused(status, sentence, Sse.ANY_ORIGIN);
  }

  private static Reply open(Reply reply) {
    List<Header> headers = new ArrayList<>(reply.headers());
    headers.add(Sse.ANY_ORIGIN);
    return new Reply(reply.status(), headers, reply.body());
  }

  @Override
  public void joined(Client client, Situation at, Outbox out) {
    assert owner.isHere() : owner;
    if (followers.add(client, out)) {
      counter.first(at.state()).ifPresent(seen -> out.to(client, value(seen.part().value())));
      countOwed = true;
      tellCount(at.now(), out);
      if (countOwed) {
        out.to(client, count());
      }
    }
  }

  @Override
  public void left(Client client, Situation at, Outbox out) {
    assert owner.isHere() : owner;
    if (followers.remove(client)) {
      countOwed = followers.count() > 0;
      tellCount(at.now(), out);
    }
  }

  @Override
  public void changed(List<Change> changes, Situation at, Outbox out) {
    assert owner.isHere() : owner;
    counter.newsOfFirst(changes, at.state()).forEach(news -> tellValue(news.value(), out));
  }

  @Override
  public Optional<Payload> catchUp(Client client, long complete, Situation at) {
    assert owner.isHere() : owner;
    String value =
        counter.first(at.state()).map(seen -> value(seen.part().value()).text()).orElse("");
    return Optional.of(Payload.of(value + count().text()));
  }

  @Override
  public long nextDue() {
    return countOwed && countTold != null ? countTold.nanosIn(COUNT_PAUSE_MS) : NEVER;
  }

  @Override
  public void due(Situation at, Outbox out) {
    assert owner.isHere() : owner;
    tellCount(at.now(), out);
  }

  /** Tells everyone the count if it is owed, and the last one was told long enough ago. */
  private void tellCount(Moment now, Outbox out) {
    if (countOwed && (countTold == null || now.isPast(countTold.nanosIn(COUNT_PAUSE_MS)))) {
      out.toAll(count());
      countOwed = false;
      countTold = now;
    }
  }

  private Payload count() {
    return Sse.data("clients:" + followers.count());
  }

  private void tellValue(int value, Outbox out) {
    out.toAll(value(value));
    valuesTold++;
  }

  private static Payload value(int value) {
    return Sse.data(Integer.toString(value));
  }
}
