package dev.signalbox.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.signalbox.core.model.PartAddress;
import dev.signalbox.core.model.SavedPart;
import dev.signalbox.core.model.SavedSettings;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KilledProcessTest {
  private static final PartAddress OUTPUT = PartAddress.of("yard", "out1");

  @TempDir Path folder;

  /** Writes one number after the other, and says each when it is written. */
  static final class Writer {
    private Writer() {}

    public static void main(String[] args) {
      try (SettingsFolder folder = SettingsFolder.open(Path.of(args[0]))) {
        folder.read();
        for (int n = Integer.parseInt(args[1]); n < Integer.MAX_VALUE; n++) {
          folder.write(numbered(n));
          System.out.println(n);
        }
      }
    }
  }

  private static SavedSettings numbered(int n) {
    return new SavedSettings(
        Map.of(), Map.of(OUTPUT, new SavedPart.Settings("output", Map.of("blink", n))));
  }

  @Test
  void settings_processKilled_areTheLastThatWereWritten() throws Exception {
    int said = 0;
    for (int round = 0; round < 4; round++) {
      said = killedAfter(20 + 35 * round, said + 1);

      int kept = kept();
      assertTrue(kept == said || kept == said + 1, "said " + said + ", kept " + kept);
    }
    assertFalse(Files.exists(folder.resolve("signalbox.mv.broken-1")));
  }

  private int killedAfter(int lines, int first) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Writer.class.getName(),
                folder.toString(),
                Integer.toString(first))
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    int said = first;
    try (BufferedReader out = process.inputReader()) {
      String line = out.readLine();
      for (int read = 0; line != null; read++) {
        said = Integer.parseInt(line);
        if (read == lines) {
          process.toHandle().destroyForcibly();
        }
        line = out.readLine();
      }
    } finally {
      process.destroyForcibly().waitFor();
    }
    assertEquals(128 + 9, process.exitValue());
    return said;
  }

  private int kept() {
    try (SettingsFolder open = SettingsFolder.open(folder)) {
      return open.read().parts().get(OUTPUT) instanceof SavedPart.Settings settings
              && settings.values().get("blink") instanceof Integer n
          ? n
          : -1;
    }
  }
}
