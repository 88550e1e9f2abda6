package dev.signalbox.boards;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.signalbox.boards.ports.DigitalInput;
import dev.signalbox.boards.ports.SimulatedOutput;
import dev.signalbox.core.engine.DriverFault;
import dev.signalbox.core.model.BoardId;
import dev.signalbox.testkit.LogLines;
import dev.signalbox.testkit.SteppedHub;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the log says of a board that goes offline. */
class OfflineLogTest {
  private static final String OFFLINE = "WARNING: Board 'till' is offline: no acknowledge";
  private static final String BACK = "INFO: Board 'till' is online again.";

  private static final class BusyInput implements DigitalInput {
    private boolean free;
    private int tries;

    @Override
    public boolean isSimulated() {
      return false;
    }

    @Override
    public void watch(Listener listener) {
      tries++;
      if (!free) {
        throw new DriverFault("in use by 'somebody'");
      }
    }
  }

  private final LogLines log = new LogLines("dev.signalbox.core.engine.LinkLog");
  private final FaultyDisplay display = new FaultyDisplay();
  private final SteppedHub hub =
      SteppedHub.of(
          CounterDriver.board(new BoardId("till"), "Till", CounterSettings.DEFAULT, display));

  @BeforeEach
  void begin() {
    hub.settle();
  }

  @AfterEach
  void close() {
    log.close();
  }

  private void fail() {
    display.fail("no acknowledge");
    hub.settle();
  }

  private void mend() {
    display.mend();
    hub.settle();
  }

  @Test
  void board_thatGoesOfflineAndComesBack_isSaid() {
    fail();
    hub.step(Duration.ofSeconds(10));
    mend();

    assertEquals(List.of(OFFLINE, BACK), log.lines());
  }

  @Test
  void board_thatComesAndGoes_isSaidAFewTimesAMinute() {
    for (int i = 0; i < 100; i++) {
      fail();
      mend();
    }

    assertEquals(10, log.count());
    assertEquals(
        OFFLINE + " (It comes and goes: more is not said within this minute.)", log.lines().get(8));
  }

  @Test
  void board_thatComesAndGoesAgainLater_isSaidAgain() {
    for (int i = 0; i < 100; i++) {
      fail();
      mend();
    }
    hub.step(Duration.ofMinutes(1));
    fail();

    assertEquals(11, log.count());
    assertEquals(OFFLINE, log.lines().getLast());
  }

  @Test
  void board_thatStaysOfflineAfterItCameAndWent_isSaidToBe() {
    for (int i = 0; i < 100; i++) {
      fail();
      mend();
    }
    fail();
    assertEquals(BACK, log.lines().getLast());
    hub.step(Duration.ofMinutes(1));

    assertEquals(11, log.count());
    assertEquals(OFFLINE, log.lines().getLast());
  }

  @Test
  void board_thatCanNotStart_isNotSaidToBeBackBeforeItIs() {
    BusyInput busy = new BusyInput();
    try (SteppedHub other =
        SteppedHub.of(ToggleRig.board(ToggleSettings.DEFAULT, busy, new SimulatedOutput()))) {
      other.step(Duration.ofSeconds(10));
      assertEquals(11, busy.tries);
      assertEquals(
          List.of("WARNING: Board 'toggle' is offline: in use by 'somebody'"), log.lines());

      busy.free = true;
      other.step(Duration.ofSeconds(1));
      assertEquals("INFO: Board 'toggle' is online again.", log.lines().getLast());
      assertEquals(2, log.count());
    }
  }
}
