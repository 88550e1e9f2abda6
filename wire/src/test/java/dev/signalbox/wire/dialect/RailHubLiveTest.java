package dev.signalbox.wire.dialect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.signalbox.core.model.Command;
import dev.signalbox.core.model.Outcome;
import dev.signalbox.testkit.SteppedHub;
import dev.signalbox.wire.dialect.RailHubSettings.Variant;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Two pages and a script on one board, with the real engine behind them. */
class RailHubLiveTest {
  private final SteppedHub hub = SampleBoards.hub();
  private final DialectStage stage =
      new DialectStage(new RailHubSpecimen(Variant.ESP8266).dialect(), hub.state());
  private final Listener page = stage.connect("/", "10.0.0.1");
  private final Listener otherPage = stage.connect("/", "10.0.0.2");
  private final Listener script = stage.connect("/", "10.0.0.3");

  @AfterEach
  void close() {
    hub.close();
  }

  /** Posts; the answer comes after the changes. */
  private String post(String api, String body) {
    return switch (stage.ask(RailHubSpecimen.post(api, body))) {
      case Answer.Reply reply -> reply.body().text();
      case Answer.Carry carry -> stage.told(carry, carryOut(carry.commands())).body().text();
      case Answer.Follow follow -> throw new AssertionError(follow);
    };
  }

  private String say(Listener listener, String text) {
    return switch (stage.say(listener, text)) {
      case Heard.Say say -> say.message().text();
      case Heard.Carry carry -> carry.then().apply(carryOut(carry.commands())).text();
      case Heard.Nothing _ -> "";
    };
  }

  private Outcome carryOut(List<Command> commands) {
    int before = hub.changes().size();
    Outcome outcome = hub.submit(commands.toArray(Command[]::new));
    stage.apply(hub.changesAfter(before));
    return outcome;
  }

  /** Time passes for the hub and its dialect alike. */
  private void passMs(long ms) {
    hub.step(Duration.ofMillis(ms));
    stage.pass(Duration.ofMillis(ms));
  }

  private Map<?, ?> status() {
    return RailHubText.object(stage.reply(Requests.get("/api/status")).body());
  }

  private List<Object> groups(String key) {
    return RailHubText.each(status(), "chasingGroups", key);
  }

  @Test
  void everyoneSeesTheSame_stepByStep() {
    assertEquals("{\"success\":true}", post("chasing/delete", "{\"groupId\":3}"));
    passMs(30);
    String create = "{\"groupId\":0,\"interval\":300,\"outputs\":[4,5,12,13],\"name\":\"Runway\"}";
    assertEquals("{\"success\":true,\"groupId\":0}", post("chasing/create", create));
    List.of(page, otherPage, script).forEach(Listener::take);
    passMs(150);
    assertEquals(
        "{\"status\":\"ok\",\"id\":7}",
        say(script, "{\"api\":\"control\",\"pin\":5,\"active\":true,\"brightness\":40,\"id\":7}"));
    passMs(2400);
    List<Payload> seen = page.takeMessages();
    assertEquals(seen, otherPage.takeMessages());
    assertEquals(seen, script.takeMessages());
    assertEquals(List.of(0L, 1L, 2L, 3L, 0L, 1L, 2L, 3L, 0L), steps(seen));
    assertEquals(List.of(40L), brightnesses(seen));
  }

  /** The steps as they were taken. */
  private static List<Object> steps(List<Payload> frames) {
    List<Object> steps = new ArrayList<>();
    for (Payload frame : frames) {
      Object step =
          RailHubText.at(RailHubText.object(frame), "chasingGroups", 0).get("currentStep");
      if (steps.isEmpty() || !steps.getLast().equals(step)) {
        steps.add(step);
      }
    }
    return steps;
  }

  private static List<Object> brightnesses(List<Payload> frames) {
    return frames.stream()
        .<Object>map(
            frame -> RailHubText.at(RailHubText.object(frame), "outputs", 1).get("brightness"))
        .distinct()
        .toList();
  }

  @Test
  void output_leavesItsEarlierGroup() {
    post("chasing/create", "{\"groupId\":0,\"interval\":300,\"outputs\":[4,5]}");
    post("chasing/create", "{\"groupId\":1,\"interval\":300,\"outputs\":[5,12]}");
    assertEquals(List.of(3L, 0L, 1L), groups("id"));
    assertEquals(List.of(List.of(13L), List.of(4L), List.of(5L, 12L)), groups("outputs"));
    post("chasing/create", "{\"groupId\":2,\"interval\":300,\"outputs\":[13]}");
    assertEquals(List.of(0L, 1L, 2L), groups("id"));
  }

