package dev.signalbox.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Settings out of range are refused with their value and the rule. */
final class ServerSettingsTest {
  private static final Duration QUARTER = Duration.ofSeconds(15);

  private static String refused(org.junit.jupiter.api.function.Executable making) {
    return String.valueOf(assertThrows(IllegalArgumentException.class, making).getMessage());
  }

  private static Object settings(String bind, int port, Duration heartbeat) {
    return new ServerSettings(
        bind, port, Set.of(), Set.of(), ServedHub.streaming(heartbeat), Limits.DEFAULT);
  }

  @Test
  void bind_blank() {
    for (String blank : new String[] {"", " ", "\t"}) {
      String rule = "bind must be an address or a host name";
      assertEquals(rule, refused(() -> settings(blank, 0, QUARTER)));
    }
  }

  @Test
  void port_range() {
    assertEquals("port -1 must be 0 to 65535", refused(() -> settings("::1", -1, QUARTER)));
    assertEquals("port 65536 must be 0 to 65535", refused(() -> settings("::1", 65_536, QUARTER)));
    settings("::1", 0, QUARTER);
    settings("::1", 65_535, QUARTER);
  }

  @Test
  void heartbeat_range() {
    for (Duration wrong :
        new Duration[] {
          Duration.ZERO, Duration.ofMillis(999), Duration.ofSeconds(-15), Duration.ofSeconds(601)
        }) {
      assertEquals(
          "heartbeat " + wrong + " must be 1 s to 10 min",
          refused(() -> settings("::1", 0, wrong)));
    }
    settings("::1", 0, Duration.ofSeconds(1));
    settings("::1", 0, Duration.ofMinutes(10));
  }

  @Test
  void limits_range() {
    for (int wrong : new int[] {0, -1, 1_000_001, Integer.MIN_VALUE}) {
      String rule = " " + wrong + " must be 1 to 1000000";
      assertEquals("connections" + rule, refused(() -> new Limits(wrong, 1, 1, QUARTER)));
      assertEquals("streams" + rule, refused(() -> new Limits(1, wrong, 1, QUARTER)));
      assertEquals("commandsPerSecond" + rule, refused(() -> new Limits(1, 1, wrong, QUARTER)));
    }
    for (Duration wrong : new Duration[] {Duration.ofMillis(999), Duration.ofSeconds(601)}) {
      assertEquals(
          "requestTime " + wrong + " must be 1 s to 10 min",
          refused(() -> new Limits(1, 1, 1, wrong)));
    }
    new Limits(1, 1, 1, Duration.ofSeconds(1));
    new Limits(1_000_000, 1_000_000, 1_000_000, Duration.ofMinutes(10));
  }

  @Test
  void hosts_areCopied() {
    Set<String> hosts = new HashSet<>(Set.of("a"));
    ServerSettings settings =
        new ServerSettings("::1", 0, hosts, hosts, ServedHub.streaming(QUARTER), Limits.DEFAULT);
    hosts.add("evil.example");
    assertEquals(Set.of("a"), settings.hosts());
    assertEquals(Set.of("a"), settings.origins());
  }
}
