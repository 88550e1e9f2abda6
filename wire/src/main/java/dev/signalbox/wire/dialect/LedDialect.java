package dev.signalbox.wire.dialect;

import dev.signalbox.core.model.Action;
import dev.signalbox.core.model.BoardId;
import dev.signalbox.core.model.Change;
import dev.signalbox.core.model.Command;
import dev.signalbox.core.model.Led;
import dev.signalbox.core.model.Outcome;
import dev.signalbox.wire.dialect.Answer.Header;
import dev.signalbox.wire.dialect.Answer.Reply;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The LED with a switch: whether it is lit as Server-Sent Events, and a click that toggles it.
 * Owned by one thread.
 */
public final class LedDialect implements Dialect {
  private static final String EVENTS = "/demo_sse";
  private static final String CONTROL = "/ctrl";

  /** The one button that the firmware knows. */
  private static final String BUTTON = "btnLed";

  /**
   * What can be set.
   *
   * @param clients how many streams there may be; 0 for any number
   * @param page whether {@code /} is answered by the firmware's page
   */
  public record Settings(int clients, boolean page) {
    /** As the firmware has it, but for its limit of 3 clients. */
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

  private final Watched<Led> led;
  private final Map<String, Reply> files = new LinkedHashMap<>();

  // The dialect's thread.
  private final Owner owner = new Owner();
  private final Followers followers;

  /** An LED's formats over the first LED of {@code board}. */
  public LedDialect(BoardId board, Settings settings) {
    led = new Watched<>(board, Led.class, "lit");
    followers = new Followers(settings.clients());
    files.put("/index.html", new Reply(307, List.of(new Header("Location", "/")), Payload.EMPTY));
    files.put("/LedBlue.png", BundledFile.icon("LedBlue.png", "image/png"));
    files.put("/LedGrey.png", BundledFile.icon("LedGrey.png", "image/png"));
    files.put("/favicon.ico", BundledFile.icon("favicon.ico", "image/x-icon"));
    if (settings.page()) {
      files.put("/", BundledFile.page("led.html"));
    }
  }

  @Override
  public List<Route> routes() {
    List<Route> routes = new ArrayList<>();
    routes.add(Route.of(EVENTS, "GET"));
    routes.add(Route.of(CONTROL, "PUT"));
    files.keySet().forEach(path -> routes.add(BundledFile.route(path)));
    return routes;
  }

  @Override
  public Answer answer(Request request, Situation at) {
    assert owner.isHere() : owner;
    return switch (request.path()) {
      case EVENTS ->
          request.method().equals("GET")
              ? followers.admit(Sse.HEADERS, Answer.Framing.UNTIL_CLOSE)
              : Plain.notAllowed("GET");
      case CONTROL -> request.method().equals("PUT") ? press(request, at) : Plain.notAllowed("PUT");
      default -> file(request);
    };
  }

  private Reply file(Request request) {
    Reply file = files.get(request.path());
    if (file == null) {
      return Plain.notFound();
    }
    return BundledFile.isRead(request) ? file : BundledFile.notAllowed();
  }

  private Answer press(Request request, Situation at) {
    if (!request.body().text().contains(BUTTON)) {
      return Plain.of(400, "Unknown button. Known buttons: " + BUTTON + "\n");
    }
    return led.first(at.state())
        .<Answer>map(seen ->
            new Answer.Carry(
                List.of(new Command.ActOnPart(led.board(), seen.id(), Action.TOGGLE)),
                LedDialect::told))
        .orElseGet(() -> Plain.of(404, "This board has no LED.\n"));
  }

  private static Reply told(Outcome outcome) {
    return switch (outcome) {
      case Outcome.Accepted _ -> Plain.done();
      case Outcome.Rejected rejected -> Plain.refused(rejected);
    };
  }

  @Override
  public Reply refusal(int status, String sentence) {
    return Plain.refused(status, sentence);
  }

  @Override
  public void joined(Client client, Situation at, Outbox out) {
    assert owner.isHere() : owner;
    if (followers.add(client, out)) {
      led.first(at.state()).ifPresent(seen -> out.to(client, status(seen.part())));
    }
  }

  @Override
  public void left(Client client, Situation at, Outbox out) {
    assert owner.isHere() : owner;
    followers.remove(client);
  }

  @Override
  public void changed(List<Change> changes, Situation at, Outbox out) {
    assert owner.isHere() : owner;
    led.newsOfFirst(changes, at.state()).forEach(news -> out.toAll(status(news)));
  }

  @Override
  public Optional<Payload> catchUp(Client client, long complete, Situation at) {
    assert owner.isHere() : owner;
    return led.first(at.state()).map(seen -> status(seen.part()));
  }

  private static Payload status(Led led) {
    return Sse.data("{\"led\":" + (led.lit() ? 1 : 0) + "}");
  }
}
