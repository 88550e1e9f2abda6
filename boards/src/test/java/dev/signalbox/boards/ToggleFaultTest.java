package dev.signalbox.boards;

import static dev.signalbox.boards.ToggleRig.LED;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.signalbox.boards.ports.DigitalInput;
import dev.signalbox.boards.ports.DigitalOutput;
import dev.signalbox.boards.ports.SimulatedInput;
import dev.signalbox.boards.ports.SimulatedOutput;
import dev.signalbox.core.engine.Driver;
import dev.signalbox.core.model.Led;
import dev.signalbox.testkit.Commands;
import dev.signalbox.testkit.SteppedHub;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What the ports of a board of an LED and a switch find wrong between calls. */
class ToggleFaultTest {
  private static final class Contact extends FaultyPort implements DigitalInput {
    private final SimulatedInput line = new SimulatedInput();

    @Override
    public boolean isSimulated() {
      return false;
    }

    @Override
    public void watch(Listener listener) {
      line.watch(listener);
    }
  }

  private static final class Lamp extends FaultyPort implements DigitalOutput {
    private final List<Boolean> writes = new ArrayList<>();

    @Override
    public void set(boolean active) {
      written();
      writes.add(active);
    }
  }

  private final Contact contact = new Contact();
  private final Lamp lamp = new Lamp();
  private final SteppedHub hub =
      SteppedHub.of(ToggleRig.board(ToggleSettings.DEFAULT, contact, lamp));
  private final LinkOf link = new LinkOf(hub);

  @AfterEach
  void close() {
    hub.close();
  }

  private boolean lit() {
    return hub.part(LED, Led.class).lit();
  }

  private void drive(boolean active) {
    contact.line.drive(active, hub.clock().nanos());
  }

  @Test
  void ports_thatAreWell_needNoStep() {
    link.assertOnline();
    assertEquals(Driver.NEVER, hub.nextDue());
  }

  @Test
  void contact_thatFails_takesTheBoardOfflineUntilItIsWell() {
    contact.fail("The line is gone.");
    hub.settle();
    link.assertOffline("The line is gone.");

    contact.fail("The chip is gone.");
    hub.settle();
    link.assertOffline("The chip is gone.");
    hub.step(Duration.ofSeconds(3));
    assertEquals(2, hub.changes().size(), "two reasons");
    assertEquals(Driver.NEVER, hub.nextDue());

    contact.mend();
    hub.settle();
    link.assertOnline();
    assertEquals(Driver.NEVER, hub.nextDue());
  }

  @Test
  void contact_thatFailedWhilePressed_isHeardOnceItIsWell() {
    drive(true);
    contact.fail("The line is gone.");
    hub.step(Duration.ofMillis(500));
    drive(false);
    contact.mend();
    hub.step(Duration.ofSeconds(2));

    assertTrue(lit());
  }

  @Test
  void lamp_thatFails_isWrittenAnewOnceItIsWell() {
    hub.submit(Commands.toggle(LED));
    lamp.fail("The line is gone.");
    hub.settle();
    link.assertOffline("The line is gone.");
    lamp.writes.clear();

    lamp.mend();
    hub.settle();

    link.assertOnline();
    assertEquals(List.of(true), lamp.writes, "as it was to be, when it failed");
  }

  @Test
  void lamp_thatRefuses_isWrittenInASecond() {
    lamp.refuse("The line is gone.");
    hub.submit(Commands.toggle(LED));
    link.assertOffline("The line is gone.");

    lamp.refuse(null);
    hub.step(Duration.ofMillis(999));
    link.assertOffline("The line is gone.");
    hub.step(Duration.ofMillis(1));
    link.assertOnline();
    assertEquals(List.of(false, true), lamp.writes);
  }

  @Test
  void lamp_thatRefusesFromTheStart_doesNotKeepTheContactFromBeingWatched() {
    Lamp refusing = new Lamp();
    refusing.refuse("in use by 'somebody'");
    Contact other = new Contact();
    try (SteppedHub started =
        SteppedHub.of(ToggleRig.board(ToggleSettings.DEFAULT, other, refusing))) {
      new LinkOf(started).assertOffline("in use by 'somebody'");
      other.line.drive(true, started.clock().nanos());
      started.step(Duration.ofMillis(50));
      other.line.drive(false, started.clock().nanos());
      started.step(Duration.ofMillis(50));
      assertTrue(started.part(LED, Led.class).lit());

      refusing.refuse(null);
      started.step(Duration.ofSeconds(1));
      new LinkOf(started).assertOnline();
      assertEquals(List.of(true), refusing.writes);
    }
  }

  @Test
  void press_whileTheLampIsGone_isShownOnceItIsBack() {
    lamp.fail("The line is gone.");
    lamp.refuse("The line is gone.");
    drive(true);
    hub.step(Duration.ofMillis(50));
    drive(false);
    hub.step(Duration.ofMillis(50));
    assertTrue(lit());
    link.assertOffline("The line is gone.");

    lamp.refuse(null);
    lamp.mend();
    hub.settle();
    link.assertOnline();
    assertEquals(true, lamp.writes.getLast());
  }

  @Test
  void fault_thatPassedBeforeAnybodyLooked_isNone() {
    contact.fail("The line is gone.");
    contact.mend();
    hub.settle();

    link.assertOnline();
    assertEquals(List.of(), hub.changes());
    assertEquals(Driver.NEVER, hub.nextDue());
  }

  @Test
  void simulatedPorts_haveNoFaults() {
    assertEquals(Optional.empty(), new SimulatedInput().fault());
    assertEquals(Optional.empty(), new SimulatedOutput().fault());
  }
}
