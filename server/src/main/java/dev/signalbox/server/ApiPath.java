package dev.signalbox.server;

import dev.signalbox.core.model.Action;
import dev.signalbox.core.model.BoardId;
import dev.signalbox.core.model.PartId;
import dev.signalbox.wire.CommandReader;
import dev.signalbox.wire.RefusedException;
import java.util.List;
import java.util.Optional;

/** What a path of the native protocol names. */
sealed interface ApiPath {
  /** {@code /v1/boards}. */
  record Boards() implements ApiPath {}

  /** {@code /v1/boards/{board}}. */
  record Board(BoardId board) implements ApiPath {}

  /** {@code /v1/boards/{board}/parts}. */
  record Parts(BoardId board) implements ApiPath {}

  /** {@code /v1/boards/{board}/parts/{part}}. */
  record Part(BoardId board, PartId part) implements ApiPath {}

  /** {@code /v1/boards/{board}/parts/{part}/toggle} or {@code /press}. */
  record PartAction(BoardId board, PartId part, Action action) implements ApiPath {}

  /** {@code /v1/boards/{board}/reset}. */
  record Reset(BoardId board) implements ApiPath {}

  /** {@code /v1/commands}. */
  record Commands() implements ApiPath {}

  /** {@code /v1/schema}. */
  record Schema() implements ApiPath {}

  /** {@code /v1/openapi.json}. */
  record OpenApi() implements ApiPath {}

  /** {@code /v1/stream}. */
  record Stream() implements ApiPath {}

  /** {@code /health/live}. */
  record Live() implements ApiPath {}

  /** {@code /health/ready}. */
  record Ready() implements ApiPath {}

  /** {@code /metrics}. */
  record Metrics() implements ApiPath {}

  /** Its line in the table. */
  default ApiRoute route() {
    return switch (this) {
      case Boards _ -> ApiRoute.BOARDS;
      case Board _ -> ApiRoute.BOARD;
      case Parts _ -> ApiRoute.PARTS;
      case Part _ -> ApiRoute.PART;
      case PartAction _ -> ApiRoute.PART_ACTION;
      case Reset _ -> ApiRoute.RESET;
      case Commands _ -> ApiRoute.COMMANDS;
      case Schema _ -> ApiRoute.SCHEMA;
      case OpenApi _ -> ApiRoute.OPEN_API;
      case Stream _ -> ApiRoute.STREAM;
      case Live _ -> ApiRoute.LIVE;
      case Ready _ -> ApiRoute.READY;
      case Metrics _ -> ApiRoute.METRICS;
    };
  }

  /** The methods that such a path answers, as {@code Allow} lists them. */
  default String allowed() {
    return route().allowed();
  }

  /**
   * What {@code path} names; empty if it is none of these.
   *
   * @throws RefusedException if it names a board or part by what can't be an id
   */
  static Optional<ApiPath> of(String path) throws RefusedException {
    return switch (path) {
      case "/v1/boards" -> Optional.of(new Boards());
      case "/v1/commands" -> Optional.of(new Commands());
      case "/v1/schema" -> Optional.of(new Schema());
      case "/v1/openapi.json" -> Optional.of(new OpenApi());
      case "/v1/stream" -> Optional.of(new Stream());
      case "/health/live" -> Optional.of(new Live());
      case "/health/ready" -> Optional.of(new Ready());
      case "/metrics" -> Optional.of(new Metrics());
      default -> path.startsWith("/v1/boards/") ? ofBoard(path) : Optional.empty();
    };
  }

  private static Optional<ApiPath> ofBoard(String path) throws RefusedException {
    List<String> names = List.of(path.substring("/v1/boards/".length()).split("/", -1));
    BoardId board = CommandReader.board(names.getFirst());
    return switch (names.size()) {
      case 1 -> Optional.of(new Board(board));
      case 2 -> second(board, names.get(1));
      case 3, 4 -> names.get(1).equals("parts") ? ofPart(board, names) : Optional.empty();
      default -> Optional.empty();
    };
  }

  private static Optional<ApiPath> second(BoardId board, String name) {
    return switch (name) {
      case "parts" -> Optional.of(new Parts(board));
      case "reset" -> Optional.of(new Reset(board));
      default -> Optional.empty();
    };
  }

  private static Optional<ApiPath> ofPart(BoardId board, List<String> names)
      throws RefusedException {
    PartId part = CommandReader.part(names.get(2));
    return names.size() == 3
        ? Optional.of(new Part(board, part))
        : CommandReader.action(names.get(3)).map(action -> new PartAction(board, part, action));
  }
}
