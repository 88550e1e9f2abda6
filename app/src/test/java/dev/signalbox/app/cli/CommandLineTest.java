package dev.signalbox.app.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.signalbox.app.config.DefaultConfiguration;
import dev.signalbox.wire.Json;
import dev.signalbox.wire.MalformedJsonException;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

class CommandLineTest {
  @TempDir Path folder;

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  private int run(String... args) {
    CommandLine line =
        SignalboxCommand.line(() -> {
          throw new AssertionError("the hub must not start");
        });
    return line.setOut(new PrintWriter(out)).setErr(new PrintWriter(err)).execute(args);
  }

  @Test
  void output_thatNobodyReadsAnyMore_isNoticed() {
    PrintStream before = System.out;
    OutputStream broken =
        new OutputStream() {
          @Override
          public void write(int octet) throws IOException {
            throw new IOException("the pipe is broken");
          }
        };
    System.setOut(new PrintStream(broken, true, UTF_8));
    try {
      PrintWriter printer = SignalboxCommand.line(() -> () -> 0).getOut();
      assertFalse(printer.checkError());
      printer.println("GPIO17=1");
      assertTrue(printer.checkError());
    } finally {
      System.setOut(before);
    }
  }

  @Test
  void help_hasEveryOptionAndExamples() {
    assertEquals(0, run("--help"));
    for (String said :
        new String[] {
          "--config",
          "--port",
          "--bind",
          "--data",
          "--version",
          "check",
          "init",
          "schema",
          "bench",
          "wifi",
          "gpio",
          "Examples:"
        }) {
      assertTrue(out.toString().contains(said), said);
    }
    assertEquals("", err.toString());
  }

