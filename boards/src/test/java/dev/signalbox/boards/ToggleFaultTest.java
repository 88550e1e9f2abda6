package dev.signalbox.boards;

import static dev.signalbox.boards.ToggleRig.LED;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.signalbox.boards.ports.DigitalInput;
import dev.signalbox.boards.ports.DigitalOutput;
import dev.signalbox.boards.ports.SimulatedInput;
import dev.signalbox.boards.ports.SimulatedOutput;
import dev.signalbox.core.engine.Driver;
import dev.signalbox.core.model.Led;
import dev.signalbox.core.model.Link;
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
  /** What a port says of itself. */
  private static final class Health {
    private Runnable told = () -> {};
    private Optional<String> fault = Optional.empty();

    void fails(String reason) {
      fault = Optional.of(reason);
      told.run();
    }
  }

  private record Contact(SimulatedInput line, Health health) implements DigitalInput {
    @Override
    public boolean isSimulated() {
      return false;
    }

    @Override
    public void watch(Listener listener) {
      line.watch(listener);
    }

    @Override
    public void onFault(Runnable told) {
      health.told = told;
    }

    @Override
    public Optional<String> fault() {
      return health.fault;
    }
  }

  private record Lamp(List<Boolean> writes, Health health) implements DigitalOutput {
    @Override
    public void set(boolean active) {
      writes.add(active);
    }

    @Override
    public void onFault(Runnable told) {
      health.told = told;
    }

    @Override
    public Optional<String> fault() {
      return health.fault;
    }
  }

  private final SimulatedInput line = new SimulatedInput();
  private final Contact contact = new Contact(line, new Health());
  private final Lamp lamp = new Lamp(new ArrayList<>(), new Health());
  private final SteppedHub hub =
      SteppedHub.of(ToggleRig.board(ToggleSettings.DEFAULT, contact, lamp));

  @AfterEach
  void close() {
    hub.close();
  }

  private Link link() {
    return hub.board("toggle").info().link();
  }

  private String offline() {
    return assertInstanceOf(Link.Offline.class, link()).reason();
  }

  @Test
  void ports_thatAreWell_needNoStep() {
    assertInstanceOf(Link.Online.class, link());
    assertEquals(Driver.NEVER, hub.nextDue());
  }

  @Test
  void contact_thatFails_takesTheBoardOfflineAtOnceAndUntilItIsWell() {
    contact.health.fails("The line is gone.");
    hub.settle();
    assertEquals("The line is gone.", offline());

    contact.health.fault = Optional.of("The chip is gone.");
    hub.step(Duration.ofSeconds(3));
    assertEquals("The chip is gone.", offline());
    assertEquals(2, hub.changes().size(), "two reasons");

    contact.health.fault = Optional.empty();
    hub.step(Duration.ofSeconds(1));
    assertInstanceOf(Link.Online.class, link());
    assertEquals(Driver.NEVER, hub.nextDue());
  }

  @Test
  void contact_thatFailedWhilePressed_isHeardOnceItIsWell() {
    line.drive(true, hub.clock().nanos());
    contact.health.fails("The line is gone.");
    hub.step(Duration.ofMillis(500));
    line.drive(false, hub.clock().nanos());
    contact.health.fault = Optional.empty();
    hub.step(Duration.ofSeconds(2));

    assertTrue(hub.part(LED, Led.class).lit());
  }

  @Test
  void lamp_thatFails_isWrittenAnew() {
    hub.submit(Commands.toggle(LED));
    lamp.health.fails("The line is gone.");
    hub.settle();
    assertEquals("The line is gone.", offline());

    lamp.health.fault = Optional.empty();
    hub.step(Duration.ofSeconds(1));

    assertInstanceOf(Link.Online.class, link());
    assertEquals(List.of(false, true, true), lamp.writes, "as it was to be, when it failed");
  }

  @Test
  void fault_thatPassedBeforeAnybodyLooked_isNone() {
    contact.health.fails("The line is gone.");
    contact.health.fault = Optional.empty();
    hub.settle();

    assertInstanceOf(Link.Online.class, link());
    assertEquals(List.of(), hub.changes());
    assertEquals(Driver.NEVER, hub.nextDue());
  }

  @Test
  void simulatedPorts_haveNoFaults() {
    assertEquals(Optional.empty(), new SimulatedInput().fault());
    assertEquals(Optional.empty(), new SimulatedOutput().fault());
  }
}
