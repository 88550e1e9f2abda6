package dev.signalbox.boards;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.signalbox.boards.ports.SimulatedInput;
import dev.signalbox.boards.ports.SimulatedOutput;
import dev.signalbox.core.model.BoardId;
import dev.signalbox.core.model.Change;
import dev.signalbox.core.model.Command;
import dev.signalbox.core.model.Led;
import dev.signalbox.core.model.PartAddress;
import dev.signalbox.core.model.Switch;
import dev.signalbox.testkit.Commands;
import dev.signalbox.testkit.SteppedHub;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** However presses come, each toggles once. */
class ToggleLawTest {
  private static final PartAddress LED = PartAddress.of("toggle", "led");
  private static final PartAddress SWITCH = PartAddress.of("toggle", "switch");
  private static final PartAddress BUTTON = PartAddress.of("toggle", "button");
  private static final Command IMPOSSIBLE = Commands.set(LED, "lit", "maybe");

  enum Deed {
    PRESS,
    PRESS_BUTTON,
    TOGGLE,
    HOLD,
    LET_GO,
    REFUSED_PRESS,
    REFUSED_HOLD,
    REFUSED_LET_GO
  }

  /** A deed, and how long nothing is done after it. */
  record Move(Deed deed, int pauseMs, boolean hubIsLate) {}

  /** What a switch and an LED are, said once more: no drafts, no dropped requests, no reports. */
  private static final class Model {
    private long now;
    private long releaseAt = -1;
    private boolean down;
    private int toggles;

    void act(Deed deed) {
      switch (deed) {
        case PRESS -> {
          letGo();
          down = true;
          releaseAt = now + 100;
        }
        case PRESS_BUTTON, TOGGLE -> toggles++;
        case HOLD -> {
          if (!down) {
            down = true;
            releaseAt = -1;
          }
        }
        case LET_GO -> letGo();
        case REFUSED_PRESS, REFUSED_HOLD, REFUSED_LET_GO -> {}
      }
    }

    private void letGo() {
      if (down) {
        toggles++;
      }
      down = false;
      releaseAt = -1;
    }

    void pass(int ms) {
      now += ms;
      if (releaseAt >= 0 && releaseAt <= now) {
        letGo();
      }
    }
  }

  private static List<Command> commands(Deed deed) {
    return switch (deed) {
      case PRESS -> List.of(Commands.press(SWITCH));
      case PRESS_BUTTON -> List.of(Commands.press(BUTTON));
      case TOGGLE -> List.of(Commands.toggle(LED));
      case HOLD -> List.of(Commands.set(SWITCH, "pressed", true));
      case LET_GO -> List.of(Commands.set(SWITCH, "pressed", false));
      case REFUSED_PRESS -> List.of(Commands.press(SWITCH), IMPOSSIBLE);
      case REFUSED_HOLD -> List.of(Commands.set(SWITCH, "pressed", true), IMPOSSIBLE);
      case REFUSED_LET_GO ->
          List.of(
              Commands.set(SWITCH, "pressed", false),
              Commands.set(SWITCH, "pressed", true),
              IMPOSSIBLE);
    };
  }

  @Provide
  Arbitrary<List<Move>> moves() {
    Arbitrary<Integer> pauses = Arbitraries.of(0, 0, 1, 40, 60, 99, 100, 101, 250);
    return Combinators.combine(Arbitraries.of(Deed.class), pauses, Arbitraries.of(true, false))
        .as(Move::new)
        .list()
        .ofMaxSize(40);
  }

  private static SteppedHub hub(SimulatedInput input) {
    ToggleSettings settings =
        new ToggleSettings("LED", false, "Switch", Duration.ofMillis(20), Optional.of("Button"));
    return SteppedHub.of(
        ToggleDriver.board(
            new BoardId("toggle"), "Toggle", settings, input, new SimulatedOutput()));
  }

  private static long toggles(SteppedHub hub) {
    return hub.changes().stream()
        .filter(Change.PartChanged.class::isInstance)
        .map(Change.PartChanged.class::cast)
        .filter(change -> change.part() instanceof Led)
        .count();
  }

  @Property(tries = 2_000, edgeCases = EdgeCasesMode.NONE)
  void toggles_areAsManyAsPresses(@ForAll("moves") List<Move> moves) {
    Model model = new Model();
    try (SteppedHub hub = hub(new SimulatedInput())) {
      for (Move move : moves) {
        hub.submit(commands(move.deed).toArray(Command[]::new));
        model.act(move.deed);
        assertEquals(model.down, hub.part(SWITCH, Switch.class).pressed());
        pass(hub, model, move);
        assertEquals(model.toggles, toggles(hub), () -> "after " + move);
      }
      hub.step(Duration.ofSeconds(1));
      model.pass(1_000);
      assertEquals(model.toggles, toggles(hub));
      assertEquals(model.toggles % 2 == 1, hub.part(LED, Led.class).lit());
    }
  }

  private static void pass(SteppedHub hub, Model model, Move move) {
    if (move.hubIsLate) {
      hub.clock().step(Duration.ofMillis(move.pauseMs));
      hub.settle();
    } else {
      hub.step(Duration.ofMillis(move.pauseMs));
    }
    model.pass(move.pauseMs);
  }

  @Property
  void toggles_areAsManyAsPressesOfTheContact(
      @ForAll("presses") List<Integer> pressesMs, @ForAll boolean hubIsLate) {
    SimulatedInput input = new SimulatedInput();
    try (SteppedHub hub = hub(input)) {
      boolean active = false;
      for (int pause : pressesMs) {
        active = !active;
        input.drive(active, hub.clock().nanos());
        pass(hub, new Model(), new Move(Deed.HOLD, pause, hubIsLate));
      }
      input.drive(false, hub.clock().nanos());
      hub.step(Duration.ofSeconds(1));

      assertFalse(hub.part(SWITCH, Switch.class).pressed());
      assertEquals((pressesMs.size() + 1) / 2, toggles(hub));
    }
  }

  @Provide
  Arbitrary<List<Integer>> presses() {
    return Arbitraries.integers().between(20, 300).list().ofMaxSize(20);
  }
}