  @Test
  void help_isNoWiderThanATerminal() {
    run("--help");

    assertTrue(out.toString().lines().allMatch(line -> line.length() <= 80), out.toString());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "status", "scan", "join", "access-point"})
  void helpForWifi_hasExamplesAndIsNoWiderThanATerminal(String command) {
    assertEquals(0, run(("wifi " + command + " --help").split(" +", -1)));
    assertTrue(out.toString().lines().allMatch(line -> line.length() <= 80), out.toString());
    assertTrue(out.toString().contains("Usage: signalbox wifi"), out.toString());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "detect", "info", "get", "set", "watch", "test", "test tm1637"})
  void helpForGpio_isNoWiderThanATerminal(String command) {
    assertEquals(0, run(("gpio " + command + " --help").split(" +", -1)));
    assertTrue(out.toString().lines().allMatch(line -> line.length() <= 80), out.toString());
    assertTrue(out.toString().contains("Usage: signalbox gpio"), out.toString());
  }

  @Test
  void version_isThatOfTheBuild() {
    assertEquals(0, run("--version"));
    assertTrue(out.toString().matches("Signalbox \\d+\\.\\d+\\.\\d+\\S*\\R"), out.toString());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--prot 8080",
        "--port",
        "--port x",
        "--port 65536",
        "--port -1",
        "--bind=",
        "chek f",
        "check",
        "check a b",
        "init a b",
        "schema a",
        "bench",
        "bench http://127.0.0.1/",
        "bench --clients 1",
        "bench ftp://x --clients 1",
        "bench http://127.0.0.1/ --clients 0",
        "bench http://127.0.0.1/ --clients 50001",
        "bench http://127.0.0.1/ --clients x",
        "bench http://127.0.0.1/ --clients 1 --seconds 86401",
        "bench http://127.0.0.1/ --clients 1 --protocol a",
        "bench http://127.0.0.1/ --clients 1 --pid x",
        "bench http://127.0.0.1/ --clients 1 --send http://127.0.0.1/{n}",
        "bench http://127.0.0.1/ --clients 1 --send http://127.0.0.1/ --look-for x",
        "bench http://127.0.0.1/ --clients 1 --send http://127.0.0.1/{n} --look-for x --every 9ms",
        "bench http://127.0.0.1/ --clients 1 --send http://127.0.0.1/{n} --look-for x --every 1",
        "wifi",
        "wifi joyn x",
        "wifi join",
        "wifi join --password secret123 x",
        "wifi access-point",
        "wifi status x",
        "gpio",
        "gpio detekt",
        "gpio detect x",
        "gpio get",
        "gpio set",
        "gpio watch",
        "gpio test",
        "gpio test tm1638",
        "--config"
      })
  void arguments_thatAreWrong_areAnUsageError(String args) {
    assertEquals(2, run(args.split(" ", -1)));
    assertEquals("", out.toString());
    assertTrue(err.toString().contains("--help"), err.toString());
    assertFalse(err.toString().contains("\tat "), err.toString());
  }

  @Test
  void arguments_thatAreMisspelt_areGuessed() {
    run("--prot", "8080");

    assertTrue(err.toString().contains("--port"), err.toString());
  }

  @Test
  void check_rightFile_saysWhatIsInIt() throws IOException {
    Path file = Files.write(folder.resolve("hub.yaml"), DefaultConfiguration.bytes());

    assertEquals(0, run("check", file.toString()));
    assertTrue(
        out.toString().matches("\\Q" + file + "\\E is fine: 6 boards, \\d\\d parts\\R"),
        out.toString());
  }

  @Test
  void check_fileOfOneBoard_countsIt() throws IOException {
    Path file = Files.writeString(folder.resolve("hub.yaml"), "boards: {a: {kind: toggle}}");

    assertEquals(0, run("check", file.toString()));
    assertEquals(file + " is fine: 1 board, 2 parts", out.toString().strip());
  }

  @Test
  void check_wrongFile_saysEveryMistake() throws IOException {
    Path file = Files.writeString(folder.resolve("hub.yaml"), "hub: {nmae: A}\nlisten: {port: x}");

    assertEquals(1, run("check", file.toString()));
    assertEquals("", out.toString());
    assertEquals(
        file
            + ":1:7: unknown key 'nmae', did you mean 'name'?\n"
            + file
            + ":2:16: 'port' must be a whole number from 0 to 65535, not 'x'",
        String.join("\n", err.toString().lines().toList()));
  }

  @Test
  void check_noFile_saysSo() {
    Path file = folder.resolve("none.yaml");

    assertEquals(1, run("check", file.toString()));
    assertEquals(file + ": there is no such file", err.toString().strip());
  }

  @Test
  void run_wrongFile_saysEveryMistakeAndStartsNothing() throws IOException {
    Path file = Files.writeString(folder.resolve("hub.yaml"), "hub: {nmae: A}");

    assertEquals(1, run("--config", file.toString(), "--data", folder.toString()));
    assertEquals(file + ":1:7: unknown key 'nmae', did you mean 'name'?", err.toString().strip());
    assertEquals("", out.toString());
  }

  @Test
  void init_newFile_isTheDefault() throws IOException {
    Path file = folder.resolve("hub.yaml");

    assertEquals(0, run("init", file.toString()));
    assertArrayEquals(DefaultConfiguration.bytes(), Files.readAllBytes(file));
    assertTrue(out.toString().contains("--config " + file), out.toString());
  }

  @Test
  void init_fileThere_isLeftAlone() throws IOException {
    Path file = Files.writeString(folder.resolve("hub.yaml"), "mine");

    assertEquals(1, run("init", file.toString()));
    assertEquals("mine", Files.readString(file));
    assertTrue(err.toString().contains("is there already"), err.toString());
  }

  @Test
  void init_folderMissing_saysSo() {
    Path file = folder.resolve("a").resolve("hub.yaml");

    assertEquals(1, run("init", file.toString()));
    assertEquals("The folder of " + file + " is not there; make it first.", err.toString().strip());
  }

  @Test
  void schema_isOneLineOfJson() throws MalformedJsonException {
    assertEquals(0, run("schema"));
    Object schema = Json.read(out.toString());
    assertTrue(schema instanceof Map<?, ?> map && map.containsKey("$schema"), out.toString());
    assertEquals("", err.toString());
  }

  @Test
  void benchHelp_hasEveryOptionAndIsNoWiderThanATerminal() {
    assertEquals(0, run("bench", "--help"));
    for (String said :
        new String[] {
          "--clients",
          "--seconds",
          "--at-once",
          "--protocol",
          "--pid",
          "--send",
          "--look-for",
          "--method",
          "--body",
          "--every",
          "Examples:"
        }) {
      assertTrue(out.toString().contains(said), said);
    }
    assertTrue(out.toString().lines().allMatch(line -> line.length() <= 80), out.toString());
  }

  @Test
  void bench_nobodyThere_saysSo() {
    assertEquals(1, run("bench", "http://127.0.0.1:1/", "--clients", "2"));
    assertEquals("Not one client got in: Connection refused (2)", err.toString().strip());
    assertEquals("", out.toString());
  }

  @Test
  void bench_noSuchProcess_saysSo() {
    assertEquals(1, run("bench", "http://127.0.0.1:1/", "--clients", "2", "--pid", "999999999"));
    assertTrue(err.toString().startsWith("No such process here"), err.toString());
    assertEquals("", out.toString());
  }
}
