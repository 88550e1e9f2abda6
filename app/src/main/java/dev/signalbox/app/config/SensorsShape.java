package dev.signalbox.app.config;

import dev.signalbox.app.settings.DurationType;
import dev.signalbox.app.settings.Key;
import dev.signalbox.app.settings.MapType;
import dev.signalbox.app.settings.Shape;
import dev.signalbox.app.settings.Shapes;
import dev.signalbox.app.settings.Spot;
import dev.signalbox.app.settings.TextType;
import dev.signalbox.app.yaml.Node;
import dev.signalbox.app.yaml.Problems;
import dev.signalbox.boards.SensorsSettings;
import java.time.Duration;
import java.util.Optional;

/** What a board of kind {@code sensors} takes. */
final class SensorsShape {
  private static final SensorsSettings DEFAULT = SensorsSettings.DEFAULT;
  private static final String PAUSE = "pause";
  private static final String SHORTEST = "shortest";
  private static final String LONGEST = "longest";
  private static final DurationType RANGE =
      DurationType.between(Duration.ofMillis(10), Duration.ofDays(1));

  private record Pause(Duration shortest, Duration longest) {}

  private static final Shape<SensorsSettings.Probe> SENSOR =
      Shapes.of(
          "a sensor",
          Common.partId(),
          Common.partName(),
          Key.of("unit", TextType.upTo(16), "", "What it counts, such as °C."),
          (id, name, unit) -> new SensorsSettings.Probe(id, name.orElse(id.value()), unit));

  private static final Shape<Pause> PAUSES =
      Shapes.of(
              "a pause",
              Key.of(SHORTEST, RANGE, DEFAULT.shortest(), "The shortest."),
              Key.of(LONGEST, RANGE, DEFAULT.longest(), "The longest, at least the shortest."),
              Pause::new)
          .with(SensorsShape::checkPause);

  static final Shape<BoardPlan> SHAPE =
      Shapes.of(
          "a sensors board",
          Common.boardId(),
          Common.boardName(),
          Key.of(
              "sensors",
              new MapType<>("sensors", SENSOR, 1, 64),
              DEFAULT.sensors(),
              "The sensors, each under its id."),
          Key.of(
              PAUSE,
              PAUSES,
              new Pause(DEFAULT.shortest(), DEFAULT.longest()),
              "How long it takes until a sensor has its next value, at random."),
          (id, name, sensors, pause) ->
              new BoardPlan(
                  id,
                  name.orElse(id.value()),
                  new BoardPlan.SensorsKind(
                      new SensorsSettings(sensors, pause.shortest(), pause.longest()))));

  private SensorsShape() {}

  private static void checkPause(Node.Mapping pause, Problems problems) {
    Optional<Duration> shortest = given(pause, SHORTEST, DEFAULT.shortest());
    Optional<Duration> longest = given(pause, LONGEST, DEFAULT.longest());
    if (shortest.isPresent()
        && longest.isPresent()
        && shortest.get().compareTo(longest.get()) > 0) {
      String wrong = pause.entry(LONGEST).isPresent() ? LONGEST : SHORTEST;
      pause
          .entry(wrong)
          .ifPresent(entry ->
              problems.add(
                  entry.value().place(), "the longest pause is shorter than the shortest"));
    }
  }

  private static Optional<Duration> given(Node.Mapping pause, String key, Duration fallback) {
    return pause
        .entry(key)
        .map(entry -> RANGE.read(Spot.of(entry), new Problems()))
        .orElse(Optional.of(fallback));
  }
}
