package dev.signalbox.boards;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.signalbox.boards.host.Machine;
import dev.signalbox.boards.host.RecordedMachine;
import dev.signalbox.core.engine.Board;
import dev.signalbox.core.engine.Moment;
import dev.signalbox.core.model.BoardId;
import dev.signalbox.core.model.Change;
import dev.signalbox.core.model.PartAddress;
import dev.signalbox.core.model.Report;
import dev.signalbox.core.model.SavedSettings;
import dev.signalbox.core.model.Sensor;
import dev.signalbox.testkit.Commands;
import dev.signalbox.testkit.SteppedClock;
import dev.signalbox.testkit.SteppedHub;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HostDriverTest {
  private static final PartAddress TEMPERATURE = PartAddress.of("host", "temperature");
  private static final PartAddress LOAD = PartAddress.of("host", "load-average");

  @TempDir private Path folder;
  private final HeldReader reader = new HeldReader();
  private SteppedHub hub = SteppedHub.of();

  @BeforeEach
  void start() {
    SteppedClock clock = new SteppedClock();
    Machine machine = new RecordedMachine(folder).machine();
    Board board =
        HostDriver.board(
            new BoardId("host"), "This machine", HostSettings.DEFAULT, machine, reader);
    hub = SteppedHub.of(clock, List.of(board), SavedSettings.NONE);
  }

  @AfterEach
  void close() {
    hub.close();
    assertTrue(reader.isShutdown());
  }

  private void read() {
    reader.work();
    hub.settle();
  }

  private void write(String path, String text) {
    try {
      Files.writeString(folder.resolve(path), text);
    } catch (IOException fault) {
      throw new AssertionError(fault);
    }
  }

  @Test
  void start_readsAtOnceAndHasThePartsThen() {
    assertEquals(0, hub.board("host").parts().size());
    assertEquals(1, reader.waiting());

    read();

    assertEquals(new Sensor("Temperature", 47.7, "°C", 47.7), hub.part(TEMPERATURE, Sensor.class));
    assertTrue(hub.board("host").parts().size() >= 10);
  }

  @Test
  void reading_comesEveryFiveSeconds() {
    read();
    hub.step(Duration.ofMillis(4_999));
    assertEquals(0, reader.waiting());

    hub.step(Duration.ofMillis(1));
    assertEquals(1, reader.waiting());
  }

  @Test
  void reading_tellsOnlyWhatDiffers() {
    read();
    int before = hub.changes().size();

    write("sys/class/thermal/thermal_zone0/temp", "50049\n");
    hub.step(Duration.ofSeconds(5));
    read();

    assertEquals(new Sensor("Temperature", 50, "°C", 47.7), hub.part(TEMPERATURE, Sensor.class));
    assertEquals(1, hub.changesAfter(before).stream().filter(this::isAboutFiles).count());
  }

  /** The disk is this machine's own, and may fill meanwhile. */
  private boolean isAboutFiles(Change change) {
    return !change.toString().contains("disk-");
  }

  @Test
  void part_thatIsNoLongerThere_vanishesAndComesBack() throws IOException {
    read();
    Files.delete(folder.resolve("proc/loadavg"));
    hub.step(Duration.ofSeconds(5));
    read();
    assertFalse(hub.state().part(LOAD).isPresent());

    write("proc/loadavg", "1.50 1 1 1/1 1\n");
    hub.step(Duration.ofSeconds(5));
    read();
    assertEquals(new Sensor("Load average", 1.5, "", 1.5), hub.part(LOAD, Sensor.class));
  }

  @Test
  void part_thatPeopleRenamed_keepsItsName() {
    read();
    hub.submit(Commands.set(TEMPERATURE, "name", "Shed"));
    write("sys/class/thermal/thermal_zone0/temp", "50000\n");
    hub.step(Duration.ofSeconds(5));
    read();

    assertEquals(new Sensor("Shed", 50, "°C", 47.7), hub.part(TEMPERATURE, Sensor.class));
  }

  @Test
  void slowReading_isWaitedForAndNotRepeated() {
    hub.step(Duration.ofSeconds(17));
    assertEquals(1, reader.waiting());

    read();
    assertTrue(hub.state().part(TEMPERATURE).isPresent());

    hub.step(Duration.ofSeconds(3));
    assertEquals(1, reader.waiting());
  }

  @Test
  void reading_thatTheEngineDeclined_isFoundAtTheNextTurn() {
    Machine machine = new RecordedMachine(folder).machine();
    var driver =
        HostDriver.board(new BoardId("host"), "Host", HostSettings.DEFAULT, machine, reader)
            .driver();
    var now = new Moment(0, 0);
    reader.forget();
    driver.start(hub.board("host"), _ -> false, now);
    driver.step(hub.board("host"), now);

    reader.work();

    assertEquals(0, driver.nextDue());
    assertFalse(driver.step(hub.board("host"), now).isEmpty());
    assertEquals(5_000_000_000L, driver.nextDue());
  }

  @Test
  void board_withAThreadOfItsOwn_reads() throws InterruptedException {
    Machine machine = Machine.here(folder, System::nanoTime);
    Board board = HostDriver.board(new BoardId("host"), "Host", HostSettings.DEFAULT, machine);
    CountDownLatch handedIn = new CountDownLatch(1);
    Thread[] by = new Thread[1];
    var now = new Moment(0, 0);
    board
        .driver()
        .start(
            hub.board("host"),
            _ -> {
              by[0] = Thread.currentThread();
              handedIn.countDown();
              return true;
            },
            now);
    List<Report> found = new ArrayList<>(board.driver().step(hub.board("host"), now));

    assertTrue(handedIn.await(30, TimeUnit.SECONDS));
    assertNotNull(by[0]);
    assertEquals("host-readings", by[0].getName());
    assertTrue(by[0].isDaemon());
    found.addAll(board.driver().step(hub.board("host"), now));
    assertFalse(found.isEmpty());
    board.driver().close();
  }
}
