package dev.signalbox.app.config;

import dev.signalbox.app.settings.DurationType;
import dev.signalbox.app.settings.Key;
import dev.signalbox.app.settings.ListType;
import dev.signalbox.app.settings.MapType;
import dev.signalbox.app.settings.NumberType;
import dev.signalbox.app.settings.Shape;
import dev.signalbox.app.settings.Shapes;
import dev.signalbox.app.settings.TextType;
import dev.signalbox.boards.OutputsSettings;
import dev.signalbox.core.model.Members;
import dev.signalbox.core.model.PartId;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** What a board of kind {@code outputs} takes. */
final class OutputsShape {
  static final String OUTPUTS = "outputs";
  static final String CHASES = "chases";
  static final String GROUPS = "groups";
  static final String MEMBERS = "members";
  static final String PIN = "pin";
  static final int MOST = 64;

  private static final TextType PART_ID =
      new TextType(
          Pattern.compile("[a-z0-9][a-z0-9-]{0,62}"), "the id of an output, such as 'out1'");

  private record Wired(OutputsSettings.Channel channel, Optional<Wiring.Dimmed> wiring) {
    static List<Wired> none(List<OutputsSettings.Channel> channels) {
      return channels.stream().map(channel -> new Wired(channel, Optional.empty())).toList();
    }

    static BoardPlan.OutputsKind kind(
        List<Wired> outputs, List<OutputsSettings.Group> chases, int groups) {
      Map<PartId, Wiring.Dimmed> wired = new HashMap<>();
      outputs.forEach(
          output -> output.wiring().ifPresent(wiring -> wired.put(output.channel().id(), wiring)));
      return new BoardPlan.OutputsKind(
          new OutputsSettings(outputs.stream().map(Wired::channel).toList(), chases, groups),
          wired);
    }
  }

  private static final Shape<Wired> OUTPUT =
      Shapes.of(
              "an output",
              Common.partId(),
              Common.partName(),
              Key.required(PIN, new NumberType(0, 65_535), "The number that people know it by."),
              Key.of("active", Common.FLAG, false, "Whether it is on at first."),
              Key.of("brightness", new NumberType(0, 100), 100, "How bright it is at first, in %."),
              Key.of(
                  "blink",
                  new DurationType(Duration.ofMillis(10), Duration.ofMillis(65_535), true),
                  Duration.ZERO,
                  "How long it is lit, and the same dark, at first; 0 for steady."),
              Key.maybe(
                  WiringShapes.GPIO,
                  WiringShapes.SOFT_DIMMED,
                  "The line that it is on; none if simulated."),
              Key.maybe(
                  WiringShapes.PWM,
                  PwmShapes.DIMMED,
                  "The kernel's PWM channel that it is on, instead of a line."),
              (id, name, pin, active, brightness, blink, line, channel) ->
                  new Wired(
                      new OutputsSettings.Channel(
                          id,
                          name.orElse(id.value()),
                          pin,
                          active,
                          brightness,
                          (int) blink.toMillis()),
                      line.or(() -> channel)))
          .with(WiringRules::checkEither);

  private static final Shape<OutputsSettings.Group> CHASE =
      Shapes.of(
              "a chase",
              Common.partId(),
              Common.partName(),
              Key.required(
                  MEMBERS,
                  new ListType<>("ids of outputs", PART_ID, 1, Members.MOST),
                  "The outputs, in the order in which they light."),
              Key.of(
                  "interval",
                  Common.EFFECT,
                  Duration.ofMillis(300),
                  "How long each member is lit, at first."),
              Key.of("running", Common.FLAG, true, "Whether it runs at first."),
              (id, name, members, interval, running) ->
                  new OutputsSettings.Group(
                      id,
                      name.orElse(id.value()),
                      Members.of(members.toArray(String[]::new)),
                      (int) interval.toMillis(),
                      running))
          .with(OutputsRules::checkRepeated);

  static final Shape<BoardPlan> SHAPE =
      Shapes.of(
              "an outputs board",
              Common.boardId(),
              Common.boardName(),
              Key.of(
                  OUTPUTS,
                  new MapType<>("outputs", OUTPUT, 1, MOST),
                  Wired.none(OutputsSettings.DEFAULT.outputs()),
                  "The outputs, each under its id."),
              Key.of(
                  CHASES,
                  new MapType<>("chases", CHASE, 0, MOST),
                  List.<OutputsSettings.Group>of(),
                  "Chases that are there from the start, each under its id."),
              Key.of(
                  GROUPS,
                  new NumberType(0, MOST),
                  OutputsSettings.DEFAULT_GROUPS,
                  "How many chases there can be at a time."),
              (id, name, outputs, chases, groups) ->
                  new BoardPlan(id, name.orElse(id.value()), Wired.kind(outputs, chases, groups)))
          .with(OutputsRules::checkIds)
          .with(OutputsRules::checkPins)
          .with(OutputsRules::checkMembers)
          .with(OutputsRules::checkGroups);

  private OutputsShape() {}
}
