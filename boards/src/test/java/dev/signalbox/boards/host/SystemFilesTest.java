package dev.signalbox.boards.host;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SystemFilesTest {
  @TempDir private Path folder;

  private SystemFiles files() {
    return new SystemFiles(folder);
  }

  @Test
  void text_hasNoWhiteSpaceAroundIt() throws IOException {
    Files.writeString(folder.resolve("name"), " eth 0 \n");

    assertEquals(Optional.of("eth 0"), files().text("name"));
  }

  @Test
  void text_ofAMebibyteAtMost() throws IOException {
    Files.writeString(folder.resolve("large"), "x".repeat(1 << 20));
    Files.writeString(folder.resolve("too-large"), "x".repeat((1 << 20) + 1));

    assertTrue(files().text("large").isPresent());
    assertEquals(Optional.empty(), files().text("too-large"));
  }

  @Test
  void text_ofWhatIsNoFile_isEmpty() throws IOException {
    Files.createDirectory(folder.resolve("folder"));

    assertEquals(Optional.empty(), files().text("folder"));
    assertEquals(Optional.empty(), files().text("missing"));
    assertEquals(Optional.empty(), files().text("\0"));
  }

  @Test
  void names_areInOrderOfTheirNumbers() throws IOException {
    for (String name : List.of("hwmon10", "hwmon2", "hwmon1")) {
      Files.createFile(folder.resolve(name));
    }

    assertEquals(List.of("hwmon1", "hwmon2", "hwmon10"), files().names("."));
  }

  @Test
  void names_ofNoFolder_areNone() throws IOException {
    Files.writeString(folder.resolve("file"), "");

    assertEquals(List.of(), files().names("missing"));
    assertEquals(List.of(), files().names("file"));
  }
}
