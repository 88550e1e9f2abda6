package dev.signalbox.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The short form of the benchmark, and the command that measures any stream. */
class BenchTest {
  @RegisterExtension final Stage stage = new Stage();

  @Test
  @EnabledOnOs(value = OS.LINUX, disabledReason = "./bench reads times as Linux tells them")
  void bench_short_printsATable() throws Exception {
    assumeTrue(hasCompiler(), "there is no C compiler for the floor");
    try (Script bench = Script.start(command("./bench", "--short", "idle", "latency"))) {
      bench.saysFrom("idle: ");
      bench.saysFrom("| stream ");
      assertFigures(bench.saysFrom("| SSE "), 2);
      assertFigures(bench.saysFrom("| WebSocket, JSON "), 2);
      assertFigures(bench.saysFrom("| WebSocket, CBOR "), 2);
      bench.saysFrom("latency: ");
      assertFigures(bench.saysFrom("| SSE "), 5);
      assertTrue(bench.saysFrom("| SSE ").contains("| floor "));
    }
  }

  private static boolean hasCompiler() {
    return Stream.of(System.getenv("PATH").split(File.pathSeparator, -1))
        .flatMap(folder -> Stream.of("cc", "gcc", "clang").map(name -> Path.of(folder, name)))
        .anyMatch(Files::isExecutable);
  }

  private static ProcessBuilder command(String... words) {
    ProcessBuilder builder = new ProcessBuilder(words).directory(Program.ROOT.toFile());
    builder.environment().put("SIGNALBOX_NO_BUILD", "1");
    return builder.redirectInput(new File("/dev/null"));
  }

  /** So many of a row's cells are numbers. */
  private static void assertFigures(String row, int count) {
    List<String> cells = List.of(row.split("\\|", -1));
    assertEquals(
        count, cells.stream().filter(cell -> cell.strip().matches("\\d+(\\.\\d+)?")).count(), row);
  }

  @Test
  void command_ofALiveHub_measuresIt() throws Exception {
    HubProcess hub = stage.hub();
    Program.Ended ended =
        Program.run(
            stage.folder(),
            "bench",
            hub.uri().resolve("v1/stream?boards=yard").toString(),
            "--clients=20",
            "--seconds=2",
            "--send=" + hub.uri().resolve("v1/boards/yard/parts/out1"),
            "--method=PATCH",
            "--body={\"brightness\":{n}}",
            "--look-for=\"brightness\":");

    assertEquals(0, ended.code(), ended::toString);
    assertTrue(ended.out().getFirst().matches("clients in +20 of 20 after .* s"), ended::toString);
    String sent = line(ended, "sent ");
    assertTrue(sent.matches("sent +[1-9]\\d*, of which [1-9]\\d* reached everyone"), sent);
    assertTrue(line(ended, "until all are ").contains("99 %"), ended::toString);
  }

  @Test
  @EnabledOnOs(value = OS.LINUX, disabledReason = "Only Linux tells of threads' times")
  void command_webSocketWithItsProcess_tellsItsTime() throws Exception {
    HubProcess hub = stage.hub();
    String address = "ws://127.0.0.1:" + hub.port() + "/v1/stream?boards=counter";
    String pid = "--pid=" + hub.pid();
    Program.Ended ended =
        Program.run(stage.folder(), "bench", address, "--clients=5", "--seconds=3", pid);

    assertEquals(0, ended.code(), ended::toString);
    String processor = line(ended, "processor ");
    assertTrue(processor.matches("processor +\\d+ ns a message, .* % of one"), processor);
  }

  private static String line(Program.Ended ended, String beginning) {
    return ended.out().stream()
        .filter(line -> line.startsWith(beginning))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no '" + beginning + "' in " + ended));
  }
}
