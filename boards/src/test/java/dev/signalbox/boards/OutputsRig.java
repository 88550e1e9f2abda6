package dev.signalbox.boards;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import dev.signalbox.boards.ports.PwmOutput;
import dev.signalbox.boards.ports.SimulatedPwm;
import dev.signalbox.core.engine.DriverFault;
import dev.signalbox.core.engine.Effects;
import dev.signalbox.core.model.BoardId;
import dev.signalbox.core.model.Outcome;
import dev.signalbox.core.model.Output;
import dev.signalbox.core.model.PartAddress;
import dev.signalbox.core.model.PartId;
import dev.signalbox.testkit.Commands;
import dev.signalbox.testkit.SteppedHub;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A board of outputs in a stepped hub, and what a test asks of it. */
final class OutputsRig implements AutoCloseable {
  static final PartAddress OUT1 = PartAddress.of("yard", "out1");
  static final PartAddress OUT2 = PartAddress.of("yard", "out2");
  static final PartAddress CHASE = PartAddress.of("yard", "chase1");

  /** What was written to the first output. */
  final List<Integer> writes = new ArrayList<>();

  final SteppedHub hub;
  private final Map<PartId, SimulatedPwm> lines = new LinkedHashMap<>();
  private boolean broken;

  OutputsRig(OutputsSettings settings) {
    Map<PartId, PwmOutput> ports = new LinkedHashMap<>();
    for (OutputsSettings.Channel channel : settings.outputs()) {
      SimulatedPwm line = new SimulatedPwm();
      lines.put(channel.id(), line);
      ports.put(channel.id(), channel.id().equals(OUT1.part()) ? watched(line) : line);
    }
    hub = SteppedHub.of(OutputsDriver.board(new BoardId("yard"), "Yard lights", settings, ports));
  }

  private PwmOutput watched(SimulatedPwm line) {
    return percent -> {
      if (broken) {
        throw new DriverFault("The line is gone.");
      }
      writes.add(percent);
      line.set(percent);
    };
  }

  /** Has writes to the first output fail, or not any more. */
  void breakFirst(boolean other) {
    broken = other;
  }

  int lines() {
    return lines.size();
  }

  /** The duty cycle of an output's line. */
  int shown(PartAddress output) {
    SimulatedPwm line = lines.get(output.part());
    assertNotNull(line);
    return line.percent();
  }

  Output output(PartAddress output) {
    return hub.part(output, Output.class);
  }

  void makeChase(int interval, String... members) {
    assertInstanceOf(
        Outcome.Accepted.class,
        hub.submit(
            Commands.make(
                "yard", "chase", Map.of("members", List.of(members), "interval", interval))));
  }

  /** Holds every line against what the effects say. */
  void assertLines() {
    long now = hub.clock().millis();
    lines.forEach((id, line) ->
        assertEquals(
            Effects.brightness(hub.board("yard"), id, now),
            line.percent(),
            () -> id + " at " + now));
  }

  /** Lets milliseconds pass one by one, and holds the lines against the effects at each. */
  void passHoldingAgainstEffects(int ms) {
    for (int i = 0; i < ms; i++) {
      hub.step(Duration.ofMillis(1));
      assertLines();
    }
  }

  @Override
  public void close() {
    hub.close();
  }
}
