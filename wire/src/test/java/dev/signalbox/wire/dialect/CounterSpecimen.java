package dev.signalbox.wire.dialect;

import dev.signalbox.core.model.BoardId;
import dev.signalbox.core.model.Counter;
import dev.signalbox.core.model.Link;
import dev.signalbox.core.model.Rejection;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Dialect 1. */
record CounterSpecimen() implements Specimen {
  @Override
  public String name() {
    return "counter";
  }

  @Override
  public BoardId board() {
    return SampleBoards.COUNTER;
  }

  @Override
  public Dialect dialect(int room, boolean page) {
    return new CounterDialect(board(), new CounterDialect.Settings(room, page));
  }

  @Override
  public Listener follow(DialectStage stage, String address) {
    return stage.follow("/events", address);
  }

  @Override
  public boolean isRefused(DialectStage stage, String address) {
    return stage.ask(Requests.get("/events", address)).equals(Answer.tryAgain(5000));
  }

  @Override
  public void change(DialectStage stage, int time) {
    stage.become("counter", "counter", new Counter("Counter", 18 + time, 1, 500));
  }

  @Override
  public Object view(String received) {
    Map<String, Long> view = new HashMap<>();
    for (String data : SseText.data(received)) {
      boolean isCount = data.startsWith("clients:");
      view.put(isCount ? "clients" : "value", Long.valueOf(isCount ? data.substring(8) : data));
    }
    return view;
  }

  @Override
  public List<Request> commands() {
    return List.of(
        Requests.of("POST", "/reset", "{\"counter\":42}"),
        Requests.of("POST", "/reset", " {\"why\":[1,{}],\n\"counter\" : -2147483648 } "),
        Requests.of("POST", "/reset?x=y", "{\"counter\":2147483647}"));
  }

  @Override
  public Map<Request, Integer> mistakes() {
    Map<Request, Integer> mistakes = new LinkedHashMap<>();
    for (String body : BAD_BODIES) {
      mistakes.put(Requests.of("POST", "/reset", body), 400);
    }
    byte[] notUtf8 = {'{', '"', (byte) 0xff, '"', ':', '1', '}'};
    mistakes.put(Requests.of("POST", "/reset", notUtf8), 400);
    for (String method : List.of("GET", "HEAD", "PUT", "DELETE", "PATCH", "BREW")) {
      mistakes.put(Requests.of(method, "/reset", "{\"counter\":42}"), 405);
    }
    for (String method : List.of("HEAD", "POST", "PUT", "OPTIONS")) {
      mistakes.put(Requests.of(method, "/events", ""), 405);
    }
    mistakes.put(Requests.of("POST", "/", ""), 405);
    for (String path : List.of("/events/", "/Reset", "/resets", "", "//", "/../reset")) {
      mistakes.put(Requests.get(path), 404);
    }
    return mistakes;
  }

  private static final List<String> BAD_BODIES =
      List.of(
          "",
          " ",
          "{",
          "{\"counter\":4",
          "{\"counter\":}",
          "{}",
          "[]",
          "42",
          "\"counter\"",
          "null",
          "[{\"counter\":42}]",
          "{\"Counter\":42}",
          "{\"counter\":null}",
          "{\"counter\":true}",
          "{\"counter\":\"42\"}",
          "{\"counter\":[42]}",
          "{\"counter\":{\"counter\":42}}",
          "{\"counter\":42.0}",
          "{\"counter\":42.5}",
          "{\"counter\":1e3}",
          "{\"counter\":NaN}",
          "{\"counter\":2147483648}",
          "{\"counter\":-2147483649}",
          "{\"counter\":4294967296}",
          "{\"counter\":99999999999999999999}",
          "{\"counter\":1" + "0".repeat(10_000) + "}",
          "{\"counter\":42,\"counter\":43}",
          "{\"counter\":42} {}",
          "{\"counter\":42}\u0000",
          "\u0000{\"counter\":42}",
          "{\"counter\":0x2A}",
          "{'counter':42}",
          "counter=42",
          "{\"a\":".repeat(60_000 / 5));

  @Override
  public Map<String, byte[]> golden() {
    DialectStage stage = stage(2);
    Golden golden = new Golden(stage).answer("follow.txt", Requests.get("/events"));
    Listener first = stage.follow("/events");
    golden.told("first.txt", first);
    stage.pass(Duration.ofMillis(200));
    Listener second = stage.follow("/events");
    golden.told("second.txt", second).told("count.txt", first);
    golden.answer("full.txt", Requests.get("/events"));
    stage.stall(second);
    stage.become("counter", "counter", new Counter("Counter", -18, 1, 500));
    golden.told("change.txt", first);
    stage.recover(second);
    golden.told("catch-up.txt", second);
    stage.link("counter", new Link.Offline(0, "no answer"));
    return golden
        .answer("reset.txt", commands().getFirst())
        .answer("bad-reset.txt", Requests.of("POST", "/reset", "{}"))
        .put("offline.txt", Replies.bytes(offline(stage)))
        .refusal("refused.txt", 403)
        .refusal("too-fast.txt", 429)
        .answer("preflight.txt", Requests.of("OPTIONS", "/reset", ""))
        .answer("not-allowed.txt", Requests.get("/reset"))
        .answer("not-found.txt", Requests.get("/reset/x"))
        .files();
  }

  private Answer offline(DialectStage stage) {
    Rejection reason = new Rejection.BoardOffline(board(), "no answer");
    return stage.carried(commands().getFirst(), Replies.rejected(reason));
  }
}
