package dev.signalbox.app.settings;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.signalbox.app.yaml.Place;
import dev.signalbox.app.yaml.Problem;
import dev.signalbox.app.yaml.Problems;
import dev.signalbox.app.yaml.YamlFile;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ShapeTest {
  /** A record with a rule that no type of its keys knows. */
  private record Range(int low, int high, int step) {
    Range {
      if (low > high) {
        throw new IllegalArgumentException("low " + low + " must be at most high " + high);
      }
      if (step > 20) {
        throw new IllegalArgumentException("step " + step + " must be at most 20");
      }
    }
  }

  private static final NumberType NUMBER = new NumberType(0, 100);
  private static final Shape<Range> SHAPE =
      Shapes.of(
          "a range",
          Key.of("low", NUMBER, 0, "The lowest."),
          Key.of("high", NUMBER, 10, "The highest."),
          Key.required("step", NUMBER, "The step."),
          Range::new);

  private final Problems problems = new Problems();

  private Optional<Range> read(String yaml) {
    return YamlFile.read(yaml.getBytes(UTF_8), problems)
        .flatMap(node -> SHAPE.read(new Spot("range", Place.START, node), problems));
  }

  @Test
  void keys_leftOut_haveTheirDefaults() {
    assertEquals(Optional.of(new Range(0, 10, 3)), read("step: 3"));
    assertEquals(0, problems.count());
  }

  @Test
  void rule_ofTheRecord_isSaidAtTheKeyThatBreaksIt() {
    assertEquals(Optional.empty(), read("step: 1\nlow: 11\n"));
    assertEquals(
        List.of(new Problem(new Place(2, 6), "low 11 must be at most high 10")), problems.sorted());
  }

  @Test
  void rule_ofTheRecordThatTwoKeysBreak_isSaidAtOneOfThem() {
    assertEquals(Optional.empty(), read("step: 1\nhigh: 5\nlow: 20\n"));
    assertEquals(
        List.of(new Problem(new Place(3, 6), "low 20 must be at most high 5")), problems.sorted());
  }

  @Test
  void rule_ofTheRecordThatNoDefaultMends_isSaidAtTheMapping() {
    assertEquals(Optional.empty(), read("low: 1\nstep: 21\n"));
    assertEquals(
        List.of(new Problem(Place.START, "step 21 must be at most 20")), problems.sorted());
  }

  @Test
  void keys_thatAreRequired_areMissed() {
    assertEquals(Optional.empty(), read("low: 1"));
    assertEquals(
        List.of(
            new Problem(
                Place.START, "'range' has no 'step'; it must be a whole number from 0 to 100")),
        problems.sorted());
  }
}
