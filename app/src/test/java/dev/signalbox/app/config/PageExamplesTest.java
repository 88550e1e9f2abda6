package dev.signalbox.app.config;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every configuration that a page shows. */
class PageExamplesTest {
  private static final Pattern EXAMPLE = Pattern.compile("(?s)```yaml\n(.*?)```");
  private static final Path ROOT = Path.of("..");

  static List<String> examples() throws IOException {
    try (Stream<Path> pages = Files.list(ROOT.resolve("docs"))) {
      return Stream.concat(Stream.of(ROOT.resolve("README.md")), pages)
          .filter(page -> page.toString().endsWith(".md"))
          .sorted()
          .flatMap(PageExamplesTest::examples)
          .toList();
    }
  }

  private static Stream<String> examples(Path page) {
    try {
      return EXAMPLE
          .matcher(Files.readString(page))
          .results()
          .map(example -> "# " + page.getFileName() + "\n" + example.group(1));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  @ParameterizedTest
  @MethodSource("examples")
  void example_onAPage_isRight(String example) {
    assertInstanceOf(
        ConfigurationFile.Fine.class,
        ConfigurationFile.read("example", example.getBytes(UTF_8)),
        example);
  }

  @Test
  void pages_haveExamples() throws IOException {
    assertTrue(examples().size() > 10);
  }
}
