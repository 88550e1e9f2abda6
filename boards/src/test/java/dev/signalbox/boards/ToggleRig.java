package dev.signalbox.boards;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.signalbox.boards.ports.DigitalInput;
import dev.signalbox.boards.ports.DigitalOutput;
import dev.signalbox.boards.ports.SimulatedInput;
import dev.signalbox.boards.ports.SimulatedOutput;
import dev.signalbox.core.engine.Board;
import dev.signalbox.core.model.BoardId;
import dev.signalbox.core.model.Change;
import dev.signalbox.core.model.Led;
import dev.signalbox.core.model.Link;
import dev.signalbox.core.model.PartAddress;
import dev.signalbox.core.model.Switch;
import dev.signalbox.testkit.SteppedHub;

/** A board of an LED and a switch in a stepped hub, and what a test asks of it. */
final class ToggleRig implements AutoCloseable {
  static final PartAddress LED = PartAddress.of("toggle", "led");
  static final PartAddress SWITCH = PartAddress.of("toggle", "switch");
  static final PartAddress BUTTON = PartAddress.of("toggle", "button");

  final SteppedHub hub;
  private final SimulatedInput line;
  private final SimulatedOutput output;

  private ToggleRig(SteppedHub hub, SimulatedInput line, SimulatedOutput output) {
    this.hub = hub;
    this.line = line;
    this.output = output;
  }

  static ToggleRig of(ToggleSettings settings) {
    SimulatedInput line = new SimulatedInput();
    return of(settings, line, line, new SimulatedOutput());
  }

  /** A board with this input, which passes on what {@code line} does. */
  static ToggleRig of(
      ToggleSettings settings, DigitalInput input, SimulatedInput line, SimulatedOutput output) {
    return new ToggleRig(SteppedHub.of(board(settings, input, output)), line, output);
  }

  static Board board(ToggleSettings settings, DigitalInput input, DigitalOutput output) {
    return ToggleDriver.board(new BoardId("toggle"), "Toggle", settings, input, output);
  }

  boolean pressed() {
    return hub.part(SWITCH, Switch.class).pressed();
  }

  boolean lit() {
    boolean lit = hub.part(LED, Led.class).lit();
    assertEquals(lit, output.isActive(), "the line is as the LED");
    return lit;
  }

  Link link() {
    return hub.board("toggle").info().link();
  }

  /** Each change as a letter: pressed, released, lit, dark. */
  String story() {
    StringBuilder story = new StringBuilder();
    for (Change change : hub.changes()) {
      if (change instanceof Change.PartChanged changed) {
        switch (changed.part()) {
          case Switch contact -> story.append(contact.pressed() ? 'P' : 'R');
          case Led led -> story.append(led.lit() ? 'L' : 'D');
          default -> story.append('?');
        }
      }
    }
    return story.toString();
  }

  /** Has the line go to a level now. */
  void drive(boolean active) {
    drive(active, hub.clock().nanos());
    hub.settle();
  }

  /** Has the line go to a level then; the hub does not take a turn. */
  void drive(boolean active, long nanos) {
    line.drive(active, nanos);
  }

  @Override
  public void close() {
    hub.close();
  }
}
