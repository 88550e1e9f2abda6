package dev.signalbox.server;

import dev.signalbox.core.model.PartAddress;
import dev.signalbox.wire.Problem;
import dev.signalbox.wire.RefusedException;
import io.netty.handler.codec.http.TooLongHttpHeaderException;
import io.netty.handler.codec.http.TooLongHttpLineException;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import java.util.List;
import java.util.Optional;

/** Brings each request to what answers it. Owned by one event loop. */
final class RequestRouter {
  static final List<HttpMethod> READING = List.of(HttpMethod.GET, HttpMethod.HEAD);

  private final Guard guard;
  private final Reading reading;
  private final Commanding commanding;
  private final SseEndpoint sse;
  private final Dashboard dashboard;
  private final Metrics metrics;
  private final ApiDescription description;

  RequestRouter(Hub hub, Commanding commanding, SseEndpoint sse) {
    this.guard = hub.guard();
    this.reading = hub.reading();
    this.dashboard = hub.dashboard();
    this.commanding = commanding;
    this.sse = sse;
    this.metrics = new Metrics(hub);
    this.description = new ApiDescription(hub.version());
  }

  /**
   * Answers a request.
   *
   * @param dialects that are asked where the hub itself has nothing
   */
  void handle(HttpServerRequest request, List<DialectEndpoint> dialects) {
    String asked = String.valueOf(request.path());
    try {
      Optional<ApiPath> path = ApiPath.of(asked);
      Optional<DialectEndpoint> dialect = dialect(asked, dialects);
      if (path.isPresent()) {
        refuseStrangers(request);
        handle(request, path.get());
      } else if (dialect.isPresent()) {
        dialect.get().handle(request);
      } else if (READING.contains(request.method())) {
        dashboard.answer(request);
      } else {
        refuseStrangers(request);
        throw new RefusedException(Problem.notFound("There is nothing at this address."));
      }
    } catch (RefusedException refused) {
      BodyReader.read(request, _ -> Answers.problem(request, refused.problem()));
    }
  }

  private Optional<DialectEndpoint> dialect(String path, List<DialectEndpoint> dialects) {
    return dashboard.has(path)
        ? Optional.empty()
        : dialects.stream().filter(endpoint -> endpoint.answers(path)).findFirst();
  }

  /** How a request is refused that can't be handled: as whoever answers at its path words it. */
  Refusal refusal(HttpServerRequest request, List<DialectEndpoint> dialects) {
    return dialect(String.valueOf(request.path()), dialects)
        .<Refusal>map(endpoint -> endpoint::refuse)
        .orElse(Refusal.OF_THE_HUB);
  }

  private void refuseStrangers(HttpServerRequest request) throws RefusedException {
    if (READING.contains(request.method())) {
      return;
    }
    Optional<Problem> stranger = guard.check(request.headers());
    if (stranger.isPresent()) {
      throw new RefusedException(stranger.get());
    }
  }

  private void handle(HttpServerRequest request, ApiPath path) throws RefusedException {
    String method = request.method().name();
    if (!List.of(path.allowed().split(", ")).contains(method)) {
      request.response().putHeader(HttpHeaders.ALLOW, path.allowed());
      throw new RefusedException(
          Problem.methodNotAllowed("This address answers " + path.allowed() + "."));
    }
    switch (path) {
      case ApiPath.Boards _ -> reading.boards(request);
      case ApiPath.Schema _ -> reading.schema(request);
      case ApiPath.OpenApi _ -> description.answer(request);
      case ApiPath.Metrics _ -> metrics.answer(request);
      case ApiPath.Live _ -> reading.live(request);
      case ApiPath.Ready _ -> reading.ready(request);
      case ApiPath.Stream _ -> sse.answer(request, Queries.parse(request.query()));
      case ApiPath.Commands _ -> commanding.batch(request);
      case ApiPath.PartAction action -> commanding.act(request, action);
      case ApiPath.Reset reset -> commanding.reset(request, reset);
      case ApiPath.Parts parts -> commanding.makePart(request, parts);
      case ApiPath.Board board -> {
        if (method.equals("PATCH")) {
          commanding.patchBoard(request, board);
        } else {
          reading.board(request, board.board());
        }
      }
      case ApiPath.Part part -> {
        switch (method) {
          case "PATCH" -> commanding.patchPart(request, part);
          case "DELETE" -> commanding.remove(request, part);
          default -> reading.part(request, new PartAddress(part.board(), part.part()));
        }
      }
    }
  }

  /** Answers what is not even HTTP, or exceeds what is read. */
  static void invalid(HttpServerRequest request, Refusal refusal) {
    Throwable cause = request.decoderResult().cause();
    Problem problem =
        switch (cause) {
          case TooLongHttpLineException _ ->
              Problem.tooLarge(
                  414, "The request line may have at most " + Limits.REQUEST_LINE + " bytes.");
          case TooLongHttpHeaderException _ ->
              Problem.tooLarge(431, "The headers may have at most " + Limits.HEADERS + " bytes.");
          case null, default -> Problem.malformed("The request is not HTTP that can be read.");
        };
    request.response().putHeader(HttpHeaders.CONNECTION, "close");
    refusal.answer(request, problem);
    request.connection().close();
  }
}
