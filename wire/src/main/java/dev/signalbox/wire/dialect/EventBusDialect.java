package dev.signalbox.wire.dialect;

import dev.signalbox.core.engine.Moment;
import dev.signalbox.core.model.BoardId;
import dev.signalbox.core.model.Change;
import dev.signalbox.core.model.Sensor;
import dev.signalbox.wire.dialect.Answer.Header;
import dev.signalbox.wire.dialect.Answer.Reply;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The sensor event bus: a client subscribes, is told a channel of its own, and listens there to
 * each new value of each sensor. Owned by one thread.
 *
 * <p>While any channel is held, keep-alives go out in a steady beat that began with the first
 * subscription. A channel whose listener is gone at a keep-alive is free again; one that never had
 * a listener, at the second.
 */
public final class EventBusDialect implements Dialect {
  private static final String EVENTS = "/rest/events/";
  private static final String SUBSCRIBE = EVENTS + "subscribe";
  private static final Pattern CHANNEL = Pattern.compile(EVENTS + "([0-9]{1,6})");
  private static final double NANOS_PER_SECOND = 1e9;

  /** The bus itself says of every other method that it knows nothing there. */
  private static final Set<String> ANY_METHOD =
      Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS");

  /**
   * What can be set.
   *
   * @param channels how many clients can be subscribed, 1 to 10,000
   * @param keepAlive the time from one keep-alive to the next, 100 ms to an hour
   * @param page whether {@code /} is answered by a page that listens
   */
  public record Settings(int channels, Duration keepAlive, boolean page) {
    private static final int MOST_CHANNELS = 10_000;
    private static final Duration SHORTEST = Duration.ofMillis(100);
    private static final Duration LONGEST = Duration.ofHours(1);

    /** As the firmware has it. */
    public static final Settings DEFAULT = new Settings(8, Duration.ofSeconds(30), false);

    /**
     * @throws IllegalArgumentException that names the value that is out of range
     */
    public Settings {
      if (channels < 1 || channels > MOST_CHANNELS) {
        throw new IllegalArgumentException(
            "channels " + channels + " must be 1 to " + MOST_CHANNELS);
      }
      if (keepAlive.compareTo(SHORTEST) < 0 || keepAlive.compareTo(LONGEST) > 0) {
        throw new IllegalArgumentException(
            "keep-alive " + keepAlive + " must be " + SHORTEST + " to " + LONGEST);
      }
    }
  }

  private final Watched<Sensor> sensors;
  private final Settings settings;
  private final Optional<Reply> page;

  // The dialect's thread.
  private final Owner owner = new Owner();
  private final Channels channels;
  private long keepAliveDue = NEVER;

  /** An event bus over all sensors of {@code board}. */
  public EventBusDialect(BoardId board, Settings settings) {
    sensors = new Watched<>(board, Sensor.class, "value");
    this.settings = settings;
    channels = new Channels(settings.channels());
    page = settings.page() ? Optional.of(BundledFile.page("event-bus.html")) : Optional.empty();
  }

  @Override
  public List<Route> routes() {
    List<Route> routes = new ArrayList<>();
    routes.add(new Route(SUBSCRIBE, ANY_METHOD, true));
    routes.add(new Route(EVENTS + "*", ANY_METHOD, false));
    page.ifPresent(_ -> routes.add(BundledFile.route("/")));
    return routes;
  }

  @Override
  public Answer answer(Request request, Situation at) {
    assert owner.isHere() : owner;
    if (page.isPresent() && request.path().equals("/") && BundledFile.isRead(request)) {
      return page.get();
    }
    if (!request.method().equals("GET")) {
      return EventBusFormat.notFound(request);
    }
    if (request.path().equals(SUBSCRIBE)) {
      return subscribe(request, at.now());
    }
    return holds(request.client(), request.path()).isPresent()
        ? new Answer.Follow(Sse.OPEN_HEADERS, Answer.Framing.UNTIL_CLOSE)
        : EventBusFormat.notFound(request);
  }

  private Reply subscribe(Request request, Moment now) {
    OptionalInt number = channels.subscribe(request.client());
    if (number.isEmpty()) {
      return EventBusFormat.notFound(request, new Header("Retry-After", untilKeepAlive(now)));
    }
    if (keepAliveDue == NEVER) {
      keepAliveDue = now.nanosIn(settings.keepAlive().toMillis());
    }
    String location = EventBusFormat.location(request.host(), EVENTS + number.getAsInt());
    return Plain.of(200, location, new Header("Cache-Control", "no-store"));
  }

  /** Seconds until a channel may become free, at least 1. */
  private String untilKeepAlive(Moment now) {
    long seconds = (long) Math.ceil((keepAliveDue - now.nanos()) / NANOS_PER_SECOND);
    return Long.toString(Math.max(1, seconds));
  }

  @Override
  public Reply refusal(int status, String sentence) {
    return Plain.refused(status, sentence);
  }

  /** The channel of that path, if the address holds it. */
  private OptionalInt holds(String address, String path) {
    Matcher channel = CHANNEL.matcher(path);
    if (!channel.matches()) {
      return OptionalInt.empty();
    }
    int number = Integer.parseInt(channel.group(1));
    return channels.isHeld(number, address) ? OptionalInt.of(number) : OptionalInt.empty();
  }

  @Override
  public void joined(Client client, Situation at, Outbox out) {
    assert owner.isHere() : owner;
    OptionalInt number = holds(client.address(), client.path());
    if (number.isPresent()) {
      channels.listen(number.getAsInt(), client).ifPresent(out::end);
    } else {
      out.end(client);
    }
  }

  @Override
  public void left(Client client, Situation at, Outbox out) {
    assert owner.isHere() : owner;
    channels.leave(client);
  }

  @Override
  public void changed(List<Change> changes, Situation at, Outbox out) {
    assert owner.isHere() : owner;
    for (Watched.Seen<Sensor> news : sensors.news(changes)) {
      out.to(channels.listeners(), EventBusFormat.state(news));
      channels.logSilent();
    }
  }

  @Override
  public Optional<Payload> catchUp(Client client, long complete, Situation at) {
    assert owner.isHere() : owner;
    StringBuilder missed = new StringBuilder();
    if (channels.isListener(client)) {
      for (Watched.Seen<Sensor> sensor : sensors.all(at.state())) {
        if (sensor.changed() > complete) {
          missed.append(EventBusFormat.state(sensor).text());
        }
      }
    }
    return missed.isEmpty() ? Optional.empty() : Optional.of(Payload.of(missed.toString()));
  }

  @Override
  public long nextDue() {
    return keepAliveDue;
  }

  @Override
  public void due(Situation at, Outbox out) {
    assert owner.isHere() : owner;
    if (at.now().isPast(keepAliveDue)) {
      channels.sweep();
      out.to(channels.listeners(), EventBusFormat.KEEP_ALIVE);
      keepAliveDue = channels.isEmpty() ? NEVER : nextBeat(at.now());
    }
  }

  /** The first beat after now, without those that nobody could hear because time went by unseen. */
  private long nextBeat(Moment now) {
    long beat = settings.keepAlive().toNanos();
    long late = now.nanos() - keepAliveDue;
    return keepAliveDue + (late / beat + 1) * beat;
  }
}
