package dev.signalbox.boards.host;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.signalbox.core.model.PartId;
import dev.signalbox.core.model.Sensor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DiskTest {
  private static final double MEBIBYTE = 1_048_576;

  @TempDir private Path folder;

  private static double total(Path folder) {
    Readings readings = new Readings();
    new Disk(folder).read(readings);
    assertEquals(2, readings.parts().size());
    return ((Sensor) readings.parts().values().stream().toList().get(1)).value();
  }

  @Test
  void disk_isTheOneOfTheFolder() throws IOException {
    double real = Files.getFileStore(folder).getTotalSpace();

    assertEquals(real, total(folder), MEBIBYTE / 2);
    assertEquals(0, total(folder) % MEBIBYTE);
  }

  @Test
  void folder_thatIsNotThereYet_countsAsTheOneAbove() {
    assertEquals(total(folder), total(folder.resolve("not/yet/there")));
  }

  @Test
  void used_isNoMoreThanThereIs() {
    Readings readings = new Readings();
    new Disk(folder).read(readings);

    Sensor used = (Sensor) readings.parts().get(new PartId("disk-used"));
    assertTrue(used != null && used.value() > 0 && used.value() <= total(folder));
  }
}
