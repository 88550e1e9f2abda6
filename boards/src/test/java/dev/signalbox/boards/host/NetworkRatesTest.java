package dev.signalbox.boards.host;

import static dev.signalbox.boards.host.RecordedMachine.value;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.signalbox.core.model.Part;
import dev.signalbox.core.model.PartId;
import dev.signalbox.core.model.Sensor;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NetworkRatesTest {
  @TempDir private Path folder;
  private RecordedMachine recorded;

  @BeforeEach
  void record() {
    recorded = new RecordedMachine(folder);
    recorded.read();
  }

  private static List<String> shown(Map<PartId, Part> read) {
    return read.keySet().stream().map(PartId::value).filter(id -> id.startsWith("net-")).toList();
  }

  @Test
  void rates_areBytesPerSecond() {
    recorded.moved("eth0", 1_000_000 + 12_345, 200_000 + 7);
    recorded.pass(Duration.ofSeconds(4));
    Map<PartId, Part> read = recorded.readAgain();

    assertEquals(List.of("net-eth0-receive", "net-eth0-transmit"), shown(read));
    assertEquals(
        new Sensor("eth0 receive", 2_469, "B/s", 2_469), read.get(new PartId("net-eth0-receive")));
    assertEquals(
        new Sensor("eth0 transmit", 1, "B/s", 1), read.get(new PartId("net-eth0-transmit")));
  }

  @Test
  void rates_ofTheFirstReading_areThoseSinceTheMachineWasMade() {
    RecordedMachine fresh = new RecordedMachine(folder);
    fresh.moved("eth0", 1_000_600, 200_000);

    assertEquals(Optional.of(600.0), value(fresh.readAgain(), "net-eth0-receive"));
  }

  @Test
  void interfaces_thatAreDown_areAbsent() {
    recorded.write("sys/class/net/eth0/operstate", "down\n");
    assertEquals(List.of(), shown(recorded.readAgain()));

    recorded.write("sys/class/net/eth0/operstate", "up\n");
    recorded.write("sys/class/net/eth0/flags", "0x1002\n");
    assertEquals(List.of(), shown(recorded.readAgain()));
  }

  @Test
  void interfaces_comeAndGo() {
    recorded.plugIn("usb0");
    assertEquals(2, shown(recorded.readAgain()).size());

    recorded.moved("usb0", 10, 20);
    Map<PartId, Part> read = recorded.readAgain();
    assertEquals(4, shown(read).size());
    assertEquals(Optional.of(20.0), value(read, "net-usb0-transmit"));

    recorded.delete("sys/class/net/usb0/statistics/rx_bytes");
    assertEquals(2, shown(recorded.readAgain()).size());
  }

  @Test
  void count_thatWentBack_isAbsentOnce() {
    recorded.moved("eth0", 500, 500);
    assertEquals(List.of(), shown(recorded.readAgain()));

    recorded.moved("eth0", 600, 500);
    assertEquals(Optional.of(100.0), value(recorded.readAgain(), "net-eth0-receive"));
  }

  @Test
  void interfaces_areTheEightFirstAndRealOnesBeforeMadeOnes() {
    for (int i = 0; i < 12; i++) {
      recorded.plugIn("br" + i);
    }
    recorded.plugIn("wlan0");
    recorded.write("sys/class/net/wlan0/device/vendor", "0x1\n");
    recorded.readAgain();
    List<String> shown = shown(recorded.readAgain());

    assertEquals(16, shown.size());
    assertEquals("net-wlan0-receive", shown.getFirst());
    assertEquals(
        "net-br6-transmit", shown.get(15), "after eth0 come br0 to br6, shorter names first");
  }

  @Test
  void interfaces_ofOddNames_getIdsOfTheirOwn() {
    recorded.plugIn("Eth0");
    recorded.plugIn("br_1");
    recorded.plugIn("br.1");
    recorded.readAgain();
    List<String> shown = shown(recorded.readAgain());

    assertEquals(8, shown.size());
    assertEquals(
        List.of("net-br-1-receive", "net-br-1-receive-2", "net-eth0-receive", "net-eth0-receive-2"),
        shown.stream().filter(id -> id.contains("receive")).sorted().toList());
  }
}
