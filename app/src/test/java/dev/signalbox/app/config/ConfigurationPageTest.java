package dev.signalbox.app.config;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.signalbox.app.settings.Key;
import dev.signalbox.app.settings.Spot;
import dev.signalbox.app.yaml.Node;
import dev.signalbox.app.yaml.Place;
import dev.signalbox.app.yaml.Problems;
import dev.signalbox.app.yaml.YamlFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class ConfigurationPageTest {
  private static final Pattern ROW =
      Pattern.compile("(?m)^\\| `([a-zA-Z0-9.-]+)` \\| ([^|]*) \\| [A-Z0-9][^|]*\\. \\|$");

  private final String page;

  ConfigurationPageTest() throws IOException {
    page = Files.readString(Path.of("..", "docs", "configuration.md"));
  }

  /** The default of each key, by section and path. */
  private Map<String, String> rows() {
    Map<String, String> rows = new HashMap<>();
    for (String section : page.split("\n## ", -1)) {
      String title = section.lines().findFirst().orElse("");
      Matcher row = ROW.matcher(section);
      while (row.find()) {
        rows.put(title + " " + row.group(1), row.group(2));
      }
    }
    return rows;
  }

  @Test
  void page_hasEveryKeyAndNoOther() {
    List<String> keys =
        KeyPaths.all().stream().map(key -> key.section() + " " + key.path()).sorted().toList();

    assertEquals(
        keys,
        rows().keySet().stream()
            .filter(row -> !row.equals("`boards` kind") && !row.equals("`listeners` dialect"))
            .sorted()
            .toList());
  }

  @Test
  void keys_areDescribedInASentence() {
    for (KeyPaths.Documented key : KeyPaths.all()) {
      assertTrue(key.key().doc().matches("[A-Z][^\n]+\\."), key.toString());
    }
  }

  @Test
  void defaults_onThePage_areTheTrueOnes() {
    Map<String, String> rows = rows();
    int compared = 0;
    for (KeyPaths.Documented key : KeyPaths.all()) {
      String cell = Objects.requireNonNull(rows.get(key.section() + " " + key.path()));
      assertEquals(key.key().fallback() == null, cell.equals("required"), key.toString());
      if (cell.startsWith("`") && !cell.contains(" ")) {
        assertEquals(fallback(key.key()), read(key.key(), cell.replace("`", "")), key.toString());
        compared++;
      }
    }
    assertTrue(compared > 25, "compared " + compared);
  }

  private static Optional<Object> fallback(Key<?> key) {
    return Optional.of(Objects.requireNonNull(key.fallback()).get());
  }

  private static Optional<?> read(Key<?> key, String value) {
    Node node = YamlFile.read(value.getBytes(UTF_8), new Problems()).orElseThrow();
    return key.type().read(new Spot(key.name(), Place.START, node), new Problems());
  }

  @Test
  void messages_onThePage_areTheTrueOnes() {
    String file =
        """
        boards:
          counter:
            kind: counter
            counter:
              interval: fast
            display:
              brigthness: 3
        """;
    for (String line : ConfigurationMistakesTest.mistakes(file)) {
      String text = line.substring(line.indexOf(' ') + 1);
      assertTrue(Arrays.stream(page.split("\n", -1)).anyMatch(said -> said.endsWith(text)), text);
    }
  }
}
