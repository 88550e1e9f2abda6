package dev.signalbox.app.yaml;

import java.util.List;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.parser.Parser;
import org.snakeyaml.engine.v2.parser.ParserImpl;
import org.snakeyaml.engine.v2.scanner.StreamReader;

/**
 * Reads YAML 1.2 into nodes that know their place: one document, of plain values, lists and
 * mappings only. Anchors, aliases and tags are refused, nesting and size are bounded.
 *
 * <p>Where the syntax is wrong, reading ends; what was read until then is kept, so that mistakes
 * before that place are found too.
 */
public final class YamlFile {
  private static final LoadSettings SETTINGS =
      LoadSettings.builder()
          .setLabel("")
          .setUseMarks(true)
          .setCodePointLimit(SourceText.MOST_BYTES)
          .build();

  /**
   * Plainer words than the parser's for the mistakes that are made most.
   *
   * @param problem what the parser's words have in them
   * @param begun whether it helps to know where the thing begins
   */
  private record Plainer(String problem, String words, boolean begun) {}

  private static final List<Plainer> PLAINER =
      List.of(
          new Plainer("(TAB)", "a tab can't be used here; indent with spaces", false),
          new Plainer(
              "cannot start any token",
              "text that begins with this character must be in quotes",
              false),
          new Plainer(
              "mapping values are not allowed",
              "a ':' can't be here; check the indentation, and put text that has ': ' in quotes",
              false),
          new Plainer(
              "expected <block end>",
              "this is not in line with what it belongs to; check the indentation",
              false),
          new Plainer("could not find expected ':'", "a ':' is missing after the key", true),
          new Plainer("expected ',' or ']'", "a ',' or ']' is missing in the list", true),
          new Plainer("expected ',' or '}'", "a ',' or '}' is missing in the mapping", true),
          new Plainer(
              "found unexpected end of stream", "a quote is missing at the end of the text", true));

  private YamlFile() {}

  /** The file's one value; empty if there is none, for reasons that are then noted. */
  public static Optional<Node> read(byte[] bytes, Problems problems) {
    return SourceText.of(bytes, problems).flatMap(text -> parse(text, problems));
  }

  private static Optional<Node> parse(String text, Problems problems) {
    NodeBuilder builder = new NodeBuilder(problems);
    try {
      Parser parser = new ParserImpl(SETTINGS, new StreamReader(SETTINGS, text));
      boolean more = true;
      while (more && parser.hasNext()) {
        more = builder.take(parser.next());
      }
    } catch (MarkedYamlEngineException wrong) {
      problems.add(wrong.getProblemMark().map(YamlFile::place).orElse(Place.START), said(wrong));
    } catch (YamlEngineException wrong) {
      problems.add(
          builder.reached(),
          "this is not YAML: " + Shown.words(String.valueOf(wrong.getMessage())));
    }
    return builder.root();
  }

  static Place place(Mark mark) {
    return new Place(mark.getLine() + 1, mark.getColumn() + 1);
  }

  private static String said(MarkedYamlEngineException wrong) {
    String problem = String.valueOf(wrong.getProblem());
    return PLAINER.stream()
        .filter(plainer -> problem.contains(plainer.problem))
        .findFirst()
        .map(plainer -> plainer.words + (plainer.begun ? begun(wrong) : ""))
        .orElseGet(() -> "this is not YAML: " + Shown.words(problem));
  }

  private static String begun(MarkedYamlEngineException wrong) {
    return wrong
        .getContextMark()
        .map(mark -> " that begins on line " + place(mark).line())
        .orElse("");
  }
}
