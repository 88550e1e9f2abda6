package dev.signalbox.core.engine;

import static dev.signalbox.core.fixture.Commands.press;
import static dev.signalbox.core.fixture.Commands.toggle;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.signalbox.core.fixture.Boards;
import dev.signalbox.core.fixture.FaultyDriver.Call;
import dev.signalbox.core.fixture.Rig;
import dev.signalbox.core.model.Chase;
import dev.signalbox.core.model.Command;
import dev.signalbox.core.model.Led;
import dev.signalbox.core.model.Output;
import dev.signalbox.core.model.Rejection;
import dev.signalbox.core.model.Switch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Commands that toggle or press, on every kind of part. */
class ActionTest {
  private final Rig rig = Rig.of(Boards.yard(), Boards.counter(), Boards.toggle(), Boards.plugs());

  @Test
  void toggle_led() {
    rig.accept(toggle("toggle/led"));
    assertTrue(rig.part("toggle", "led", Led.class).lit());
    rig.accept(toggle("toggle/led"), toggle("toggle/led"), toggle("toggle/led"));
    assertFalse(rig.part("toggle", "led", Led.class).lit());
  }

  @Test
  void toggle_output_beginsNow() {
    rig.clock().pass(33);
    rig.accept(toggle("yard/out1"));
    assertEquals(
        new Output("Output 1", 1, true, 100, 0, rig.clock().millis()),
        rig.part("yard", "out1", Output.class));
  }

  @Test
  void toggle_chase_beginsNow() {
    rig.clock().pass(33);
    rig.accept(toggle("yard/runway"));
    Chase chase = rig.part("yard", "runway", Chase.class);
    assertFalse(chase.running());
    assertEquals(rig.clock().millis(), chase.since());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "counter/counter",
        "counter/display",
        "counter/contact",
        "toggle/switch",
        "toggle/button",
        "toggle/note",
        "plugs/s1"
      })
  void toggle_whatHasNothingToFlip(String address) {
    Rejection.NotPossible refused =
        assertInstanceOf(Rejection.NotPossible.class, rig.refuse(toggle(address)));
    assertTrue(refused.detail().contains("toggle"), refused::detail);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "counter/counter",
        "counter/display",
        "counter/contact",
        "toggle/led",
        "toggle/note",
        "plugs/s1",
        "yard/out1",
        "yard/runway"
      })
  void press_whatCannotBePressed(String address) {
    Rejection.NotPossible refused =
        assertInstanceOf(Rejection.NotPossible.class, rig.refuse(press(address)));
    assertTrue(refused.detail().contains("press"), refused::detail);
    assertEquals(0, rig.driver(Boards.COUNTER).calls(Call.PRESS));
  }

  @Test
  void press_button_isTheDriversBusiness() {
    rig.accept(press("toggle/button"));
    assertTrue(rig.part("toggle", "led", Led.class).lit());
    assertEquals(1, rig.published().size());
  }

  @Test
  void press_simulatedSwitch_withWhatFollows() {
    rig.accept(press("toggle/switch"));
    assertTrue(rig.part("toggle", "switch", Switch.class).pressed());
    assertFalse(rig.part("toggle", "led", Led.class).lit());
    rig.accept(press("toggle/switch"));
    assertFalse(rig.part("toggle", "switch", Switch.class).pressed());
    assertTrue(rig.part("toggle", "led", Led.class).lit());
    assertEquals(2, rig.published().getLast().changes().size());
  }

  @Test
  void act_unknownPart() {
    Command unknown = toggle("toggle/lamp");
    assertEquals(new Rejection.NotFound("part 'toggle/lamp'"), rig.refuse(unknown));
  }
}
