package dev.signalbox.boards.host;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.signalbox.testkit.FakeNmcli;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(60)
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the program is a shell script")
class NmcliTest {
  private static final Duration LONG = Duration.ofSeconds(50);
  private static final Duration SHORT = Duration.ofMillis(200);

  @TempDir Path folder;
  private FakeNmcli fake;
  private Nmcli nmcli;

  @BeforeEach
  void make() throws IOException {
    fake = new FakeNmcli(folder);
    nmcli = new Nmcli(fake.program().toString());
  }

  private Nmcli.Answer ask(Duration limit, String... arguments) {
    return nmcli.ask(limit, "", List.of(arguments));
  }

  @Test
  void question_isAskedAsItIs_inEnglish() {
    nmcli.ask(LONG, "secret\n", List.of("-t", "a b", "'$(x)'", ""));

    FakeNmcli.Call call = fake.calls().getFirst();
    assertEquals(List.of("-t", "a b", "'$(x)'", ""), call.arguments());
    assertEquals("secret\n", call.input());
    assertTrue(call.environment().contains("LC_ALL=C.UTF-8"), call.toString());
    assertTrue(call.processes().contains("a b"), call.toString());
  }

  @Test
  void answer_hasExitCodeLinesAndError() throws IOException {
    fake.answers("show", 10, "Küche\nb\n", "Error: no\n");

    assertEquals(new Nmcli.Ended(10, List.of("Küche", "b"), "Error: no\n"), ask(LONG, "show"));
  }

  @Test
  void program_thatIsNotThere_isMissing() throws IOException {
    Files.delete(fake.program());

    assertEquals(new Nmcli.Missing(), ask(LONG, "show"));
  }

  @Test
  void program_thatHangs_isEndedWithAllThatItStarted() throws IOException {
    fake.does("show", "sleep 7777 & echo $! >\"$here/child\"; wait");
    Nmcli.Answer answer;
    do {
      answer = ask(SHORT, "show");
    } while (!Files.exists(folder.resolve("child")) || childId().isEmpty());

    assertEquals(new Nmcli.Stopped(SHORT), answer);
    long child = Long.parseLong(childId());
    ProcessHandle.of(child).ifPresent(left -> left.onExit().orTimeout(30, TimeUnit.SECONDS).join());
  }

  private String childId() throws IOException {
    return Files.readString(folder.resolve("child")).strip();
  }

  @Test
  void program_thatSaysTooMuch_isEnded() throws IOException {
    fake.does("show", "while :; do echo 0123456789012345678901234567890123456789; done");

    assertInstanceOf(Nmcli.Stopped.class, ask(LONG, "show"));
  }

  @ParameterizedTest
  @CsvSource({
    "a:b, a|b",
    "'', ''",
    ":, |",
    "a\\:b:c, a:b|c",
    "a\\\\:b, a\\|b",
    "a\\, a\\",
    "*:43:7:WPA2 802.1X, *|43|7|WPA2 802.1X"
  })
  void fields_areParted(String line, String fields) {
    assertEquals(List.of(fields.split("\\|", -1)), Nmcli.fields(line));
  }
}
