package dev.signalbox.app.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.signalbox.testkit.SpoiledInputs;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What people write into a configuration file. */
class ConfigurationFuzzTest {
  private static final Pattern LINE = Pattern.compile("f:([1-9]\\d*):([1-9]\\d*): \\P{Cntrl}+");
  private static final int LONGEST_LINE = 1_000;

  @Test
  void keptInputs_spoiled_keepTheLaws() {
    SpoiledInputs.feed(this, 3_000);
  }

  /** A file is right, or has mistakes that are told by place; the same each time. */
  @FuzzTest
  void file(byte[] bytes) {
    ConfigurationFile.Read read = ConfigurationFile.read("f", bytes);
    switch (read) {
      case ConfigurationFile.Fine(Configuration configuration) -> {
        assertFalse(configuration.boards().isEmpty());
        assertEquals(
            configuration.boards().size(),
            configuration.boards().stream().map(BoardPlan::id).distinct().count());
      }
      case ConfigurationFile.Mistaken(List<String> lines) -> {
        assertFalse(lines.isEmpty());
        assertTrue(lines.size() <= bytes.length + 1, () -> lines.size() + " mistakes");
        List<Integer> places = lines.stream().map(ConfigurationFuzzTest::place).toList();
        assertEquals(places.stream().sorted().toList(), places);
      }
    }
    assertEquals(read, ConfigurationFile.read("f", bytes));
  }

  private static int place(String line) {
    Matcher parsed = LINE.matcher(line);
    assertTrue(parsed.matches(), line);
    assertTrue(line.length() <= LONGEST_LINE, line);
    return Integer.parseInt(parsed.group(1));
  }
}
