package dev.signalbox.app.config;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class RandomFileTest {
  private static final Pattern LINE = Pattern.compile("f:([1-9]\\d*):([1-9]\\d*): \\P{Cntrl}+");
  private static final String DEFAULT = new String(DefaultConfiguration.bytes(), UTF_8);
  private static final List<String> LINES = DEFAULT.lines().toList();

  private static void isFineOrMistaken(byte[] file) {
    switch (ConfigurationFile.read("f", file)) {
      case ConfigurationFile.Fine(Configuration configuration) ->
          assertFalse(configuration.boards().isEmpty());
      case ConfigurationFile.Mistaken(List<String> lines) -> {
        assertFalse(lines.isEmpty());
        List<Integer> places = lines.stream().map(RandomFileTest::place).toList();
        assertEquals(places.stream().sorted(Comparator.naturalOrder()).toList(), places);
      }
    }
  }

  private static int place(String line) {
    Matcher parsed = LINE.matcher(line);
    assertTrue(parsed.matches(), line);
    return Integer.parseInt(parsed.group(1));
  }

  @Property(tries = 1_000)
  void bytes_ofAnyKind_comeToALineOrToAConfiguration(@ForAll byte[] file) {
    isFineOrMistaken(file);
  }

  @Property(tries = 2_000)
  void text_ofYamlCharacters_comesToALineOrToAConfiguration(@ForAll("yamlish") String file) {
    isFineOrMistaken(file.getBytes(UTF_8));
  }

  @Provide
  static Arbitrary<String> yamlish() {
    return Arbitraries.of(
            "\n", "\n  ", "\n    ", " ", ":", ": ", "- ", "[", "]", "{", "}", ", ", "#", "'", "\"",
            "|", ">", "&a", "*a", "!", "!!map", "?", "%", "@", "`", "---", "...", "<<", "\t", "~",
            "boards", "hub", "kind", "counter", "outputs", "chases", "members", "a", "1", "1.5s",
            "\\", "\r", "é", "🚂", "\u0085", "\u2028", "\uFEFF", "\u0000")
        .list()
        .ofMaxSize(30)
        .map(parts -> String.join("", parts));
  }

  @Property(tries = 1_000)
  void file_withSomethingPutIn_comesToALineOrToAConfiguration(@ForAll("edits") Edit edit) {
    int at = Math.floorMod(edit.at, DEFAULT.length() + 1);
    int end = Math.min(DEFAULT.length(), at + edit.dropped);

    isFineOrMistaken(
        (DEFAULT.substring(0, at) + edit.text + DEFAULT.substring(end)).getBytes(UTF_8));
  }

  record Edit(int at, int dropped, String text) {}

  @Provide
  static Arbitrary<Edit> edits() {
    return Combinators.combine(
            Arbitraries.integers(),
            Arbitraries.integers().between(0, 30),
            Arbitraries.oneOf(yamlish(), Arbitraries.strings().ofMaxLength(10)))
        .as(Edit::new);
  }

  @Property(tries = 1_000)
  void file_withLinesMovedAbout_comesToALineOrToAConfiguration(
      @ForAll("moves") List<Integer> lines) {
    String file =
        lines.stream()
            .map(line -> LINES.get(Math.floorMod(line, LINES.size())))
            .reduce("", (text, line) -> text + line + "\n");

    isFineOrMistaken(file.getBytes(UTF_8));
  }

  @Provide
  static Arbitrary<List<Integer>> moves() {
    return Arbitraries.integers().between(0, LINES.size() - 1).list().ofMaxSize(40);
  }

  @Property(tries = 300)
  void file_cutShort_saysNothingOfWhatIsMissing(@ForAll int at) {
    String cut = DEFAULT.substring(0, Math.floorMod(at, DEFAULT.length())) + "\n\t- @";

    switch (ConfigurationFile.read("f", cut.getBytes(UTF_8))) {
      case ConfigurationFile.Fine _ -> {}
      case ConfigurationFile.Mistaken(List<String> lines) ->
          assertTrue(lines.size() <= 3, () -> String.join("\n", lines));
    }
  }
}
