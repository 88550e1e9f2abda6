package dev.signalbox.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CommandLineTest {
  @RegisterExtension final Stage stage = new Stage();

  private Path folder = Path.of("");

  @BeforeEach
  void makeFolder() throws Exception {
    folder = stage.folder();
  }

  private Program.Ended run(String... arguments) throws Exception {
    return Program.run(folder, arguments);
  }

  @Test
  void version_asked_isOneLine() throws Exception {
    Program.Ended ended = run("--version");
    assertEquals(0, ended.code());
    assertEquals(1, ended.out().size());
    assertTrue(ended.out().getFirst().matches("Signalbox [0-9]+\\.[0-9]+\\.[0-9]+.*"));
    assertEquals(List.of(), ended.err());
  }

  @Test
  void help_asked_namesEverythingWithExamples() throws Exception {
    Program.Ended ended = run("--help");
    assertEquals(0, ended.code());
    String help = String.join("\n", ended.out());
    List.of("--config", "--port", "--bind", "--data", "check", "init", "Examples:")
        .forEach(word -> assertTrue(help.contains(word), word));
    assertTrue(help.lines().allMatch(line -> line.length() <= 80), help);
  }

  @ParameterizedTest
  @ValueSource(strings = {"--prot=80", "--port=70000", "--port=x", "--port", "chek", "--bind="})
  void options_wrong_areRefusedInWords(String option) throws Exception {
    Program.Ended ended = run(option);
    assertEquals(2, ended.code());
    assertEquals(List.of(), ended.out());
    assertSentence(ended);
    String name = option.replaceAll("=.*", "");
    assertTrue(ended.err().getFirst().contains(name), ended.err()::toString);
  }

  @Test
  void init_emptyFolder_writesWhatRunsWithoutAFile() throws Exception {
    Program.Ended init = run("init");
    assertEquals(0, init.code());
    String file = folder.resolve("signalbox.yaml").toString();
    Program.Ended check = run("check", "signalbox.yaml");
    assertEquals(0, check.code());
    assertTrue(check.out().getFirst().startsWith("signalbox.yaml is fine: 6 boards, "));

    Doc without = Api.of(stage.hub()).state();
    Doc with = Api.of(stage.hub("--config", file)).state();

    assertEquals(without.at("hub"), with.at("hub"));
    assertEquals(without.at("boards").names(), with.at("boards").names());
    assertEquals(without.at("boards", "yard").names(), with.at("boards", "yard").names());
    assertEquals(
        without.at("boards", "yard", "parts", "out1").at("name"),
        with.at("boards", "yard", "parts", "out1").at("name"));
  }

  @Test
  void init_fileIsThere_overwritesNothing() throws Exception {
    Path file = Files.writeString(folder.resolve("mine.yaml"), "hub: {name: Mine}\n");
    Program.Ended ended = run("init", "mine.yaml");
    assertEquals(1, ended.code());
    assertSentence(ended);
    assertEquals("hub: {name: Mine}\n", Files.readString(file));
  }

  @ParameterizedTest
  @ValueSource(strings = {"check", "--config"})
  void configuration_mistakes_areAllTold(String command) throws Exception {
    Files.writeString(
        folder.resolve("club.yaml"),
        """
        boards:
          yard:
            kind: outputs
            outputs:
              out1: {pin: 4, brigthness: 40}
              out2: {pin: 5, brightness: 140}
          count:
            kind: conter
        listen:
          port: fast
        """);
    Program.Ended ended = run(command, "club.yaml");
    assertEquals(1, ended.code());
    assertEquals(List.of(), ended.out());
    assertEquals(4, ended.err().size(), ended.err()::toString);
    assertTold(ended.err().get(0), "club.yaml:5:22: ", "'brigthness', did you mean 'brightness'?");
    assertTold(ended.err().get(1), "club.yaml:6:34: ", "0 to 100, not 140");
    assertTold(ended.err().get(2), "club.yaml:8:11: ", "'conter', did you mean 'counter'?");
    assertTold(ended.err().get(3), "club.yaml:10:9: ", "not 'fast'");
  }

  private static void assertTold(String line, String place, String what) {
    assertTrue(line.startsWith(place), line);
    assertTrue(line.contains(what), line);
  }

  @Test
  void configuration_noSuchFile_isOneSentence() throws Exception {
    Program.Ended ended = run("--config", "nowhere.yaml");
    assertEquals(1, ended.code());
    assertEquals(1, ended.err().size());
    assertTrue(ended.err().getFirst().contains("nowhere.yaml"));
  }

  @Test
  void port_usedByAnotherHub_isOneSentence() throws Exception {
    HubProcess first = stage.hub();
    String port = Integer.toString(first.port());
    Program.Ended second = run("--port", port, "--data", folder.toString());
    assertEquals(1, second.code());
    assertEquals(List.of(), second.out());
    assertEquals(1, second.err().size(), second.err()::toString);
    assertTrue(second.err().getFirst().contains("Port " + port), second.err()::toString);
    assertEquals(200, Api.of(first).ask("GET", "v1/boards", "").status());
  }

  @Test
  void data_usedByAnotherHub_isOneSentence() throws Exception {
    HubProcess first = stage.hub(folder);
    Program.Ended second = run("--port", "0", "--data", folder.toString());
    assertEquals(1, second.code());
    assertEquals(1, second.err().size(), second.err()::toString);
    assertTrue(second.err().getFirst().contains(folder.toString()), second.err()::toString);
    assertEquals(200, Api.of(first).ask("GET", "v1/boards", "").status());
  }

  /** A sentence for people comes first, and no stack trace after it. */
  private static void assertSentence(Program.Ended ended) {
    assertTrue(!ended.err().isEmpty());
    assertTrue(
        ended.err().stream().noneMatch(line -> line.contains("\tat ")), ended.err()::toString);
  }
}
