package dev.signalbox.app.config;

import dev.signalbox.app.settings.Suggestion;
import dev.signalbox.app.yaml.Node;
import dev.signalbox.app.yaml.Place;
import dev.signalbox.app.yaml.Problems;
import dev.signalbox.app.yaml.Shown;
import dev.signalbox.core.model.BoardId;
import dev.signalbox.server.ServerSettings;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What must hold between the listeners and the rest of a configuration. */
final class ListenerRules {
  private ListenerRules() {}

  private record Taken(Endpoint endpoint, Place place, boolean hubs) {}

  /** RailHub is reached at one port at least. */
  static void checkAnyPort(Node.Mapping listener, Problems problems) {
    if (listener.whole()
        && listener.entry(ListenerShapes.PORT).isEmpty()
        && listener.entry(ListenerShapes.WS_PORT).isEmpty()) {
      problems.add(listener.place(), "a RailHub listener needs a 'port', a 'wsPort' or both");
    }
  }

  /** Each listener's board is there, and of the kind that its dialect is for. */
  static void checkBoards(Node.Mapping root, Problems problems) {
    Optional<Map<String, String>> kinds = kinds(root);
    for (Node.Mapping listener : listeners(root)) {
      Optional<Node.Scalar> board =
          listener.scalar(ListenerShapes.BOARD).filter(given -> BoardId.isValid(given.text()));
      Optional<String> fitting =
          listener
              .scalar(ListenerShapes.DIALECT)
              .map(dialect -> ListenerShapes.KINDS.get(dialect.text()));
      if (kinds.isPresent() && board.isPresent() && fitting.isPresent()) {
        checkBoard(board.get(), fitting.get(), kinds.get(), problems);
      }
    }
  }

  private static void checkBoard(
      Node.Scalar board, String fitting, Map<String, String> kinds, Problems problems) {
    String kind = kinds.get(board.text());
    List<String> meant =
        kinds.keySet().stream().filter(id -> fitting.equals(kinds.get(id))).toList();
    if (kind == null) {
      problems.add(
          board.place(),
          "there is no board "
              + Shown.quoted(board.text())
              + Suggestion.of(board.text(), meant)
                  .or(() -> Suggestion.of(board.text(), kinds.keySet()))
                  .map(guess -> ", did you mean " + Shown.quoted(guess) + "?")
                  .orElse(""));
    } else if (!kind.equals(fitting) && HubShape.isKind(kind)) {
      problems.add(
          board.place(),
          "this dialect is for a board of kind %s, and %s is of kind %s"
              .formatted(Shown.quoted(fitting), Shown.quoted(board.text()), Shown.quoted(kind)));
    }
  }

  /** The kind of each board, by id, as it is written; empty if not all boards could be read. */
  private static Optional<Map<String, String>> kinds(Node.Mapping root) {
    Optional<Node.Entry> given = root.entry(HubShape.BOARDS);
    Node boards =
        given.isPresent()
            ? given.get().value()
            : DefaultConfiguration.root().mapping(HubShape.BOARDS).orElseThrow();
    if (!(boards instanceof Node.Mapping mapping) || !mapping.whole()) {
      return Optional.empty();
    }
    Map<String, String> kinds = new LinkedHashMap<>();
    for (Node.Entry board : mapping.entries()) {
      kinds.put(
          board.key().text(),
          board.value() instanceof Node.Mapping each
              ? each.scalar(HubShape.KIND).map(Node.Scalar::text).orElse("")
              : "");
    }
    return Optional.of(kinds);
  }

  /** No two listeners are at one port of one address, nor is one at the hub's own. */
  static void checkPorts(Node.Mapping root, Problems problems) {
    Node.Mapping listen =
        root.mapping(HubShape.LISTEN)
            .orElseGet(() -> new Node.Mapping(Place.START, List.of(), true));
    String hubBind =
        listen
            .scalar(ListenerShapes.BIND)
            .map(Node.Scalar::text)
            .orElse(ServerSettings.DEFAULT.bind());
    int hubPort =
        listen.entry(ListenerShapes.PORT).isEmpty()
            ? ServerSettings.DEFAULT.port()
            : port(listen, ListenerShapes.PORT)
                .map(Node.Scalar::text)
                .map(Integer::parseInt)
                .orElse(0);
    List<Taken> taken = new ArrayList<>();
    taken.add(new Taken(new Endpoint(hubBind, hubPort), listen.place(), true));
    for (Node.Mapping listener : listeners(root)) {
      String bind = listener.scalar(ListenerShapes.BIND).map(Node.Scalar::text).orElse(hubBind);
      Stream.of(ListenerShapes.PORT, ListenerShapes.WS_PORT)
          .flatMap(key -> port(listener, key).stream())
          .forEach(port -> take(bind, port, taken, problems));
    }
  }

  private static void take(String bind, Node.Scalar port, List<Taken> taken, Problems problems) {
    Endpoint endpoint = new Endpoint(bind, Integer.parseInt(port.text()));
    Optional<Taken> other =
        taken.stream().filter(each -> each.endpoint.clashes(endpoint)).findFirst();
    if (other.isEmpty()) {
      taken.add(new Taken(endpoint, port.place(), false));
      return;
    }
    String owner =
        other.get().hubs
            ? "the hub's own"
            : "taken on line " + other.get().place.line() + " already";
    problems.add(port.place(), "port " + endpoint.port() + " is " + owner);
  }

  private static Optional<Node.Scalar> port(Node.Mapping mapping, String key) {
    return mapping.scalar(key).filter(port -> port.text().matches("[0-9]{1,5}"));
  }

  private static List<Node.Mapping> listeners(Node.Mapping root) {
    return root.entry(HubShape.LISTENERS).map(Node.Entry::value).stream()
        .flatMap(
            value -> value instanceof Node.Sequence list ? list.items().stream() : Stream.empty())
        .filter(Node.Mapping.class::isInstance)
        .map(Node.Mapping.class::cast)
        .toList();
  }
}
