package dev.signalbox.wire.dialect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.signalbox.core.model.Rejection;
import dev.signalbox.wire.dialect.RailHubSettings.Format;
import dev.signalbox.wire.dialect.RailHubSettings.GroupOutputs;
import dev.signalbox.wire.dialect.RailHubSettings.Page;
import dev.signalbox.wire.dialect.RailHubSettings.UptimeUnit;
import dev.signalbox.wire.dialect.RailHubSettings.Variant;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RailHubSettingsTest {
  private static RailHubSettings settings(long broadcastMs, int clients, int groups) {
    return new RailHubSettings(
        Format.DEFAULT, Duration.ofMillis(broadcastMs), clients, groups, Optional.empty());
  }

  private static String complaint(Runnable wrong) {
    return assertThrows(IllegalArgumentException.class, wrong::run).getMessage();
  }

  @Test
  void defaults_areTheFirmwares() {
    assertEquals(settings(500, 0, 4), RailHubSettings.DEFAULT);
    assertEquals(
        new Format(Variant.ESP8266, UptimeUnit.MILLISECONDS, GroupOutputs.PINS), Format.DEFAULT);
  }

  @Test
  void broadcast_outOfRange() {
    assertEquals("broadcast PT0.019S must be 20 ms to 60 s", complaint(() -> settings(19, 0, 4)));
    assertEquals(
        "broadcast PT1M0.001S must be 20 ms to 60 s", complaint(() -> settings(60_001, 0, 4)));
    assertEquals(20, settings(20, 0, 4).broadcast().toMillis());
    assertEquals(60, settings(60_000, 0, 4).broadcast().toSeconds());
  }

  @Test
  void clientsAndGroups_outOfRange() {
    assertEquals("clients -1 must be 0 or more", complaint(() -> settings(500, -1, 4)));
    assertEquals("groups -1 must be 0 to 256", complaint(() -> settings(500, 0, -1)));
    assertEquals("groups 257 must be 0 to 256", complaint(() -> settings(500, 0, 257)));
  }

  @Test
  void page_withWhatIsNoPort() {
    assertEquals("wsPort -1 must be 0 to 65535", complaint(() -> new Page(-1)));
    assertEquals("wsPort 65536 must be 0 to 65535", complaint(() -> new Page(65_536)));
  }

  @Test
  void page_isToldHowToReadAStatus() {
    Format document = new Format(Variant.ESP8266, UptimeUnit.SECONDS, GroupOutputs.INDICES);
    assertTrue(
        page(Format.DEFAULT)
            .contains("data-ws-port=\"8092\" data-uptime-unit=\"1\" data-group-outputs=\"pins\">"));
    assertTrue(
        page(document)
            .contains(
                "data-ws-port=\"8092\" data-uptime-unit=\"1000\" data-group-outputs=\"indices\">"));
    assertEquals(-1, page(document).indexOf("@wsPort"));
  }

  private static String page(Format format) {
    RailHubSettings settings =
        new RailHubSettings(format, Duration.ofMillis(500), 0, 4, Optional.of(new Page(8092)));
    DialectStage stage =
        new DialectStage(new RailHubDialect(SampleBoards.YARD, settings), SampleBoards.state());
    return stage.reply(Requests.get("/")).body().text();
  }

  @Test
  void limitOfGroups_isToldAsItIs() {
    DialectStage stage =
        new DialectStage(
            new RailHubDialect(SampleBoards.YARD, settings(500, 0, 9)), SampleBoards.state());
    Request create =
        RailHubSpecimen.post("chasing/create", "{\"groupId\":0,\"interval\":300,\"outputs\":[4]}");
    var full = Replies.rejected(new Rejection.Conflict("All in use."));
    assertEquals(
        "{\"error\":\"Group limit reached (max 9)\"}", stage.carried(create, full).body().text());
  }
}
