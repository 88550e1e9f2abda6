package dev.signalbox.app.run;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.signalbox.app.config.Configuration;
import dev.signalbox.app.config.ConfigurationFile;
import dev.signalbox.app.config.DefaultConfiguration;
import dev.signalbox.server.Mount;
import dev.signalbox.wire.dialect.Route;
import java.util.List;
import org.junit.jupiter.api.Test;

class DialectsTest {
  private static Configuration read(String yaml) {
    return switch (ConfigurationFile.read("test", yaml.getBytes(UTF_8))) {
      case ConfigurationFile.Fine(Configuration fine) -> fine;
      case ConfigurationFile.Mistaken(var lines) -> throw new AssertionError(lines.toString());
    };
  }

  /** A mount in a line: its dialect, whether the hub's listener has it, and its ports. */
  private static List<String> told(Configuration configuration) {
    return Dialects.mounts(configuration).stream().map(DialectsTest::told).toList();
  }

  private static String told(Mount mount) {
    boolean page = mount.dialect().routes().stream().map(Route::path).anyMatch("/"::equals);
    return mount.dialect().getClass().getSimpleName()
        + (mount.onMain() ? " main" : "")
        + (page ? " page" : "")
        + mount.http().map(each -> " http " + told(each)).orElse("")
        + mount.webSocket().map(each -> " ws " + told(each)).orElse("");
  }

  private static String told(Mount.Listener listener) {
    return listener.bind() + ":" + listener.port() + " '" + listener.name() + "'";
  }

  @Test
  void default_hasRailHubAtItsPortAndAllFourOnMain() {
    assertEquals(
        List.of(
            "RailHubDialect main ws 127.0.0.1:8081 'RailHub for yard'",
            "CounterDialect main",
            "LedDialect main",
            "EventBusDialect main"),
        told(DefaultConfiguration.read()));
  }

  @Test
  void listener_ofTheFirstFittingBoard_isOnMainToo() {
    assertEquals(
        List.of(
            "CounterDialect page http 0.0.0.0:8091 'counter for b'",
            "CounterDialect main page http 0.0.0.0:8092 'counter for a'",
            "CounterDialect page http 127.0.0.1:8093 'counter for a'"),
        told(
            read(
                """
                listen: {bind: 0.0.0.0}
                boards: {a: {kind: counter}, b: {kind: counter}}
                listeners:
                  - {dialect: counter, board: b, port: 8091}
                  - {dialect: counter, board: a, port: 8092}
                  - {dialect: counter, board: a, port: 8093, bind: 127.0.0.1}
                """)));
  }

  @Test
  void listener_ofAnotherBoard_leavesTheFirstOneOnMain() {
    assertEquals(
        List.of(
            "RailHubDialect page http 127.0.0.1:8091 'RailHub for b'"
                + " ws 127.0.0.1:8092 'RailHub for b'",
            "RailHubDialect main"),
        told(
            read(
                """
                boards: {a: {kind: outputs}, b: {kind: outputs}}
                listeners: [{dialect: railhub, board: b, port: 8091, wsPort: 8092}]
                """)));
  }

  @Test
  void boards_withoutADialect_haveNone() {
    assertEquals(List.of(), told(read("boards: {hub: {kind: hub}}")));
  }
}
