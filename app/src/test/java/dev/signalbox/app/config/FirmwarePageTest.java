package dev.signalbox.app.config;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class FirmwarePageTest {
  private static final Pattern ROW =
      Pattern.compile("(?m)^\\|[^|]*\\| `([a-z-]+)` \\| `([a-z]+)` ");

  private final String page;

  FirmwarePageTest() throws IOException {
    page = Files.readString(Path.of("..", "docs", "coming-from-a-firmware.md"));
  }

  @Test
  void dialects_onThePage_areForTheBoardsTheyFit() {
    List<String> rows =
        ROW.matcher(page).results().map(row -> row.group(1) + "=" + row.group(2)).sorted().toList();

    assertEquals(
        ListenerShapes.KINDS.entrySet().stream().map(Object::toString).sorted().toList(), rows);
  }
}
