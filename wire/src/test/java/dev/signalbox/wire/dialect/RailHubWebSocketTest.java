package dev.signalbox.wire.dialect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;

import dev.signalbox.core.model.Output;
import dev.signalbox.core.model.Rejection;
import dev.signalbox.wire.dialect.RailHubSettings.Variant;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What RailHub's clients say over their WebSockets, and what comes of it. */
class RailHubWebSocketTest {
  private final DialectStage stage = new RailHubSpecimen(Variant.ESP8266).stage();
  private final Listener listener = stage.connect("/", "10.0.0.1");

  /** A request as it is said over a WebSocket. */
  private static String message(String api, String body, String more) {
    String fields = body.isBlank() ? "" : body.substring(1, body.length() - 1);
    return "{\"api\":\"" + api + "\"" + (fields.isBlank() ? "" : "," + fields) + more + "}";
  }

  private String said(String text) {
    return assertInstanceOf(Heard.Say.class, stage.say(listener, text)).message().text();
  }

  private Heard.Carry carried(String text) {
    return assertInstanceOf(Heard.Carry.class, stage.say(listener, text));
  }

  @TestFactory
  Stream<DynamicTest> command_isAnsweredAsOverHttpWithItsId() {
    return new RailHubSpecimen(Variant.ESP8266)
        .commands().stream()
            .map(request ->
                DynamicTest.dynamicTest(
                    request.path() + " " + request.body(),
                    () -> {
                      Answer.Carry http = assertInstanceOf(Answer.Carry.class, stage.ask(request));
                      String api = request.path().substring("/api/".length());
                      String body = request.body().text();
                      Heard.Carry plain = carried(message(api, body, ""));
                      Heard.Carry named = carried(message(api, body, ",\"id\":7"));
                      assertEquals(http.commands(), plain.commands());
                      assertEquals(http.commands(), named.commands());
                      String answer = Replies.told(http, Replies.ACCEPTED).body().text();
                      assertEquals(answer, plain.then().apply(Replies.ACCEPTED).text());
                      assertEquals(
                          withId(answer, "7"), named.then().apply(Replies.ACCEPTED).text());
                      assertEquals(
                          withId("{\"error\":\"Too many wait.\"}", "7"),
                          named
                              .then()
                              .apply(Replies.rejected(new Rejection.Unavailable("Too many wait.")))
                              .text());
                    }));
  }

  private static String withId(String answer, String id) {
    return answer.substring(0, answer.length() - 1) + ",\"id\":" + id + "}";
  }

  @TestFactory
  Stream<DynamicTest> mistake_isToldAsOverHttpWithItsId() {
    return RailHubMistakes.ALL.entrySet().stream()
        .filter(entry -> entry.getKey().body().matches("\\{.*[^{]}"))
        .filter(entry -> !entry.getKey().body().contains("}{"))
        .map(entry -> {
          String text = message(entry.getKey().api(), entry.getKey().body(), ",\"id\":\"x\"");
          String answer = "{\"error\":\"" + entry.getValue().error() + "\"}";
          boolean isJson = isJson(text);
          return DynamicTest.dynamicTest(
              text.length() <= 100 ? text : text.substring(0, 100),
              () -> assertEquals(isJson ? withId(answer, "\"x\"") : answer, said(text)));
        });
  }

  private static boolean isJson(String text) {
    return RailHubMessage.object(Payload.of(text)).isPresent();
  }

  @ParameterizedTest
  @ValueSource(strings = {"7", "-1", "0", "1.5", "9007199254740991", "\"\"", "\"a \\\"b\\\"\""})
  void id_isToldBack(String id) {
    assertEquals(
        withId("{\"error\":\"Output not found\"}", id),
        said("{\"api\":\"control\",\"pin\":99,\"active\":true,\"id\":" + id + "}"));
  }

