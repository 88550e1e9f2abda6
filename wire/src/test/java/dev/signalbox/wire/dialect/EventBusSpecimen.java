package dev.signalbox.wire.dialect;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.signalbox.core.model.BoardId;
import dev.signalbox.core.model.Sensor;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Dialect 3. */
record EventBusSpecimen() implements Specimen {
  private static final Duration KEEP_ALIVE = Duration.ofSeconds(30);
  private static final Pattern STATE = Pattern.compile("\"TYPE\":\"STATE\", (\"[^\"]*\"):(.*)}");

  static {
    Quiet.silence(EventBusDialect.class);
  }

  @Override
  public String name() {
    return "event-bus";
  }

  @Override
  public BoardId board() {
    return SampleBoards.SENSORS;
  }

  @Override
  public Dialect dialect(int room, boolean page) {
    int channels = room == 0 ? 10_000 : room;
    return new EventBusDialect(board(), new EventBusDialect.Settings(channels, KEEP_ALIVE, page));
  }

  @Override
  public Listener follow(DialectStage stage, String address) {
    Answer.Reply reply = stage.reply(Requests.get("/rest/events/subscribe", address));
    assertEquals(200, reply.status());
    return stage.follow(URI.create(reply.body().text()).getPath(), address);
  }

  @Override
  public boolean isRefused(DialectStage stage, String address) {
    Answer.Reply reply = stage.reply(Requests.get("/rest/events/subscribe", address));
    return reply.status() == 404 && Replies.header(reply, "Retry-After").isPresent();
  }

  @Override
  public void leaveForGood(DialectStage stage, Listener listener) {
    stage.leave(listener);
    stage.pass(KEEP_ALIVE);
  }

  @Override
  public void change(DialectStage stage, int time) {
    String letter = time % 2 == 0 ? "a" : "b";
    String name = time % 2 == 0 ? "sensorA" : "sensorB";
    stage.become("sensors", "sensor-" + letter, new Sensor(name, 100 + time, "", 98 + time));
  }

  @Override
  public Object view(String received) {
    Map<String, String> view = new HashMap<>();
    for (SseText.Event event : SseText.events(received)) {
      assertEquals("event", event.name());
      Matcher state = STATE.matcher(event.data());
      if (state.find()) {
        view.put(state.group(1), state.group(2));
      }
    }
    return view;
  }

  @Override
  public List<Request> commands() {
    return List.of();
  }

  @Override
  public Map<Request, Integer> mistakes() {
    Map<Request, Integer> mistakes = new LinkedHashMap<>();
    List<String> paths =
        List.of(
            "/rest/events/",
            "/rest/events/0",
            "/rest/events/7",
            "/rest/events/10000",
            "/rest/events/999999",
            "/rest/events/99999999999999999999",
            "/rest/events/-1",
            "/rest/events/+0",
            "/rest/events/0/",
            "/rest/events/0x0",
            "/rest/events/ 0",
            "/rest/events/\u0660",
            "/rest/events/subscribe/",
            "/rest/events",
            "/favicon.ico",
            "");
    for (String path : paths) {
      mistakes.put(Requests.get(path), 404);
    }
    for (String method : List.of("HEAD", "POST", "PUT", "DELETE", "OPTIONS", "BREW")) {
      mistakes.put(Requests.of(method, "/rest/events/subscribe", ""), 404);
    }
    mistakes.put(Requests.of("POST", "/", ""), 404);
    return mistakes;
  }

  @Override
  public Map<String, byte[]> golden() {
    DialectStage stage = stage(1);
    Golden golden =
        new Golden(stage)
            .answer("subscribe.txt", Requests.get("/rest/events/subscribe"))
            .answer("full.txt", Requests.get("/rest/events/subscribe"))
            .answer("follow.txt", Requests.get("/rest/events/0"))
            .answer("not-found.txt", Requests.get("/x?a=b"))
            .answer("not-found-post.txt", Requests.of("DELETE", "/x?a=b&c=&=", "d=e"))
            .refusal("refused.txt", 403)
            .refusal("too-fast.txt", 429);
    Listener listener = stage.follow("/rest/events/0");
    stage.become("sensors", "sensor-a", new Sensor("sensorA", 17664, "", 49362));
    golden.told("state.txt", listener);
    stage.become("sensors", "sensor-b", new Sensor("a \"b\"\u2028\\", -21.5, "", 13502));
    golden.told("state-untidy.txt", listener);
    stage.pass(KEEP_ALIVE);
    golden.told("keep-alive.txt", listener);
    stage.stall(listener);
    stage.become("sensors", "sensor-a", new Sensor("sensorA", 65535, "", 17664));
    stage.become("sensors", "sensor-a", new Sensor("sensorA", 0, "", 65535));
    stage.recover(listener);
    return golden.told("catch-up.txt", listener).files();
  }
}
