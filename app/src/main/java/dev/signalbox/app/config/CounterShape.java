package dev.signalbox.app.config;

import dev.signalbox.app.settings.DurationType;
import dev.signalbox.app.settings.Key;
import dev.signalbox.app.settings.NoneType;
import dev.signalbox.app.settings.NumberType;
import dev.signalbox.app.settings.Shape;
import dev.signalbox.app.settings.Shapes;
import dev.signalbox.boards.CounterSettings;
import java.time.Duration;
import java.util.Optional;

/** What a board of kind {@code counter} takes. */
final class CounterShape {
  private static final CounterSettings DEFAULT = CounterSettings.DEFAULT;
  private static final CounterSettings.Face FACE = CounterSettings.Face.DEFAULT;

  private record Counting(String name, int step, Duration interval, int value) {
    static final Counting DEFAULT =
        new Counting(
            CounterShape.DEFAULT.name(),
            CounterShape.DEFAULT.step(),
            CounterShape.DEFAULT.interval(),
            CounterShape.DEFAULT.value());

    CounterSettings with(Optional<CounterSettings.Face> display) {
      return new CounterSettings(name, step, interval, value, display);
    }
  }

  private static final Shape<Counting> COUNTER =
      Shapes.of(
          "a counter",
          Common.partName(DEFAULT.name()),
          Key.of("step", Common.INT32, DEFAULT.step(), "What is added each time."),
          Key.of(
              "interval",
              DurationType.between(Duration.ofMillis(10), Duration.ofDays(1)),
              DEFAULT.interval(),
              "The time from one addition to the next."),
          Key.of("value", Common.INT32, DEFAULT.value(), "Where it begins at each start."),
          Counting::new);

  private record Digits(CounterSettings.Face face, Optional<Wiring.Digits> wired) {
    static final Digits DEFAULT = new Digits(FACE, Optional.empty());
  }

  private static final Shape<Digits> DISPLAY =
      Shapes.of(
          "a display",
          Common.partName(FACE.name()),
          Key.of("on", Common.FLAG, FACE.on(), "Whether the digits are lit at first."),
          Key.of(
              "brightness",
              new NumberType(0, 7),
              FACE.brightness(),
              "How bright they are at first, 0 is dimmest."),
          Key.maybe(
              WiringShapes.TM1637,
              WiringShapes.DIGITS,
              "The TM1637 that they are; none if simulated."),
          (name, on, brightness, wired) ->
              new Digits(new CounterSettings.Face(name, on, brightness), wired));

  static final Shape<BoardPlan> SHAPE =
      Shapes.of(
          "a counter board",
          Common.boardId(),
          Common.boardName(),
          Key.of("counter", COUNTER, Counting.DEFAULT, "The number."),
          Key.of(
              "display",
              new NoneType<>(DISPLAY),
              Optional.of(Digits.DEFAULT),
              "The four digits that show it, or none."),
          (id, name, counter, display) ->
              new BoardPlan(
                  id,
                  name.orElse(id.value()),
                  new BoardPlan.CounterKind(
                      counter.with(display.map(Digits::face)), display.flatMap(Digits::wired))));

  private CounterShape() {}
}
