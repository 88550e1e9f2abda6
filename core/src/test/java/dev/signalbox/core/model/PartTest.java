package dev.signalbox.core.model;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PartTest {
  private static final Output OUTPUT = new Output("Lamp", 3, true, 80, 250, 17);
  private static final Chase CHASE = new Chase("Row", Members.of("a", "b"), 40, true, 17);

  @Test
  void toggled_whatCanBeFlipped() {
    assertEquals(Optional.of(new Led("L", false)), new Led("L", true).toggled());
    assertEquals(Optional.of(new Output("Lamp", 3, false, 80, 250, 17)), OUTPUT.toggled());
    assertEquals(Optional.of(new Chase("Row", CHASE.members(), 40, false, 17)), CHASE.toggled());
  }

  @ParameterizedTest
  @MethodSource("dev.signalbox.core.model.SchemaTest#parts")
  void toggled_isThereExactlyWhereTheActionIs(Part part) {
    assertEquals(part.schema().actions().contains(Action.TOGGLE), part.toggled().isPresent());
  }

  @Test
  void commanded_output_beginsAnewWhenSwitchedOrItsBlinkSet() {
    assertEquals(100, since(OUTPUT.commanded(null, 100)));
    assertEquals(100, since(OUTPUT.commanded(new Output("Lamp", 3, false, 80, 250, 17), 100)));
    assertEquals(100, since(OUTPUT.commanded(new Output("Lamp", 3, true, 80, 0, 17), 100)));
    assertEquals(17, since(OUTPUT.commanded(new Output("Light", 4, true, 10, 250, 17), 100)));
  }

  @Test
  void commanded_chase_beginsAnewWhenItsCourseIsSet() {
    assertEquals(100, since(CHASE.commanded(null, 100)));
    assertEquals(
        100, since(CHASE.commanded(new Chase("Row", Members.of("b", "a"), 40, true, 17), 100)));
    assertEquals(100, since(CHASE.commanded(new Chase("Row", CHASE.members(), 41, true, 17), 100)));
    assertEquals(
        100, since(CHASE.commanded(new Chase("Row", CHASE.members(), 40, false, 17), 100)));
    assertEquals(17, since(CHASE.commanded(new Chase("Line", CHASE.members(), 40, true, 17), 100)));
  }

  private static long since(Part part) {
    return (Long) part.schema().values(part).get("since");
  }

  @Test
  void withMembers_beginsAnew() {
    assertEquals(
        new Chase("Row", Members.of("c"), 40, true, 100), CHASE.withMembers(Members.of("c"), 100));
  }
}
