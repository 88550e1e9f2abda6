package dev.signalbox.app.config;

import dev.signalbox.app.settings.Suggestion;
import dev.signalbox.app.yaml.Node;
import dev.signalbox.app.yaml.Problems;
import dev.signalbox.app.yaml.Shown;
import dev.signalbox.boards.OutputsSettings;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What must hold among the outputs and chases of a board. */
final class OutputsRules {
  private OutputsRules() {}

  /** No chase has the id of an output. */
  static void checkIds(Node.Mapping board, Problems problems) {
    List<String> outputs = outputs(board);
    for (Node.Entry chase : board.entries(OutputsShape.CHASES)) {
      String id = chase.key().text();
      if (outputs.contains(id)) {
        problems.add(
            chase.key().place(), "the id " + Shown.quoted(id) + " is that of an output already");
      }
    }
  }

  /** No two outputs have the same pin. */
  static void checkPins(Node.Mapping board, Problems problems) {
    Map<String, Node.Entry> owners = new HashMap<>();
    for (Node.Entry output : board.entries(OutputsShape.OUTPUTS)) {
      scalar(output, OutputsShape.PIN)
          .ifPresent(pin -> {
            Node.Entry owner = owners.putIfAbsent(pin.text(), output);
            if (owner != null) {
              problems.add(
                  pin.place(),
                  "pin %s is that of %s already"
                      .formatted(Shown.value(pin), Shown.quoted(owner.key().text())));
            }
          });
    }
  }

  private static Optional<Node.Scalar> scalar(Node.Entry entry, String key) {
    return entry.value() instanceof Node.Mapping mapping ? mapping.scalar(key) : Optional.empty();
  }

  /** The members of chases are outputs of the board, each in one chase at most. */
  static void checkMembers(Node.Mapping board, Problems problems) {
    List<String> outputs = outputs(board);
    Map<String, Node.Entry> taken = new HashMap<>();
    for (Node.Entry chase : board.entries(OutputsShape.CHASES)) {
      for (Node.Scalar member : members(chase.value())) {
        if (!outputs.contains(member.text())) {
          refuseStranger(member, outputs, board, problems);
        } else {
          Node.Entry first = taken.putIfAbsent(member.text(), chase);
          if (first != null && !first.equals(chase)) {
            refuseShared(member, first, problems);
          }
        }
      }
    }
  }

  private static void refuseStranger(
      Node.Scalar member, List<String> outputs, Node.Mapping board, Problems problems) {
    if (board.whole()) {
      String hint =
          Suggestion.of(member.text(), outputs)
              .map(meant -> ", did you mean " + Shown.quoted(meant) + "?")
              .orElse("");
      problems.add(member.place(), Shown.value(member) + " is none of this board's outputs" + hint);
    }
  }

  private static void refuseShared(Node.Scalar member, Node.Entry first, Problems problems) {
    problems.add(
        member.place(),
        "output %s is in the chase %s already; it can be in one only"
            .formatted(Shown.quoted(member.text()), Shown.quoted(first.key().text())));
  }

  /** A chase lights no output twice. */
  static void checkRepeated(Node.Mapping chase, Problems problems) {
    Set<String> seen = new HashSet<>();
    for (Node.Scalar member : members(chase)) {
      if (!seen.add(member.text())) {
        problems.add(
            member.place(), "output " + Shown.quoted(member.text()) + " is in this chase twice");
      }
    }
  }

  private static List<Node.Scalar> members(Node chase) {
    if (chase instanceof Node.Mapping mapping
        && mapping.entry(OutputsShape.MEMBERS).map(Node.Entry::value).orElse(null)
            instanceof Node.Sequence list) {
      return list.items().stream()
          .filter(Node.Scalar.class::isInstance)
          .map(Node.Scalar.class::cast)
          .toList();
    }
    return List.of();
  }

  /** There are no more chases than there may be. */
  static void checkGroups(Node.Mapping board, Problems problems) {
    int chases = board.entries(OutputsShape.CHASES).size();
    Optional<Node.Entry> given = board.entry(OutputsShape.GROUPS);
    int groups =
        given
            .map(Node.Entry::value)
            .map(node -> node instanceof Node.Scalar scalar ? number(scalar.text()) : chases)
            .orElse(OutputsSettings.DEFAULT_GROUPS);
    if (groups < chases) {
      Node.Entry wrong = given.orElse(board.entry(OutputsShape.CHASES).orElseThrow());
      problems.add(
          wrong.value().place(),
          "there are " + chases + " chases, but 'groups' allows " + groups + " only");
    }
  }

  private static int number(String text) {
    return text.matches("[0-9]{1,2}") ? Integer.parseInt(text) : Integer.MAX_VALUE;
  }

  private static List<String> outputs(Node.Mapping board) {
    if (board.entry(OutputsShape.OUTPUTS).isEmpty()) {
      return OutputsSettings.DEFAULT.outputs().stream().map(output -> output.id().value()).toList();
    }
    List<String> ids = new ArrayList<>();
    board.entries(OutputsShape.OUTPUTS).forEach(entry -> ids.add(entry.key().text()));
    return ids;
  }
}
