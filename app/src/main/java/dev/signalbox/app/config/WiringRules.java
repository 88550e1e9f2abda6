package dev.signalbox.app.config;

import dev.signalbox.app.settings.Spot;
import dev.signalbox.app.yaml.Node;
import dev.signalbox.app.yaml.Problems;
import dev.signalbox.app.yaml.Shown;
import dev.signalbox.hardware.gpio.LineAddress;
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

  private record Channel(String chip, int number) {}

  private final Map<Record, String> owners = new HashMap<>();
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
    for (Node.Entry board : root.entries(HubShape.BOARDS)) {
      if (board.value() instanceof Node.Mapping mapping) {
        rules.checkBoard(board.key().text(), mapping);
      }
    }
  }

  private void checkBoard(String id, Node.Mapping board) {
    for (String part : SINGLE_PARTS) {
      board.mapping(part).ifPresent(mapping -> checkPart(id + "." + part, mapping));
    }
    for (Node.Entry output : board.entries(OutputsShape.OUTPUTS)) {
      if (output.value() instanceof Node.Mapping mapping) {
        checkPart(id + "." + output.key().text(), mapping);
      }
    }
  }

  private void checkPart(String part, Node.Mapping settings) {
    settings
        .mapping(WiringShapes.GPIO)
        .ifPresent(wiring -> checkLine(part, wiring, WiringShapes.LINE));
    settings.mapping(WiringShapes.PWM).ifPresent(wiring -> checkChannel(part, wiring));
    settings
        .mapping(WiringShapes.TM1637)
        .ifPresent(wiring -> {
          checkLine(part, wiring, WiringShapes.CLK);
          checkLine(part, wiring, WiringShapes.DIO);
        });
  }

  private void checkLine(String part, Node.Mapping wiring, String key) {
    Optional<String> chip = chip(wiring);
    wiring
        .scalar(key)
        .filter(line -> !line.text().isBlank() && chip.filter(String::isBlank).isEmpty())
        .ifPresent(line -> take(part, "line", line, new LineAddress(chip, line.text()).normal()));
  }

  private void checkChannel(String part, Node.Mapping wiring) {
    String chip = chip(wiring).orElse(PwmShapes.CHIP);
    wiring
        .scalar(PwmShapes.CHANNEL)
        .ifPresent(channel ->
            PwmShapes.CHANNELS
                .read(new Spot(PwmShapes.CHANNEL, channel.place(), channel), new Problems())
                .ifPresent(number -> take(part, "channel", channel, new Channel(chip, number))));
  }

  private void take(String part, String what, Node.Scalar written, Record wanted) {
    String owner = owners.putIfAbsent(wanted, part);
    if (owner != null) {
      problems.add(
          written.place(),
          "%s %s is that of %s already".formatted(what, Shown.value(written), Shown.quoted(owner)));
    }
  }

  private static Optional<String> chip(Node.Mapping wiring) {
    return wiring.scalar(WiringShapes.CHIP).map(Node.Scalar::text);
  }
}
