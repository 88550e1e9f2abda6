package dev.signalbox.app.yaml;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionEndEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.DocumentStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;

/** Builds nodes out of a parser's events. Owned by the thread that parses. */
final class NodeBuilder {
  private static final int DEEPEST = 20;

  /** A list or mapping whose end has not come yet. */
  private static final class Open {
    final Place place;
    final boolean mapping;
    final List<Node> items = new ArrayList<>();
    final Map<String, Node.Entry> entries = new LinkedHashMap<>();
    Node.@Nullable Scalar key;
    boolean valueNext;

    Open(Place place, boolean mapping) {
      this.place = place;
      this.mapping = mapping;
    }

    Node close(boolean whole) {
      return mapping
          ? new Node.Mapping(place, List.copyOf(entries.values()), whole)
          : new Node.Sequence(place, items, whole);
    }
  }

  private final Problems problems;
  private final Deque<Open> open = new ArrayDeque<>();
  private Place reached = Place.START;
  private int documents;
  private @Nullable Node root;

  NodeBuilder(Problems problems) {
    this.problems = problems;
  }

  /** Where the last event was. */
  Place reached() {
    return reached;
  }

  /**
   * Takes the next event.
   *
   * @return whether to go on
   */
  boolean take(Event event) {
    event.getStartMark().ifPresent(mark -> reached = YamlFile.place(mark));
    if (event instanceof DocumentStartEvent && ++documents > 1) {
      problems.add(reached, "a second document begins here; a configuration is one document");
      return false;
    }
    if (event instanceof NodeEvent node) {
      checkPlain(node);
    }
    switch (event) {
      case AliasEvent _ -> add(new Node.Refused(reached));
      case ScalarEvent scalar -> add(scalar(scalar));
      case CollectionStartEvent start -> {
        open.push(new Open(reached, start instanceof MappingStartEvent));
        return isShallow();
      }
      case CollectionEndEvent _ -> add(open.pop().close(true));
      default -> {}
    }
    return true;
  }

  private Node scalar(ScalarEvent event) {
    return event.getTag().isPresent()
        ? new Node.Refused(reached)
        : new Node.Scalar(reached, event.getValue(), event.isPlain());
  }

  private void checkPlain(NodeEvent event) {
    if (event.getAnchor().isPresent()) {
      problems.add(
          reached, "anchors and aliases ('&', '*') are not supported; write the value out");
    }
    Optional<String> tag =
        switch (event) {
          case ScalarEvent scalar -> scalar.getTag();
          case CollectionStartEvent start -> start.getTag();
          default -> Optional.empty();
        };
    tag.ifPresent(_ -> problems.add(reached, "tags ('!') are not supported; leave it out"));
  }

  private boolean isShallow() {
    if (open.size() > DEEPEST) {
      problems.add(reached, "this is nested deeper than any setting is");
      return false;
    }
    return true;
  }

  private void add(Node node) {
    Open parent = open.peek();
    if (parent == null) {
      root = node;
    } else if (!parent.mapping) {
      parent.items.add(node);
    } else if (parent.valueNext) {
      addEntry(parent, node);
    } else {
      addKey(parent, node);
    }
  }

  private void addKey(Open parent, Node key) {
    parent.valueNext = true;
    parent.key = key instanceof Node.Scalar scalar ? scalar : null;
    if (key instanceof Node.Mapping || key instanceof Node.Sequence) {
      problems.add(key.place(), "a key must be a single word");
    }
  }

  private void addEntry(Open parent, Node value) {
    Node.Scalar key = parent.key;
    parent.valueNext = false;
    if (key == null) {
      return;
    }
    Node.Entry first = parent.entries.putIfAbsent(key.text(), new Node.Entry(key, value));
    if (first != null) {
      int line = first.key().place().line();
      problems.add(
          key.place(),
          "the key " + Shown.quoted(key.text()) + " is there already, on line " + line);
    }
  }

  /** What was built; what is still open counts as not whole. */
  Optional<Node> root() {
    dropDoubtful();
    while (!open.isEmpty()) {
      add(open.pop().close(false));
    }
    return Optional.ofNullable(root);
  }

  /** Where reading ended early, the last value of a list may have taken in what comes after it. */
  private void dropDoubtful() {
    Open last = open.peek();
    if (last != null
        && !last.items.isEmpty()
        && last.items.getLast() instanceof Node.Scalar scalar
        && scalar.place().equals(reached)) {
      last.items.removeLast();
    }
  }
}
