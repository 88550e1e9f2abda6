package dev.signalbox.boards;

import static dev.signalbox.boards.OutputsRig.OUT1;
import static dev.signalbox.boards.OutputsRig.OUT2;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.signalbox.boards.ports.PwmOutput;
import dev.signalbox.core.engine.Driver;
import dev.signalbox.core.engine.DriverFault;
import dev.signalbox.core.model.BoardId;
import dev.signalbox.core.model.Link;
import dev.signalbox.core.model.Outcome;
import dev.signalbox.core.model.PartId;
import dev.signalbox.testkit.Commands;
import dev.signalbox.testkit.SteppedHub;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A board of outputs when things go wrong: a clock that is set, a line that fails. */
class OutputsFaultTest {
  private final OutputsRig rig = new OutputsRig(OutputsSettings.DEFAULT);
  private final SteppedHub hub = rig.hub;

  @AfterEach
  void close() {
    rig.close();
  }

  @Test
  void clockPutBack_beginsTheEffectAnewWithinASecond() {
    hub.submit(Commands.set(OUT1, Map.of("active", true, "blink", 60_000)));
    hub.step(Duration.ofMillis(500));

    hub.clock().setWall(hub.clock().instant().minus(Duration.ofHours(3)));
    hub.step(Duration.ofSeconds(1));

    long since = rig.output(OUT1).since();
    assertTrue(since <= hub.clock().millis(), "begins in the future");
    assertTrue(since > hub.clock().millis() - 1_000, "began too long ago");
    rig.passHoldingAgainstEffects(100);
    hub.step(Duration.ofMinutes(1));
    assertEquals(0, rig.shown(OUT1));
  }

  @Test
  void clockPutBack_whileNothingRuns_isNoNews() {
    hub.submit(Commands.toggle(OUT1));
    hub.submit(Commands.set(OUT2, "blink", 100));
    hub.clock().setWall(hub.clock().instant().minus(Duration.ofHours(3)));
    hub.step(Duration.ofMinutes(1));

    assertEquals(2, hub.changes().size());
  }

  @Test
  void chase_madeAfterTheClockWasPutBack_lightsNoOtherMemberFirst() {
    hub.clock().setWall(hub.clock().instant().minusMillis(250));
    rig.makeChase(250, "out2", "out1");

    assertEquals(100, rig.shown(OUT2));
    assertEquals(List.of(0), rig.writes);
  }

  @Test
  void clockPutForward_isFollowedWithinASecond() {
    hub.submit(Commands.set(OUT1, Map.of("active", true, "blink", 60_000)));
    hub.step(Duration.ofMillis(500));

    hub.clock().setWall(hub.clock().instant().plus(Duration.ofMinutes(1)));
    hub.step(Duration.ofSeconds(1));

    assertEquals(0, rig.shown(OUT1));
    assertEquals(1, hub.changes().size());
    rig.passHoldingAgainstEffects(100);
  }

  @Test
  void line_thatFails_takesTheBoardOfflineUntilItWorks() {
    rig.breakFirst(true);
    assertInstanceOf(Outcome.Accepted.class, hub.submit(Commands.toggle(OUT1)));
    hub.step(Duration.ofMillis(2_500));
    assertInstanceOf(Link.Offline.class, hub.board("yard").info().link());
    assertEquals(2, hub.changes().size(), "switched on, offline");

    rig.breakFirst(false);
    hub.step(Duration.ofSeconds(1));

    assertInstanceOf(Link.Online.class, hub.board("yard").info().link());
    assertEquals(100, rig.shown(OUT1));
  }

  @Test
  void close_closesEveryPortEvenIfOneFails() {
    List<PartId> closed = new ArrayList<>();
    Map<PartId, PwmOutput> ports = new LinkedHashMap<>();
    for (OutputsSettings.Channel channel : OutputsSettings.DEFAULT.outputs()) {
      ports.put(channel.id(), new Closing(() -> closed.add(channel.id())));
    }
    Driver driver =
        OutputsDriver.board(new BoardId("yard"), "Yard", OutputsSettings.DEFAULT, ports).driver();

    assertThrows(DriverFault.class, driver::close);
    assertEquals(8, closed.size());
  }

  private record Closing(Runnable onClose) implements PwmOutput {
    @Override
    public void set(int percent) {}

    @Override
    public void close() {
      onClose.run();
      throw new DriverFault("The line is gone.");
    }
  }
}
