package dev.signalbox.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.signalbox.core.model.PartId;
import dev.signalbox.core.model.Report;
import dev.signalbox.core.model.Sensor;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class MetricsTest {
  private static final String OUT1 = "/v1/boards/yard/parts/out1";

  private final ServedHub hub = new ServedHub(ServedHub.settings(ServedHub.generous()));

  @AfterEach
  void stop() {
    hub.close();
  }

  private Figures figures() {
    return Figures.of(hub.ask(Ask.get("/metrics")).expect(200).body(), false);
  }

  @Test
  void metrics_areInThePrometheusFormat() {
    Answer answer = hub.ask(Ask.get("/metrics")).expect(200);
    assertEquals(
        Optional.of("text/plain; version=0.0.4; charset=utf-8"), answer.header("content-type"));
    assertEquals(Optional.of("Accept"), answer.header("vary"));
    Figures figures = Figures.of(answer.body(), false);
    String epoch = hub.state().epoch();
    assertEquals(
        1, figures.value("signalbox_info{version=test, name=Test hub, epoch=" + epoch + "}"));
    assertTrue(
        figures
            .families()
            .containsAll(
                Set.of(
                    "process_start_time_seconds",
                    "process_cpu_seconds_total",
                    "jvm_memory_used_bytes",
                    "jvm_threads_current",
                    "signalbox_event_loop_turns_total")),
        figures.families().toString());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "application/openmetrics-text; version=1.0.0 | true",
        "application/openmetrics-text;version=1.0.0;q=0.5,text/plain;version=0.0.4;q=0.3 | true",
        "text/plain;version=0.0.4, application/openmetrics-text;q=0.5 | false",
        "application/openmetrics-text;q=0 | false",
        "application/openmetrics-text;q=0.0, */* | false",
        "Application/OpenMetrics-Text | true",
        "*/* | false",
        "text/html | false"
      })
  void accept_decidesTheFormat(String accept, boolean open) {
    Answer answer = hub.ask(Ask.get("/metrics").header("Accept", accept)).expect(200);
    Figures figures = Figures.of(answer.body(), open);
    assertEquals(0, figures.value("signalbox_changes_total"));
    assertEquals(
        open
            ? "application/openmetrics-text; version=1.0.0; charset=utf-8"
            : "text/plain; version=0.0.4; charset=utf-8",
        answer.header("content-type").orElseThrow());
  }

  @Test
  void clients_areCountedByTransport() {
    try (Following _ = Transport.SSE.follow(hub, "");
        Following _ = Transport.WEB_SOCKET.follow(hub, "");
        Following _ = Transport.WEB_SOCKET.follow(hub, "")) {
      Activity activity = hub.server().activity();
      hub.await(
          "all follow",
          () ->
              activity.sseStreams() == 1
                  && activity.webSocketStreams() == 2
                  && activity.messages() >= 3);
      Figures figures = figures();
      assertEquals(1, figures.value("signalbox_streams{transport=sse}"));
      assertEquals(2, figures.value("signalbox_streams{transport=websocket}"));
      assertEquals(4, figures.value("signalbox_connections"));
      assertTrue(figures.value("signalbox_messages_sent_total") >= 3);
    }
  }

  @Test
  void commands_areCountedByHowTheyEnded() {
    hub.ask(Ask.of("POST", OUT1 + "/toggle")).expect(200);
    hub.ask(Ask.of("POST", OUT1 + "/toggle")).expect(200);
    hub.ask(Ask.patch(OUT1, "{\"brightness\":101}")).problem(422, "invalid");
    hub.ask(Ask.patch(OUT1, "{")).problem(400, "malformed");
    hub.ask(Ask.of("POST", "/v1/boards/yard/parts/none/toggle")).problem(404, "not-found");
    hub.ask(Ask.of("POST", OUT1 + "/toggle").header("If-Match", "\"x\"")).expect(412);
    Figures figures = figures();
    assertEquals(2, figures.value("signalbox_commands_accepted_total"));
    for (String reason : new String[] {"invalid", "malformed", "not-found", "changed-since"}) {
      assertEquals(
          1, figures.value("signalbox_commands_rejected_total{reason=" + reason + "}"), reason);
    }
    assertEquals(4, figures.count("signalbox_commands_rejected_total"));
    assertEquals(2, figures.value("signalbox_changes_total"));
    assertEquals(2, figures.value("signalbox_log_changes"));
    assertEquals(65_536, figures.value("signalbox_log_capacity"));
  }

  @Test
  void parts_sayTheirNumbers() {
    hub.ask(Ask.patch(OUT1, "{\"active\":true,\"brightness\":42,\"blink\":500}")).expect(200);
    String part = "signalbox_part_value{board=yard, part=out1, kind=output, property=";
    Figures figures = figures();
    assertEquals(42, figures.value(part + "brightness, unit=%}"));
    assertEquals(500, figures.value(part + "blink, unit=ms}"));
    assertEquals(1, figures.value(part + "active, unit=}"));
    assertTrue(figures.value(part + "since, unit=epoch-ms}") > 1e12);
    assertThrows(AssertionError.class, () -> figures.value(part + "name, unit=}"));
    assertEquals(0, figures.value("signalbox_part_values_left_out"));
  }

  @Test
  void units_areThoseOfTheSensor_andEscaped() {
    hub.report(
        "far",
        new Report.Appeared(new PartId("odd"), new Sensor("Odd", -0.25, "a\\b \"°C\"", 1e300)));
    hub.settle();
    String part = "signalbox_part_value{board=far, part=odd, kind=sensor, property=";
    assertEquals(-0.25, figures().value(part + "value, unit=a\\b \"°C\"}"));
    assertEquals(1e300, figures().value(part + "previous, unit=a\\b \"°C\"}"));
  }

  @Test
  void boards_sayWhetherTheyAreOnline() {
    hub.report("far", new Report.LinkLost("gone"));
    hub.settle();
    assertEquals(0, figures().value("signalbox_board_online{board=far, kind=test}"));
    assertEquals(1, figures().value("signalbox_board_online{board=yard, kind=test}"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"POST", "PUT", "DELETE", "PATCH"})
  void metrics_areReadOnly(String method) {
    Answer answer = hub.ask(Ask.of(method, "/metrics"));
    answer.problem(405, "method-not-allowed");
    assertEquals(Optional.of("GET, HEAD"), answer.header("allow"));
  }
}
