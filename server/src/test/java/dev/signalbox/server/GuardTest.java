package dev.signalbox.server;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.signalbox.wire.Problem;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who may command, by {@code Host} and {@code Origin}. */
final class GuardTest {
  private final Guard guard =
      Guard.of(
          new ServerSettings(
              "0.0.0.0",
              8080,
              Set.of("hub.example", "Panel.Local."),
              Set.of("https://panel.example", "HTTP://Other.Example:81"),
              ServedHub.streaming(Duration.ofSeconds(15)),
              Limits.DEFAULT));

  private String verdict(@Nullable String host, @Nullable String origin) {
    return guard.check(host, origin, null).map(Problem::code).orElse("pass");
  }

  @ParameterizedTest
  @CsvSource({
    "localhost, , pass",
    "LOCALHOST:8080, , pass",
    "localhost., , pass",
    "127.0.0.1:1, , pass",
    "[::1], , pass",
    "[::1]:8080, http://[::1]:8080, pass",
    "hub.example:99, , pass",
    "panel.local, , pass",
    "127.0.0.1:80, http://127.0.0.1, pass",
    "127.0.0.1, http://127.0.0.1:80, pass",
    "127.0.0.1:8080, https://127.0.0.1:8080, pass",
    "127.0.0.1, https://panel.example, pass",
    "127.0.0.1, http://other.example:81, pass",
    "127.0.0.1, http://other.example, foreign-origin",
    "127.0.0.1, http://panel.example, foreign-origin",
    "127.0.0.1, null, foreign-origin",
    "127.0.0.1, '', foreign-origin",
    "127.0.0.1, http://localhost, foreign-origin",
    "127.0.0.1:8080, http://127.0.0.1:8081, foreign-origin",
    "127.0.0.1:8080, http://127.0.0.1, foreign-origin",
    "127.0.0.1, http://user@127.0.0.1, foreign-origin",
    "127.0.0.1, javascript:x, foreign-origin",
    "127.0.0.1, ':', foreign-origin",
    "evil.example, http://evil.example, unknown-host",
    "evil.example, https://panel.example, unknown-host",
    "xlocalhost, , unknown-host",
    "localhost.evil.example, , unknown-host",
    "8.8.8.8, , unknown-host",
    "[2001:db8::1], , unknown-host",
    "[::1, , unknown-host",
    "999.999.999.999, , unknown-host",
    "fe80::1%eth0, , unknown-host",
    "'', , unknown-host",
    "':8080', , unknown-host"
  })
  void check(String host, @Nullable String origin, String expected) {
    assertEquals(expected, verdict(host, origin));
  }

  @Test
  void check_noHost() {
    assertEquals("unknown-host", verdict(null, null));
    assertEquals("unknown-host", verdict(null, "https://panel.example"));
  }

  @Test
  void hostOf_authority() {
    assertEquals("a", Guard.hostOf("A:80"));
    assertEquals("::1", Guard.hostOf("[::1]:80"));
    assertEquals("", Guard.hostOf("[::1"));
    assertEquals("", Guard.hostOf(""));
  }

  @Test
  void check_saysHowToMendIt() {
    Optional<Problem> host = guard.check("evil.example", null, null);
    assertEquals(
        "This hub is not known as 'evil.example'; add the name under 'hosts' in its settings.",
        host.orElseThrow().detail());
  }

  @Test
  void name_thatComesLater_isTheHubs() {
    assertEquals("unknown-host", verdict("signalbox-2.local:8080", null));

    guard.knownAs(Set.of("Signalbox-2.local"));
    assertEquals("pass", verdict("signalbox-2.local:8080", "http://signalbox-2.local:8080"));
    assertEquals("unknown-host", verdict("signalbox-3.local", null));

    guard.knownAs(Set.of("signalbox-3.local"));
    assertEquals("pass", verdict("signalbox-3.local", null));
    assertEquals("unknown-host", verdict("signalbox-2.local", null), "another machine's by now");
  }
}
