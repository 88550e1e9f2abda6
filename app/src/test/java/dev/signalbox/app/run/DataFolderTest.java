package dev.signalbox.app.run;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DataFolderTest {
  private static final Path HOME = Path.of("/home/ada");

  private static Path folder(String system, Map<String, String> environment) {
    return DataFolder.of(system, HOME, environment::get);
  }

  @Test
  void folder_onLinux_isInTheDataFolderOfTheUser() {
    assertEquals(HOME.resolve(".local/share/signalbox"), folder("Linux", Map.of()));
    assertEquals(Path.of("/data/signalbox"), folder("Linux", Map.of("XDG_DATA_HOME", "/data")));
  }

  @Test
  void folder_onLinuxWithARelativeVariable_ignoresIt() {
    for (String relative : new String[] {"", "data", "./data"}) {
      assertEquals(
          HOME.resolve(".local/share/signalbox"),
          folder("Linux", Map.of("XDG_DATA_HOME", relative)));
    }
  }

  @Test
  void folder_onMacOs_isInItsLibrary() {
    assertEquals(
        HOME.resolve("Library/Application Support/Signalbox"),
        folder("Mac OS X", Map.of("XDG_DATA_HOME", "/data")));
  }

  @Test
  void folder_onWindows_isInLocalAppData() {
    assertEquals(HOME.resolve("AppData/Local/Signalbox"), folder("Windows 11", Map.of()));
    assertEquals(
        Path.of("/local/Signalbox"), folder("Windows 11", Map.of("LOCALAPPDATA", "/local")));
  }
}
