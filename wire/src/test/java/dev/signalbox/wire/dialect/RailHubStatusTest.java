package dev.signalbox.wire.dialect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.signalbox.core.model.BoardId;
import dev.signalbox.core.model.Change;
import dev.signalbox.core.model.Chase;
import dev.signalbox.core.model.Members;
import dev.signalbox.core.model.Output;
import dev.signalbox.core.model.Stamp;
import dev.signalbox.testkit.SteppedClock;
import dev.signalbox.wire.dialect.RailHubSettings.Format;
import dev.signalbox.wire.dialect.RailHubSettings.GroupOutputs;
import dev.signalbox.wire.dialect.RailHubSettings.UptimeUnit;
import dev.signalbox.wire.dialect.RailHubSettings.Variant;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class RailHubStatusTest {
  private static final long START = SteppedClock.START.toEpochMilli();
  private final DialectStage stage = stage(Format.DEFAULT);

  private static DialectStage stage(Format format) {
    RailHubSettings settings =
        new RailHubSettings(
            format, RailHubSettings.DEFAULT.broadcast(), 0, 4, RailHubSettings.DEFAULT.page());
    return new DialectStage(new RailHubDialect(SampleBoards.YARD, settings), SampleBoards.state());
  }

  private static Map<?, ?> status(DialectStage stage) {
    return RailHubText.object(stage.reply(Requests.get("/api/status")).body());
  }

  private Map<?, ?> group() {
    return RailHubText.at(status(stage), "chasingGroups", 0);
  }

  private void output(Output output) {
    stage.become("yard", "out1", output);
  }

  private void chase(Chase chase) {
    stage.become("yard", "chase3", chase);
  }

  @Test
  void keys_ofTheEsp8266() {
    Map<?, ?> status = status(stage);
    assertEquals(
        List.of(
            "macAddress name wifiMode ip ssid apClients freeHeap uptime outputs chasingGroups"
                .split(" ")),
        RailHubText.keys(status).subList(0, 10));
    assertEquals(
        List.of("wsClients buildDate flashTotal flashUsed flashFree flashPartition".split(" ")),
        RailHubText.keys(status).subList(10, 16));
    assertEquals(
        List.of("pin", "active", "brightness", "interval", "chasingGroup", "name"),
        RailHubText.keys(RailHubText.at(status, "outputs", 0)));
    assertEquals(
        List.of("id active name outputs interval currentStep groupId outputCount".split(" ")),
        RailHubText.keys(group()));
    assertEquals(RailHubStatus.KEYS.size(), status.size());
  }

  @Test
  void keys_ofTheEsp32AreTheSameWithoutGroups() {
    DialectStage esp32 =
        stage(new Format(Variant.ESP32, UptimeUnit.MILLISECONDS, GroupOutputs.PINS));
    List<String> keys = new ArrayList<>(RailHubText.keys(status(stage)));
    keys.remove("chasingGroups");
    assertEquals(keys, RailHubText.keys(status(esp32)));
    assertEquals(
        List.of("pin", "active", "brightness", "interval", "name"),
        RailHubText.keys(RailHubText.at(status(esp32), "outputs", 0)));
  }

  @Test
  void uptime_inSeconds() {
    DialectStage seconds =
        stage(new Format(Variant.ESP8266, UptimeUnit.SECONDS, GroupOutputs.PINS));
    assertEquals(123_456L, status(stage).get("uptime"));
    assertEquals(123L, status(seconds).get("uptime"));
  }

  @Test
  void groupOutputs_asIndices() {
    DialectStage indices =
        stage(new Format(Variant.ESP8266, UptimeUnit.MILLISECONDS, GroupOutputs.INDICES));
    Chase chase = new Chase("Runway", Members.of("out8", "out1", "out4"), 300, true, 0);
    indices.become("yard", "chase3", chase);
    chase(chase);
    assertEquals(
        List.of(7L, 0L, 3L), RailHubText.at(status(indices), "chasingGroups", 0).get("outputs"));
    assertEquals(List.of(15L, 4L, 13L), group().get("outputs"));
    assertEquals(3L, group().get("outputCount"));
  }

  @Test
  void active_isWhatWasCommandedInEveryPhaseOfABlink() {
    output(new Output("Blinker", 4, true, 60, 500, START));
    for (int phase = 0; phase < 4; phase++) {
      Map<?, ?> output = RailHubText.at(status(stage), "outputs", 0);
      assertEquals(true, output.get("active"));
      assertEquals(60L, output.get("brightness"));
      assertEquals(500L, output.get("interval"));
      stage.pass(Duration.ofMillis(500));
    }
  }

  @Test
  void chasingGroup_isTheNumberOrMinusOne() {
    stage.become("yard", "chase0", new Chase("A", Members.of("out8"), 300, true, 0));
    stage.become("yard", "chase255", new Chase("B", Members.of("out7"), 300, true, 0));
    assertEquals(
        List.of(-1L, -1L, 3L, 3L, -1L, -1L, 255L, 0L),
        RailHubText.each(status(stage), "outputs", "chasingGroup"));
    assertEquals(
        List.of(3L, 0L, 255L), RailHubText.each(status(stage), "chasingGroups", "groupId"));
    assertEquals(List.of(3L, 0L, 255L), RailHubText.each(status(stage), "chasingGroups", "id"));
  }

  @Test
  void group_isNoChaseByAnotherName() {
    for (String id : List.of("runway", "chase", "chase256", "chase01", "chase-1", "xchase1")) {
      stage.become("yard", id, new Chase("A", Members.of("out8"), 300, true, 0));
    }
    assertEquals(List.of(3L), RailHubText.each(status(stage), "chasingGroups", "id"));
    assertEquals(-1L, RailHubText.at(status(stage), "outputs", 7).get("chasingGroup"));
  }

  @Test
  void currentStep_followsTheTimeAndBeginsAgain() {
    chase(new Chase("Runway", Members.of("out3", "out4", "out5"), 300, true, START));
    for (long step : List.of(0, 0, 0, 1, 1, 1, 2, 2, 2, 0)) {
      assertEquals(step, group().get("currentStep"));
      stage.pass(Duration.ofMillis(100));
    }
  }

  @Test
  void currentStep_ofAGroupThatStandsStill() {
    chase(new Chase("Runway", Members.of("out3", "out4"), 300, false, START));
    stage.pass(Duration.ofMillis(300));
    assertEquals(0L, group().get("currentStep"));
    assertEquals(false, group().get("active"));
    assertEquals(3L, RailHubText.at(status(stage), "outputs", 2).get("chasingGroup"));
  }

  @Test
  void groupOutputs_withoutOneThatIsNotThere() {
    stage.become(DialectStage.Edit.gone("yard", "out3"));
    assertEquals(List.of(13L), group().get("outputs"));
    assertEquals(1L, group().get("outputCount"));
  }

  @Test
  void name_isCutTo20Characters() {
    output(new Output("1234567890123456789\uD83D\uDE82\uD83D\uDE82", 4, true, 1, 0, 0));
    chase(new Chase("x".repeat(40), Members.of("out3"), 300, true, 0));
    assertEquals(
        "1234567890123456789\uD83D\uDE82", RailHubText.at(status(stage), "outputs", 0).get("name"));
    assertEquals("x".repeat(20), group().get("name"));
  }

  @Test
  void name_ofTheBoardIsWhole() {
    String name = "b".repeat(40);
    var board = stage.state().board(SampleBoards.YARD).orElseThrow();
    stage.apply(
        List.of(
            new Change.BoardChanged(
                new Stamp(stage.state().sequence() + 1, START),
                board.id(),
                board.info().withName(name))));
    assertEquals(name, status(stage).get("name"));
  }

  @Property
  void status_isJsonWhateverTheNames(@ForAll String name) {
    output(new Output(whole(name), 4, true, 100, 0, 0));
    Map<?, ?> output = RailHubText.at(status(stage), "outputs", 0);
    assertEquals(RailHubName.cut(whole(name)), output.get("name"));
  }

  /** A name as the engine lets it through: without halves of characters. */
  private static String whole(String name) {
    StringBuilder whole = new StringBuilder();
    name.codePoints()
        .filter(one -> Character.getType(one) != Character.SURROGATE)
        .forEach(whole::appendCodePoint);
    return whole.toString();
  }

  @Test
  void clients_areCounted() {
    Listener first = stage.connect("/", "10.0.0.1");
    Listener second = stage.connect("/", "10.0.0.1");
    assertEquals(1L, RailHubText.object(first.takeMessages().getFirst()).get("wsClients"));
    assertEquals(2L, RailHubText.object(second.takeMessages().getFirst()).get("wsClients"));
    stage.leave(first);
    assertEquals(1L, status(stage).get("wsClients"));
    stage.leave(second);
    assertEquals(0L, status(stage).get("wsClients"));
  }

  @Test
  void device_isAsItIsNow() {
    Device.Network network =
        new Device.Network("AA:BB", "10.1.1.1", "Caf\u00e9 \"5\"", "AP_STA", 3);
    Device device =
        new Device() {
          @Override
          public Network network() {
            return network;
          }

          @Override
          public Storage storage() {
            return new Storage(1L << 40, 2, 3, 1L << 41);
          }

          @Override
          public long uptimeMs() {
            return 1L << 42;
          }

          @Override
          public long freeHeap() {
            return 1L << 43;
          }

          @Override
          public String buildDate() {
            return "today";
          }
        };
    BoardId yard = SampleBoards.YARD;
    DialectStage here =
        new DialectStage(
            new RailHubDialect(yard, RailHubSettings.DEFAULT), SampleBoards.state(), device);
    String text = here.reply(Requests.get("/api/status")).body().text();
    String start =
        "{\"macAddress\":\"AA:BB\",\"name\":\"The"
            + " yard\",\"wifiMode\":\"AP_STA\",\"ip\":\"10.1.1.1\",\"ssid\":\"Caf\u00e9"
            + " \\\"5\\\"\",\"apClients\":3,\"freeHeap\":8796093022208,"
            + "\"uptime\":4398046511104,\"outputs\":[";
    String end =
        "\"buildDate\":\"today\",\"flashTotal\":1099511627776,\"flashUsed\":2,\"flashFree\":3,"
            + "\"flashPartition\":2199023255552}";
    assertEquals(start, text.substring(0, start.length()));
    assertEquals(end, text.substring(text.length() - end.length()));
    assertFalse(text.contains("\n"));
  }
}
