package dev.signalbox.app.config;

import dev.signalbox.app.yaml.Node;
import dev.signalbox.app.yaml.Problems;
import dev.signalbox.app.yaml.Shown;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What must hold among the lines that parts are wired to. Only what the file itself shows is found:
 * that {@code GPIO17} and 17 are the same line is known to the kernel, which lets one part have it.
 */
final class WiringRules {
  private static final List<String> SINGLE_PARTS = List.of("display", "led", "switch");

  private final Map<String, String> owners = new HashMap<>();
  private final Problems problems;

  private WiringRules(Problems problems) {
    this.problems = problems;
  }

  /** An output is dimmed in one way. */
  static void checkEither(Node.Mapping output, Problems problems) {
    if (output.entry(WiringShapes.GPIO).isPresent()) {
      output
          .entry(WiringShapes.PWM)
          .ifPresent(
              pwm -> problems.add(pwm.key().place(), "an output has 'gpio' or 'pwm', not both"));
    }
  }

  /** No two parts, of whatever boards, have the same line or the same PWM channel. */
  static void checkLines(Node.Mapping root, Problems problems) {
    WiringRules rules = new WiringRules(problems);
    for (Node.Entry board : entries(root, HubShape.BOARDS)) {
      if (board.value() instanceof Node.Mapping mapping) {
        rules.checkBoard(board.key().text(), mapping);
      }
    }
  }

  private void checkBoard(String id, Node.Mapping board) {
    for (String part : SINGLE_PARTS) {
      board.mapping(part).ifPresent(mapping -> checkPart(id + "." + part, mapping));
    }
    for (Node.Entry output : entries(board, OutputsShape.OUTPUTS)) {
      if (output.value() instanceof Node.Mapping mapping) {
        checkPart(id + "." + output.key().text(), mapping);
      }
    }
  }

  private void checkPart(String part, Node.Mapping settings) {
    settings
        .mapping(WiringShapes.GPIO)
        .ifPresent(wiring -> check(part, "line", wiring, WiringShapes.LINE));
    settings
        .mapping(WiringShapes.PWM)
        .ifPresent(wiring -> check(part, "channel", wiring, WiringShapes.CHANNEL));
    settings
        .mapping(WiringShapes.TM1637)
        .ifPresent(wiring -> {
          check(part, "line", wiring, WiringShapes.CLK);
          check(part, "line", wiring, WiringShapes.DIO);
        });
  }

  private void check(String part, String what, Node.Mapping wiring, String key) {
    String chip = scalar(wiring, WiringShapes.CHIP).map(Node.Scalar::text).orElse("");
    scalar(wiring, key)
        .ifPresent(line -> {
          String owner = owners.putIfAbsent(what + " " + chip + " " + line.text(), part);
          if (owner != null) {
            problems.add(
                line.place(),
                "%s %s is that of %s already"
                    .formatted(what, Shown.value(line), Shown.quoted(owner)));
          }
        });
  }

  private static Optional<Node.Scalar> scalar(Node.Mapping mapping, String key) {
    return mapping
        .entry(key)
        .map(Node.Entry::value)
        .filter(Node.Scalar.class::isInstance)
        .map(Node.Scalar.class::cast);
  }

  private static List<Node.Entry> entries(Node.Mapping mapping, String key) {
    return mapping.mapping(key).map(Node.Mapping::entries).orElse(List.of());
  }
}
