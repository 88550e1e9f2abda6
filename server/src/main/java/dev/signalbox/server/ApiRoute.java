package dev.signalbox.server;

import static dev.signalbox.wire.openapi.Operation.command;
import static dev.signalbox.wire.openapi.Operation.get;

import dev.signalbox.wire.openapi.OpenApi;
import dev.signalbox.wire.openapi.Operation;
import dev.signalbox.wire.openapi.Parameter;
import dev.signalbox.wire.openapi.Payload;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The one table of the native protocol's addresses: what {@code Allow} says and the API's
 * description are made of it. To add an address, add a line here and a kind of {@link ApiPath}.
 */
enum ApiRoute {
  BOARDS("/v1/boards", get("readState", "The whole state", Payload.STATE).tagged()),
  BOARD(
      "/v1/boards/{board}",
      get("readBoard", "One board with its parts", Payload.BOARD).tagged().refusing(404),
      command("PATCH", "setBoard", "Renames the board", Payload.BOARD).taking(Payload.BOARD_PATCH)),
  PARTS(
      "/v1/boards/{board}/parts",
      command("POST", "makePart", "Makes a part where the board allows it", Payload.PART)
          .tagged()
          .creating()
          .taking(Payload.NEW_PART)
          .refusing(409)),
  PART(
      "/v1/boards/{board}/parts/{part}",
      get("readPart", "One part", Payload.PART).tagged().refusing(404),
      command("PATCH", "setPart", "Sets properties of the part together", Payload.PART)
          .tagged()
          .taking(Payload.PART_PATCH),
      command("DELETE", "removePart", "Removes a part that was made").refusing(422)),
  PART_ACTION(
      "/v1/boards/{board}/parts/{part}/{action}",
      command("POST", "actOnPart", "Flips the part, or presses it", Payload.PART)
          .tagged()
          .refusing(422)),
  RESET(
      "/v1/boards/{board}/reset",
      command("POST", "resetBoard", "Puts the board back to its configuration")),
  COMMANDS(
      "/v1/commands",
      command("POST", "command", "Carries out all of these commands, or none", Payload.RESULTS)
          .taking(Payload.COMMANDS)),
  SCHEMA("/v1/schema", get("readKinds", "The properties of every kind of part", Payload.KINDS)),
  OPEN_API("/v1/openapi.json", get("readApi", "This description", Payload.OPENAPI)),
  STREAM(
      "/v1/stream",
      get("follow", "The state and then its changes, as Server-Sent Events", Payload.EVENTS)
          .with(
              Parameter.BOARDS,
              Parameter.PARTS,
              Parameter.EVERY,
              Parameter.MAX_RATE,
              Parameter.SINCE,
              Parameter.LAST_EVENT_ID)
          .refusing(404)),
  LIVE("/health/live", get("isLive", "Whether the hub runs", Payload.HEALTH).refusing(503)),
  READY(
      "/health/ready",
      get("isReady", "Whether the hub takes commands", Payload.HEALTH).refusing(503)),
  METRICS("/metrics", get("readMetrics", "Figures for monitoring", Payload.METRICS));

  private final String template;

  // List.of, so never changed.
  @SuppressWarnings("ImmutableEnumChecker")
  private final List<Operation> operations;

  private final String allowed;

  ApiRoute(String template, Operation... operations) {
    this.template = template;
    this.operations = List.of(operations);
    List<String> methods = new ArrayList<>();
    for (Operation operation : operations) {
      methods.add(operation.method());
      if (operation.hasHead()) {
        methods.add("HEAD");
      }
    }
    this.allowed = String.join(", ", methods);
  }

  /** The address with its parameters in braces. */
  String template() {
    return template;
  }

  /** What it answers; {@code HEAD} is not among them. */
  List<Operation> operations() {
    return operations;
  }

  /** The methods that it answers, as {@code Allow} lists them. */
  String allowed() {
    return allowed;
  }

  /** The description of the whole API as a JSON text. */
  static byte[] description(String version) {
    return OpenApi.document(
        version,
        Arrays.stream(values())
            .map(route -> new OpenApi.Path(route.template, route.operations))
            .toList());
  }
}
