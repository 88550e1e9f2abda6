package dev.signalbox.app.network;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.signalbox.app.config.Configuration;
import dev.signalbox.app.config.ConfigurationFile;
import dev.signalbox.app.network.Announced.Page;
import dev.signalbox.server.Mount;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AnnouncementsTest {
  private static final String BOARDS = "boards: {c: {kind: counter}, y: {kind: outputs}}\n";

  private static Configuration read(String yaml) {
    return switch (ConfigurationFile.read("test", (BOARDS + yaml).getBytes(UTF_8))) {
      case ConfigurationFile.Fine(Configuration fine) -> fine;
      case ConfigurationFile.Mistaken(var lines) -> throw new AssertionError(lines.toString());
    };
  }

  /** What is announced, a line each: name, address, and the page with its port. */
  private static List<String> told(String yaml, String... bound) {
    List<Mount.Listener> listeners =
        Arrays.stream(bound)
            .map(each -> each.split(" ", -1))
            .map(each -> new Mount.Listener("x", each[0], Integer.parseInt(each[1])))
            .toList();
    return Announcements.of(read(yaml), listeners, "1.2.3").stream()
        .map(each ->
            each.name() + " " + each.bind() + each.page().map(AnnouncementsTest::told).orElse(""))
        .toList();
  }

  private static String told(Page page) {
    return " '" + page.title() + "' " + page.port() + " v" + page.version();
  }

  @Test
  void hub_inTheNetwork_isSignalbox() {
    assertEquals(
        List.of("signalbox 0.0.0.0 'Club' 8080 v1.2.3"),
        told("hub: {name: Club}\nlisten: {bind: 0.0.0.0}", "0.0.0.0 8080"));
  }

  @Test
  void title_thatIsTooLong_isCutBetweenCharacters() {
    assertEquals("x".repeat(58), new Page("x".repeat(80), 1, "1").title());
    assertEquals("🚂".repeat(14), new Page("🚂".repeat(40), 1, "1").title());
    assertEquals("a" + "ä".repeat(28), new Page("a" + "ä".repeat(39), 1, "1").title());
  }

  @Test
  void hub_withAnotherName_hasThat() {
    assertEquals(
        List.of("club 10.0.0.1 'Signalbox' 1 v1.2.3"),
        told("listen: {bind: 10.0.0.1, mdns: club}", "10.0.0.1 1"));
  }

  @Test
  void hub_toldNotTo_announcesNothing() {
    assertEquals(
        List.of(),
        told(
            """
            listen: {bind: 0.0.0.0, mdns: none}
            listeners: [{dialect: counter, board: c, port: 80, mdns: counter}]
            """,
            "0.0.0.0 80",
            "0.0.0.0 8080"));
  }

  @Test
  void hub_forThisMachineOnly_announcesNothing() {
    for (String bind : List.of("127.0.0.1", "localhost", "'::1'", "127.0.0.2")) {
      assertEquals(
          List.of(), told("listen: {bind: " + bind + "}", bind.replace("'", "") + " 8080"), bind);
    }
  }

  @Test
  void listeners_haveTheirPortsAndTheirNames() {
    assertEquals(
        List.of(
            "signalbox 0.0.0.0 'Signalbox' 5 v1.2.3",
            "signalbox 0.0.0.0 'counter for c' 1 v1.2.3",
            "railhub8266 10.0.0.2 'RailHub for y' 2 v1.2.3",
            "railhub32 10.0.0.3"),
        told(
            """
            listen: {bind: 0.0.0.0}
            listeners:
              - {dialect: counter, board: c, port: 0}
              - {dialect: railhub, board: y, bind: 10.0.0.2, port: 0, wsPort: 0, mdns: railhub8266}
              - {dialect: railhub, board: y, bind: 10.0.0.3, wsPort: 0, mdns: railhub32}
            """,
            "0.0.0.0 1",
            "10.0.0.2 2",
            "10.0.0.2 3",
            "10.0.0.3 4",
            "0.0.0.0 5"));
  }

  @Test
  void listener_inTheNetwork_isAnnouncedWithoutThePrivateHub() {
    assertEquals(
        List.of("signalbox 0.0.0.0 'counter for c' 1 v1.2.3"),
        told(
            "listeners: [{dialect: counter, board: c, port: 0, bind: 0.0.0.0}]",
            "0.0.0.0 1",
            "127.0.0.1 2"));
  }

  @Test
  void addresses_areThoseThatReachIt() {
    InetAddress one = InetAddress.ofLiteral("10.0.0.1");
    InetAddress other = InetAddress.ofLiteral("10.0.0.2");

    assertTrue(announced("0.0.0.0").isReachedAt(one));
    assertTrue(announced("::").isReachedAt(one));
    assertTrue(announced("10.0.0.1").isReachedAt(one));
    assertFalse(announced("10.0.0.1").isReachedAt(other));
    assertTrue(announced("localhost").isReachedAt(InetAddress.ofLiteral("127.0.0.1")));
    assertFalse(announced("no-such-host.invalid").isReachedAt(one));
  }

  private static Announced announced(String bind) {
    return new Announced("signalbox", bind, Optional.empty());
  }
}
