package dev.signalbox.wire.dialect;

import dev.signalbox.core.model.BoardId;
import dev.signalbox.core.model.Led;
import dev.signalbox.core.model.Rejection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Dialect 2. */
record LedSpecimen() implements Specimen {
  @Override
  public String name() {
    return "led";
  }

  @Override
  public BoardId board() {
    return SampleBoards.TOGGLE;
  }

  @Override
  public Dialect dialect(int room, boolean page) {
    return new LedDialect(board(), new LedDialect.Settings(room, page));
  }

  @Override
  public Listener follow(DialectStage stage, String address) {
    return stage.follow("/demo_sse", address);
  }

  @Override
  public boolean isRefused(DialectStage stage, String address) {
    return stage.ask(Requests.get("/demo_sse", address)).equals(Answer.tryAgain(5000));
  }

  @Override
  public void change(DialectStage stage, int time) {
    stage.become("toggle", "led", new Led("LED", time % 2 == 0));
  }

  @Override
  public Object view(String received) {
    return SseText.data(received).getLast();
  }

  @Override
  public List<Request> commands() {
    return List.of(
        Requests.of("PUT", "/ctrl", "btnLed"),
        Requests.of("PUT", "/ctrl?a=b", "\u0000xbtnLed\r\n"),
        Requests.of("PUT", "/ctrl", "{\"button\":\"btnLed\"}"));
  }

  @Override
  public Map<Request, Integer> mistakes() {
    Map<Request, Integer> mistakes = new LinkedHashMap<>();
    for (String body : List.of("", "btn", "btnled", "BTNLED", "b t n L e d", "\u0000", "{}")) {
      mistakes.put(Requests.of("PUT", "/ctrl", body), 400);
    }
    mistakes.put(Requests.of("PUT", "/ctrl", new byte[] {(byte) 0xff, (byte) 0xfe}), 400);
    for (String method : List.of("GET", "HEAD", "POST", "DELETE", "OPTIONS")) {
      mistakes.put(Requests.of(method, "/ctrl", "btnLed"), 405);
    }
    for (String method : List.of("HEAD", "PUT", "POST")) {
      mistakes.put(Requests.of(method, "/demo_sse", ""), 405);
    }
    for (String file : List.of("/", "/index.html", "/LedBlue.png", "/favicon.ico")) {
      mistakes.put(Requests.of("PUT", file, "btnLed"), 405);
    }
    for (String path : List.of("/ledblue.png", "/LedRed.png", "/ctrl/", "", "/../led.html")) {
      mistakes.put(Requests.get(path), 404);
    }
    return mistakes;
  }

  @Override
  public Map<String, byte[]> golden() {
    DialectStage stage = stage(1);
    Golden golden = new Golden(stage).answer("follow.txt", Requests.get("/demo_sse"));
    Listener listener = stage.follow("/demo_sse");
    golden.told("first.txt", listener).answer("full.txt", Requests.get("/demo_sse"));
    stage.become("toggle", "led", new Led("LED", true));
    golden.told("change.txt", listener);
    stage.stall(listener);
    stage.become("toggle", "led", new Led("LED", false));
    stage.recover(listener);
    Rejection reason = new Rejection.Unavailable("Too many commands are waiting.");
    return golden
        .told("catch-up.txt", listener)
        .answer("toggle.txt", commands().getFirst())
        .put(
            "busy.txt",
            Replies.bytes(stage.carried(commands().getFirst(), Replies.rejected(reason))))
        .answer("unknown-button.txt", Requests.of("PUT", "/ctrl", "btnRed"))
        .refusal("refused.txt", 403)
        .refusal("too-fast.txt", 429)
        .answer("index.txt", Requests.get("/index.html"))
        .answer("not-allowed.txt", Requests.get("/ctrl"))
        .answer("not-found.txt", Requests.get("/LedRed.png"))
        .files();
  }
}