  @ParameterizedTest
  @CsvSource({
    "null, '{\"error\":\"Output not found\"}'",
    "1.0, '{\"error\":\"Output not found\",\"id\":1}'",
    "'\"\\ud800\"', '{\"error\":\"Output not found\",\"id\":\"\\uD800\"}'"
  })
  void id_inAnotherForm(String id, String answer) {
    assertEquals(
        answer, said("{\"id\":" + id + ",\"api\":\"control\",\"pin\":99,\"active\":true}"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"true", "[]", "{}", "1e999", "[7]"})
  void id_thatCanNotBe(String id) {
    assertEquals("{\"error\":\"Invalid JSON\"}", said("{\"api\":\"reset\",\"id\":" + id + "}"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "x",
        "ping",
        "{",
        "[]",
        "7",
        "null",
        "{}",
        "{\"api\":7}",
        "{\"api\":null}",
        "{\"subscribe\":\"outputs\"}",
        "{\"subscribe\":null}",
        "{\"a\":1,\"a\":1}",
        "\u0000",
        "\ud800"
      })
  void text_thatIsNoMessage(String text) {
    assertEquals("{\"error\":\"Invalid JSON\"}", said(text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "status", "/api/control", "control ", "Control", "chasing", "x\u0000"})
  void api_thatThereIsNot(String api) {
    String escaped = api.replace("\u0000", "\\u0000");
    assertEquals(
        "{\"error\":\"Unknown api\",\"id\":1}",
        said("{\"api\":\"" + escaped + "\",\"id\":1,\"subscribe\":[\"outputs\"]}"));
  }

  @Test
  void misunderstanding_changesNothing() {
    listener.take();
    said("nonsense");
    said("{\"subscribe\":[\"nonsense\"]}");
    stage.pass(Duration.ofMillis(500));
    assertEquals(16, RailHubText.object(listener.takeMessages().getLast()).size());
  }

  @Test
  void subscribe_narrowsWhatComes() {
    String outputs = said("{\"subscribe\":[\"outputs\"]}");
    assertEquals(List.of("outputs"), RailHubText.keys(RailHubText.object(Payload.of(outputs))));
    listener.take();
    stage.become("yard", "out1", new Output("A", 4, true, 1, 0, 0));
    List<Payload> told = listener.takeMessages();
    assertEquals(1, told.size());
    Map<?, ?> frame = RailHubText.object(told.getFirst());
    assertEquals(List.of("outputs"), RailHubText.keys(frame));
    assertEquals("A", RailHubText.at(frame, "outputs", 0).get("name"));
  }

  @Test
  void subscribe_inTheOrderOfTheStatus() {
    String said = said("{\"subscribe\":[\"wsClients\",\"name\",\"wsClients\",\"uptime\"]}");
    assertEquals("{\"name\":\"The yard\",\"uptime\":123456,\"wsClients\":1}", said);
  }

  @Test
  void subscribe_again() {
    said("{\"subscribe\":[\"outputs\"]}");
    assertEquals("{\"wsClients\":1}", said("{\"subscribe\":[\"wsClients\"]}"));
    assertEquals(16, RailHubText.object(Payload.of(said("{\"subscribe\":[]}"))).size());
    listener.take();
    stage.pass(Duration.ofMillis(500));
    assertEquals(16, RailHubText.object(listener.takeMessages().getLast()).size());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"[\"pin\"]", "[\"Outputs\"]", "[7]", "[null]", "[\"outputs\",[]]", "[\"\"]"})
  void subscribe_toWhatThereIsNot(String keys) {
    assertEquals(
        "{\"error\":\"Unknown key in subscribe\",\"id\":3}",
        said("{\"subscribe\":" + keys + ",\"id\":3}"));
  }

  @Test
  void subscribe_toGroupsThatTheEsp32HasNot() {
    DialectStage esp32 = new RailHubSpecimen(Variant.ESP32).stage();
    Listener one = esp32.connect("/", "10.0.0.1");
    Heard.Say said =
        assertInstanceOf(
            Heard.Say.class, esp32.say(one, "{\"subscribe\":[\"chasingGroups\",\"name\"]}"));
    assertEquals("{\"name\":\"The yard\"}", said.message().text());
    said = assertInstanceOf(Heard.Say.class, esp32.say(one, "{\"subscribe\":[\"chasingGroups\"]}"));
    assertEquals("{}", said.message().text());
  }

  @Test
  void selections_areEncodedOnceEach() {
    List<Listener> whole = new ArrayList<>(List.of(listener));
    List<Listener> outputs = new ArrayList<>();
    List<Listener> names = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      whole.add(stage.connect("/", "10.0.0.1"));
      outputs.add(stage.connect("/", "10.0.0.1"));
      names.add(stage.connect("/", "10.0.0.1"));
    }
    outputs.forEach(one -> stage.say(one, "{\"subscribe\":[\"outputs\",\"name\"]}"));
    names.forEach(one -> stage.say(one, "{\"subscribe\":[\"name\"]}"));
    stage.pass(Duration.ofMillis(100));
    Stream.of(whole, outputs, names).flatMap(List::stream).forEach(Listener::take);
    stage.become("yard", "out1", new Output("A", 4, true, 1, 0, 0));
    assertEquals(16, RailHubText.object(sameForAll(whole)).size());
    assertEquals(2, RailHubText.object(sameForAll(outputs)).size());
    assertEquals("{\"name\":\"The yard\"}", sameForAll(names).text());
  }

  private static Payload sameForAll(List<Listener> listeners) {
    List<Payload> first = listeners.getFirst().takeMessages();
    assertEquals(1, first.size());
    for (Listener listener : listeners.subList(1, listeners.size())) {
      assertSame(first.getFirst(), listener.takeMessages().getFirst());
    }
    return first.getFirst();
  }

  @Test
  void slowClient_catchesUpWithItsSelection() {
    said("{\"subscribe\":[\"wsClients\"]}");
    stage.stall(listener);
    stage.pass(Duration.ofSeconds(2));
    listener.take();
    stage.recover(listener);
    assertEquals("{\"wsClients\":1}", listener.take());
  }

  @Test
  void clientThatIsGone_leavesNothingBehind() {
    said("{\"subscribe\":[\"name\"]}");
    stage.leave(listener);
    assertInstanceOf(Heard.Say.class, stage.say(listener, "{\"subscribe\":[\"name\"]}"));
    Listener next = stage.connect("/", "10.0.0.1");
    next.take();
    int before = stage.broadcasts();
    stage.pass(Duration.ofMillis(500));
    assertEquals(before + 2, stage.broadcasts());
    assertEquals(16, RailHubText.object(next.takeMessages().getLast()).size());
  }
}
