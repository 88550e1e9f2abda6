package dev.signalbox.app.config;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ConfigurationMistakesTest {
  private static final String FILE = "signalbox.yaml";

  /** A file, and what must be said of it: {@code LINE:COLUMN: what is wrong}. */
  record Example(String yaml, List<String> lines) {}

  static List<String> mistakes(byte[] file) {
    return assertInstanceOf(ConfigurationFile.Mistaken.class, ConfigurationFile.read(FILE, file))
        .lines();
  }

  static List<String> mistakes(String file) {
    return mistakes(file.getBytes(UTF_8));
  }

  @ParameterizedTest
  @MethodSource
  void mistakes_inAFile_areAllSaidInOrder(Example example) {
    assertEquals(
        example.lines.stream().map(line -> FILE + ":" + line).toList(), mistakes(example.yaml));
  }

  /** Blocks of a title, the file, a line of dashes, and the lines that must come of it. */
  static Stream<Named<Example>> mistakes_inAFile_areAllSaidInOrder() throws IOException {
    try (InputStream in =
        Objects.requireNonNull(
            ConfigurationMistakesTest.class.getResourceAsStream("mistakes.txt"))) {
      String all = "\n" + new String(in.readAllBytes(), UTF_8);
      return Arrays.stream(all.split("\n===== ", -1))
          .filter(block -> !block.isEmpty())
          .map(ConfigurationMistakesTest::example);
    }
  }

  private static Named<Example> example(String block) {
    String[] title = block.split("\n", 2);
    String[] halves = ("\n" + title[1]).split("\n-----\n", 2);
    String yaml = halves[0].isEmpty() ? "" : halves[0].substring(1) + "\n";
    return Named.of(title[0], new Example(yaml, halves[1].lines().toList()));
  }

  @Test
  void file_notUtf8_isSaidWithItsPlace() {
    byte[] file =
        "hub:\n  name: G\u00e4rten\n".getBytes(java.nio.charset.StandardCharsets.ISO_8859_1);

    assertEquals(
        List.of(FILE + ":2:10: this is not UTF-8; save the file as UTF-8"), mistakes(file));
  }

  @Test
  void file_utf16_isSaid() {
    byte[] file = "hub: {name: A}".getBytes(java.nio.charset.StandardCharsets.UTF_16);

    assertEquals(List.of(FILE + ":1:1: the file is UTF-16; save it as UTF-8"), mistakes(file));
  }

  @Test
  void file_withAByteOrderMark_isRead() {
    byte[] file = "\uFEFFhub: {nmae: A}".getBytes(UTF_8);

    assertEquals(List.of(FILE + ":1:7: unknown key 'nmae', did you mean 'name'?"), mistakes(file));
  }

  @Test
  void file_withAControlCharacter_isSaidWithItsPlace() {
    assertEquals(
        List.of(FILE + ":2:10: the control character U+0007 is not allowed"),
        mistakes("hub:\r\n  name: 🚂\u0007\n"));
  }

  @Test
  void file_tooLong_isSaid() {
    String file = "# " + "x".repeat(1 << 20);

    assertEquals(List.of(FILE + ":1:1: the file is longer than 1 MiB"), mistakes(file));
  }

  @Test
  void file_ofMistakesOnly_isBounded() {
    String file = "a:\n".repeat(200_000);

    assertEquals(1_000, mistakes(file).size());
  }

  @Test
  void columns_behindWideCharacters_countCharacters() {
    assertEquals(
        List.of(FILE + ":1:18: unknown key 'x'; the hub takes name"),
        mistakes("hub: {name: '🚂', x: 1}"));
  }

  @Test
  void file_notThere_isSaid(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("none.yaml");
    assertEquals(
        new ConfigurationFile.Mistaken(List.of(file + ": there is no such file")),
        ConfigurationFile.read(file));
    assertEquals(
        new ConfigurationFile.Mistaken(List.of(folder + ": this is a folder, not a file")),
        ConfigurationFile.read(folder));
    Files.writeString(file, "hub: {name: A}");
    assertTrue(ConfigurationFile.read(file) instanceof ConfigurationFile.Fine);
  }
}
