package dev.signalbox.app.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.signalbox.wire.dialect.Device;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ThisMachineTest {
  private static final Device.Network CABLE =
      new Device.Network("9C:9C:1F:18:9E:BC", "192.0.2.7", "", "", 0);

  @TempDir Path folder;

  private final AtomicLong nanos = new AtomicLong(5_000_000);
  private final AtomicReference<Device.Network> there = new AtomicReference<>(CABLE);

  private ThisMachine machine() {
    return new ThisMachine(folder.resolve("not/there/yet"), "2026-01-02", there::get, nanos::get);
  }

  @Test
  void uptime_isThatOfTheHub() {
    try (ThisMachine machine = machine()) {
      assertEquals(0, machine.uptimeMs());
      nanos.addAndGet(1_234_999_999);
      assertEquals(1_234, machine.uptimeMs());
    }
  }

  @Test
  void network_isKnownFromOneLookToTheNext() {
    try (ThisMachine machine = machine()) {
      assertEquals(Device.Network.NONE, machine.network());
      machine.refresh();
      assertEquals(CABLE, machine.network());
      there.set(Device.Network.NONE);
      assertEquals(CABLE, machine.network());
      machine.refresh();
      assertEquals(Device.Network.NONE, machine.network());
    }
  }

  @Test
  void network_thatCannotBeLookedUp_staysAsItWas() {
    AtomicReference<RuntimeException> fault = new AtomicReference<>();
    try (ThisMachine machine =
        new ThisMachine(
            folder,
            "",
            () -> {
              if (fault.get() != null) {
                throw fault.get();
              }
              return CABLE;
            },
            nanos::get)) {
      machine.refresh();
      fault.set(new IllegalStateException("no network"));
      machine.refresh();
      assertEquals(CABLE, machine.network());
    }
  }

  @Test
  void disk_ofAFolderThatIsNotThereYet_isThatOfTheOneAbove() {
    try (ThisMachine machine = machine()) {
      machine.refresh();
      Device.Storage disk = machine.storage();
      assertTrue(disk.total() > 0, disk.toString());
      assertEquals(disk.total(), disk.used() + disk.free());
      assertEquals(disk.total(), disk.partition());
    }
  }

  @Test
  void heapAndBuildDate_areTold() {
    try (ThisMachine machine = machine()) {
      assertTrue(machine.freeHeap() > 0);
      assertEquals("2026-01-02", machine.buildDate());
    }
  }
}