  @Test
  void create_replacesTheGroupOfThatNumber() {
    String made = "{\"success\":true,\"groupId\":3}";
    String first = "{\"groupId\":3,\"interval\":500,\"outputs\":[15],\"name\":\"New\"}";
    assertEquals(made, post("chasing/create", first));
    assertEquals(List.of("New"), groups("name"));
    assertEquals(List.of(500L), groups("interval"));
    assertEquals(List.of(List.of(15L)), groups("outputs"));
    assertEquals(made, post("chasing/create", "{\"groupId\":3,\"interval\":100,\"outputs\":[2]}"));
    assertEquals(List.of("Group 3"), groups("name"));
  }

  @Test
  void create_ofAFifthGroup() {
    for (int group = 0; group < 3; group++) {
      String body = "{\"groupId\":" + group + ",\"interval\":300,\"outputs\":[" + pin(group) + "]}";
      assertEquals("{\"success\":true,\"groupId\":" + group + "}", post("chasing/create", body));
    }
    Map<?, ?> before = status();
    assertEquals(
        "{\"error\":\"Group limit reached (max 4)\"}",
        post("chasing/create", "{\"groupId\":4,\"interval\":300,\"outputs\":[15]}"));
    assertEquals(before, status());
    post("chasing/delete", "{\"groupId\":1}");
    assertEquals(
        "{\"success\":true,\"groupId\":4}",
        post("chasing/create", "{\"groupId\":4,\"interval\":300,\"outputs\":[15]}"));
  }

  private static int pin(int group) {
    return List.of(4, 5, 16).get(group);
  }

  @Test
  void name_givenAndTakenAway() {
    post("name", "{\"pin\":4,\"name\":\" Station Light \"}");
    assertEquals("Station Light", RailHubText.at(status(), "outputs", 0).get("name"));
    post("name", "{\"pin\":4,\"name\":\"\"}");
    assertEquals("Output 1", RailHubText.at(status(), "outputs", 0).get("name"));
    post("chasing/name", "{\"groupId\":3,\"name\":\"Approach\"}");
    assertEquals(List.of("Approach"), groups("name"));
    post("chasing/name", "{\"groupId\":3,\"name\":\" \"}");
    assertEquals(List.of("Runway"), groups("name"));
  }

  @Test
  void name_takenAwayFromAGroupThatWasMade() {
    String create = "{\"groupId\":0,\"interval\":300,\"outputs\":[4],\"name\":\"Runway\"}";
    post("chasing/create", create);
    post("chasing/name", "{\"groupId\":0,\"name\":\"\"}");
    assertEquals(List.of("Runway", "Group 0"), groups("name"));
  }

  @Test
  void reset_bringsEverythingBack() {
    Map<?, ?> before = status();
    post("control", "{\"pin\":4,\"active\":true,\"brightness\":10}");
    post("interval", "{\"pin\":5,\"interval\":500}");
    post("name", "{\"pin\":12,\"name\":\"A\"}");
    post("chasing/delete", "{\"groupId\":3}");
    post("chasing/create", "{\"groupId\":0,\"interval\":300,\"outputs\":[4,5]}");
    assertEquals("{\"status\":\"reset_complete\"}", post("reset", ""));
    assertEquals(before, status());
  }

  @Test
  void mistakes_changeNothingAndNobodyNotices() {
    List.of(page, otherPage, script).forEach(Listener::take);
    long sequence = hub.state().sequence();
    RailHubMistakes.ALL
        .keySet()
        .forEach(mistake -> {
          assertInstanceOf(
              Answer.Reply.class, stage.ask(RailHubSpecimen.post(mistake.api(), mistake.body())));
          say(script, mistake.body());
        });
    assertEquals(sequence, hub.state().sequence());
    assertEquals("", page.take() + otherPage.take() + script.take());
  }

  @Test
  void create_ofTheSameGroupBeginsAgain() {
    String body = "{\"groupId\":0,\"interval\":300,\"outputs\":[4,5]}";
    for (int time = 0; time < 3; time++) {
      post("chasing/create", body);
      assertEquals(0L, groups("currentStep").getLast());
      passMs(310);
      assertEquals(1L, groups("currentStep").getLast());
    }
  }
}
