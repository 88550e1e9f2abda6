package dev.signalbox.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What README has a newcomer type does what it says, in the order in which it is typed. */
class ReadmeTest {
  private static final String PROMPT = "$ ";
  private static final String RUN = "./signalbox";
  private static final String FOLLOW = "curl -N localhost:8080/v1/stream";

  @RegisterExtension final Stage stage = new Stage();

  @Test
  void readme_firstCommands_areRunFollowAndTest() throws Exception {
    List<String> commands = commands();
    assertEquals(RUN, commands.getFirst());
    assertTrue(commands.contains(FOLLOW), commands::toString);
    assertTrue(readme().contains("./test"), "README does not name ./test");
  }

  @Test
  void readme_commands_work() throws Exception {
    Path folder = stage.folder();
    Files.createSymbolicLink(folder.resolve("signalbox"), Program.ROOT.resolve("signalbox"));
    String port = Integer.toString(stage.hub().port());
    for (String command : commands()) {
      List<String> words = Stream.of(command.split(" ", -1)).toList();
      if (command.equals(FOLLOW)) {
        follow(command.replace("8080", port));
      } else if (command.equals(RUN) || command.startsWith(RUN + " --")) {
        stage.hub(folder, words.subList(1, words.size()).toArray(String[]::new)).close();
      } else {
        ProcessBuilder shell = new ProcessBuilder("sh", "-c", command.replace("8080", port));
        shell.environment().put("SIGNALBOX_NO_BUILD", "1");
        Program.Ended ended = Program.ended(shell.directory(folder.toFile()));
        assertEquals(0, ended.code(), () -> command + " says " + ended);
      }
    }
  }

  private void follow(String command) throws Exception {
    Process curl = new ProcessBuilder("sh", "-c", "exec " + command).start();
    stage.closing(curl::destroyForcibly);
    Lines lines = Lines.of(curl.getInputStream());
    assertEquals("event: snapshot", awaited(lines, "event: "));
    assertTrue(awaited(lines, "data: {\"board\":\"counter\"").contains("\"value\":"));
  }

  private static String awaited(Lines lines, String beginning) throws Exception {
    return lines
        .await(line -> line.startsWith(beginning), TimeUnit.SECONDS.toNanos(10))
        .orElseThrow(() -> new AssertionError("no " + beginning + " in " + lines.soFar()));
  }

  private static List<String> commands() throws Exception {
    return readme()
        .lines()
        .filter(line -> line.startsWith(PROMPT))
        .map(line -> line.substring(PROMPT.length()).strip())
        .toList();
  }

  private static String readme() throws Exception {
    return Files.readString(Program.ROOT.resolve("README.md"));
  }
}
