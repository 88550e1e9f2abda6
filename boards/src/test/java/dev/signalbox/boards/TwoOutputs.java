package dev.signalbox.boards;

import static dev.signalbox.boards.OutputsRig.OUT1;
import static dev.signalbox.boards.OutputsRig.OUT2;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.signalbox.boards.ports.PwmOutput;
import dev.signalbox.core.engine.Board;
import dev.signalbox.core.engine.Effects;
import dev.signalbox.core.model.BoardId;
import dev.signalbox.core.model.PartAddress;
import dev.signalbox.core.model.PartId;
import dev.signalbox.testkit.Commands;
import dev.signalbox.testkit.SteppedHub;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A board of two outputs with which something can be wrong, in a stepped hub. */
final class TwoOutputs implements AutoCloseable {
  static final String GONE = "gpiochip0 GPIO4: the chip is gone";

  final FaultyPwm first;
  final FaultyPwm second = new FaultyPwm();
  final SteppedHub hub;
  final LinkOf link;

  TwoOutputs() {
    this(new FaultyPwm());
  }

  /** A board whose first output has this line. */
  TwoOutputs(FaultyPwm first) {
    this.first = first;
    hub = SteppedHub.of(board());
    link = new LinkOf(hub);
  }

  private Board board() {
    var settings =
        new OutputsSettings(
            List.of(channel(OUT1, 4), channel(OUT2, 5)), List.of(), OutputsSettings.DEFAULT_GROUPS);
    // In another order than the settings have them.
    Map<PartId, PwmOutput> ports = new LinkedHashMap<>();
    ports.put(OUT2.part(), second);
    ports.put(OUT1.part(), first);
    return OutputsDriver.board(new BoardId("yard"), "Yard lights", settings, ports);
  }

  private static OutputsSettings.Channel channel(PartAddress output, int pin) {
    return OutputsSettings.Channel.dark(output.part(), "Lamp " + pin, pin);
  }

  void blink(PartAddress output, int interval) {
    hub.submit(Commands.set(output, Map.of("active", true, "blink", interval)));
  }

  /** Holds a line against the effect of its output at each millisecond of so many. */
  void passHolding(FaultyPwm line, PartAddress output, int ms) {
    for (int i = 0; i < ms; i++) {
      hub.step(Duration.ofMillis(1));
      long now = hub.clock().millis();
      int expected = Effects.brightness(hub.board("yard"), output.part(), now);
      assertEquals(expected, line.writes.getLast(), () -> output + " at " + now);
    }
  }

  @Override
  public void close() {
    hub.close();
  }
}
