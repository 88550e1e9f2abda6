package dev.signalbox.wire.dialect;

import dev.signalbox.core.model.BoardId;
import dev.signalbox.core.model.Change;
import dev.signalbox.core.model.Outcome;
import dev.signalbox.wire.dialect.RailHubSettings.Variant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * RailHub: dimmable outputs with blink and groups that chase, as the firmwares for the ESP32 and
 * the ESP8266 have them. Owned by one thread.
 *
 * <p>Everyone who follows over a WebSocket gets the whole status as one text: when it comes, at
 * regular times, and on every change and step of a group. A client can ask for some of its members
 * alone, and can command over the WebSocket what it could by a POST.
 */
public final class RailHubDialect implements Dialect {
  private static final String STATUS = "/api/status";
  private static final String ROOT = "/";

  /**
   * No step is looked for that is farther away: before it comes a regular frame, and a new look.
   */
  private static final long FARTHEST_MS = 60_000;

  private final BoardId board;
  private final RailHubSettings settings;
  private final List<Route> routes;
  private final Optional<Answer.Reply> page;

  // The dialect's thread.
  private final Owner owner = new Owner();
  private final RailHubAudience audience = new RailHubAudience();
  private final RailHubPace pace;

  /**
   * @param board a board of outputs
   */
  public RailHubDialect(BoardId board, RailHubSettings settings) {
    this.board = board;
    this.settings = settings;
    this.page = settings.page().map(page -> RailHubPage.of(page, settings.format()));
    this.routes = routes(page.isPresent());
    this.pace = new RailHubPace(settings.broadcast().toMillis());
  }

  private static List<Route> routes(boolean hasPage) {
    List<Route> routes = new ArrayList<>();
    routes.add(BundledFile.route(STATUS));
    for (RailHubApi api : RailHubApi.values()) {
      routes.add(Route.of(api.path(), "POST"));
    }
    if (hasPage) {
      routes.add(BundledFile.route(ROOT));
    }
    return List.copyOf(routes);
  }

  @Override
  public List<Route> routes() {
    return routes;
  }

  @Override
  public Answer answer(Request request, Situation at) {
    assert owner.isHere() : owner;
    Optional<Route> route =
        routes.stream().filter(one -> one.path().equals(request.path())).findFirst();
    if (route.isEmpty()) {
      return RailHubReply.error(404, "Not found").overHttp();
    }
    if (!route.get().methods().contains(request.method())) {
      return RailHubReply.wrongMethod(route.get());
    }
    return switch (request.path()) {
      case ROOT -> page.orElseThrow();
      case STATUS -> RailHubReply.overHttp(200, frame(at).whole());
      default -> ask(RailHubApi.at(request.path()).orElseThrow(), request.body(), at);
    };
  }

  private Answer ask(RailHubApi api, Payload body, Situation at) {
    Optional<Map<?, ?>> fields =
        api == RailHubApi.RESET ? Optional.of(Map.of()) : RailHubMessage.object(body);
    if (fields.isEmpty()) {
      return RailHubRequest.NOT_UNDERSTOOD.overHttp();
    }
    return switch (RailHubRequest.read(api, fields.get(), board, lineup(at))) {
      case RailHubRequest.Read.Not(RailHubReply reply) -> reply.overHttp();
      case RailHubRequest.Read.Wanted(var command, RailHubReply done) ->
          new Answer.Carry(List.of(command), outcome -> reply(api, outcome, done).overHttp());
    };
  }

  private RailHubReply reply(RailHubApi api, Outcome outcome, RailHubReply done) {
    return switch (outcome) {
      case Outcome.Accepted _ -> done;
      case Outcome.Rejected(var reason, int _) ->
          RailHubReply.refused(api, reason, settings.groups());
    };
  }

  @Override
  public Answer.Reply refusal(int status, String sentence) {
    return RailHubReply.error(status, sentence).overHttp();
  }

  @Override
  public Optional<String> refuses(Request request, Situation at) {
    assert owner.isHere() : owner;
    return isFull()
        ? Optional.of("Too many clients (max " + settings.clients() + ")")
        : Optional.empty();
  }

  private boolean isFull() {
    return settings.clients() > 0 && audience.size() >= settings.clients();
  }

  @Override
  public void joined(Client client, Situation at, Outbox out) {
    assert owner.isHere() : owner;
    if (isFull()) {
      out.end(client);
      return;
    }
    if (audience.isEmpty()) {
      pace.start(at.now(), nextStep(at));
    }
    audience.add(client);
    out.to(client, frame(at).whole());
  }

  @Override
  public void left(Client client, Situation at, Outbox out) {
    assert owner.isHere() : owner;
    audience.remove(client);
    if (audience.isEmpty()) {
      pace.stop();
    }
  }

  @Override
  public Heard heard(Client client, String text, Situation at) {
    assert owner.isHere() : owner;
    return switch (RailHubMessage.read(text)) {
      case RailHubMessage.Ask ask -> heard(ask, at);
      case RailHubMessage.Subscribe subscribe -> {
        audience.select(client, subscribe.keys());
        yield new Heard.Say(audience.part(frame(at), client));
      }
      case RailHubMessage.Misunderstood(String error, Optional<Object> id) ->
          new Heard.Say(RailHubReply.error(400, error).overWebSocket(id));
    };
  }

  private Heard heard(RailHubMessage.Ask ask, Situation at) {
    return switch (RailHubRequest.read(ask.api(), ask.fields(), board, lineup(at))) {
      case RailHubRequest.Read.Not(RailHubReply reply) ->
          new Heard.Say(reply.overWebSocket(ask.id()));
      case RailHubRequest.Read.Wanted(var command, RailHubReply done) ->
          new Heard.Carry(
              List.of(command), outcome -> reply(ask.api(), outcome, done).overWebSocket(ask.id()));
    };
  }

  @Override
  public void changed(List<Change> changes, Situation at, Outbox out) {
    assert owner.isHere() : owner;
    if (!audience.isEmpty() && changes.stream().anyMatch(one -> one.board().equals(board))) {
      pace.wants(at.now());
      due(at, out);
    }
  }

  @Override
  public Optional<Payload> catchUp(Client client, long complete, Situation at) {
    assert owner.isHere() : owner;
    return Optional.of(audience.part(frame(at), client));
  }

  @Override
  public long nextDue() {
    return pace.next();
  }

  @Override
  public void due(Situation at, Outbox out) {
    assert owner.isHere() : owner;
    if (pace.isDue(at.now())) {
      audience.tell(frame(at), out);
      pace.sent(at.now(), nextStep(at));
    }
  }

  private RailHubFrame frame(Situation at) {
    return RailHubStatus.frame(lineup(at), settings.format(), at, audience.size());
  }

  private RailHubBoard lineup(Situation at) {
    return at.state().board(board).map(RailHubBoard::of).orElse(RailHubBoard.NONE);
  }

  /** When a group takes its next step that is shown, on the monotonic clock. */
  private long nextStep(Situation at) {
    long now = at.now().epochMs();
    long next = settings.format().variant() == Variant.ESP32 ? NEVER : lineup(at).nextStep(now);
    return next == NEVER ? NEVER : at.now().nanosIn(Math.min(next - now, FARTHEST_MS));
  }
}
