package dev.signalbox.wire.dialect;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.signalbox.core.model.BoardId;
import dev.signalbox.core.model.Output;
import dev.signalbox.core.model.Rejection;
import dev.signalbox.wire.dialect.RailHubSettings.Format;
import dev.signalbox.wire.dialect.RailHubSettings.GroupOutputs;
import dev.signalbox.wire.dialect.RailHubSettings.Page;
import dev.signalbox.wire.dialect.RailHubSettings.UptimeUnit;
import dev.signalbox.wire.dialect.RailHubSettings.Variant;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** Dialect 4, as one of its two firmwares. */
record RailHubSpecimen(Variant variant) implements Specimen {
  static final String PATH = "/";

  /** One of each kind, beside a golden file of that name. */
  private static final Map<String, Request> COMMANDS = new LinkedHashMap<>();

  static {
    command("control", "control", "{\"pin\":4,\"active\":true,\"brightness\":75}");
    command("name", "name", "{\"pin\":4,\"name\":\"Station Light\"}");
    command("name-none", "name", "{\"pin\":4,\"name\":\"\"}");
    command("interval", "interval", "{\"pin\":4,\"interval\":500}");
    command("create", "chasing/create", "{\"groupId\":0,\"interval\":300,\"outputs\":[4,5]}");
    command("group-name", "chasing/name", "{\"groupId\":3,\"name\":\"Approach\"}");
    command("delete", "chasing/delete", "{\"groupId\":3}");
    command("reset", "reset", "");
  }

  private static void command(String file, String api, String body) {
    COMMANDS.put(file + ".txt", post(api, body));
  }

  @Override
  public String name() {
    return "railhub-" + variant.name().toLowerCase(Locale.ROOT);
  }

  @Override
  public BoardId board() {
    return SampleBoards.YARD;
  }

  @Override
  public Dialect dialect(int room, boolean page) {
    return new RailHubDialect(board(), settings(room, page));
  }

  private RailHubSettings settings(int room, boolean page) {
    return new RailHubSettings(
        new Format(variant, UptimeUnit.MILLISECONDS, GroupOutputs.PINS),
        RailHubSettings.DEFAULT.broadcast(),
        room,
        4,
        page ? Optional.of(new Page(8092)) : Optional.empty());
  }

  @Override
  public Listener follow(DialectStage stage, String address) {
    return stage.connect(PATH, address);
  }

  @Override
  public boolean isRefused(DialectStage stage, String address) {
    return stage.refusal(PATH, address).equals(Optional.of("Too many clients (max 3)"));
  }

  @Override
  public void change(DialectStage stage, int time) {
    stage.become("yard", "out1", new Output("Output 1", 4, true, time % 100, 0, 0));
  }

  @Override
  public Object view(String received) {
    return received.substring(received.lastIndexOf("{\"macAddress\""));
  }

  static Request post(String api, String body) {
    return Requests.of("POST", "/api/" + api, body);
  }

  @Override
  public List<Request> commands() {
    return List.copyOf(COMMANDS.values());
  }

  @Override
  public Map<Request, Integer> mistakes() {
    Map<Request, Integer> mistakes = new LinkedHashMap<>();
    RailHubMistakes.ALL.forEach(
        (request, reply) -> mistakes.put(post(request.api(), request.body()), reply.status()));
    for (String method : List.of("GET", "HEAD", "PUT", "DELETE", "OPTIONS")) {
      mistakes.put(Requests.of(method, "/api/control", ""), 405);
    }
    for (String method : List.of("POST", "PUT", "OPTIONS")) {
      mistakes.put(Requests.of(method, "/api/status", ""), 405);
      mistakes.put(Requests.of(method, "/", ""), 405);
    }
    for (String path : List.of("", "/api", "/api/", "/api/contro", "/api/status/", "/index.html")) {
      mistakes.put(Requests.get(path), 404);
    }
    return mistakes;
  }

  @Override
  public String sentence(Answer.Reply refusal) {
    assertEquals(Optional.of("application/json"), Replies.header(refusal, "Content-Type"));
    Map<?, ?> body = RailHubMessage.object(refusal.body()).orElseThrow();
    assertEquals(Set.of("error"), body.keySet());
    return String.valueOf(body.get("error"));
  }

  @Override
  public int pageLimit() {
    return 16 * 1024;
  }

  @Override
  public Map<String, byte[]> golden() {
    DialectStage stage = stage(1);
    Listener listener = follow(stage, DialectStage.ADDRESS);
    Golden golden = new Golden(stage).told("first.txt", listener);
    change(stage, 75);
    golden.told("change.txt", listener);
    stage.pass(Duration.ofMillis(400));
    golden.told("step.txt", listener);
    stage.pass(Duration.ofMillis(100));
    golden.told("regular.txt", listener).answer("status.txt", Requests.get("/api/status"));
    if (variant == Variant.ESP8266) {
      answers(golden, stage);
    }
    return golden.files();
  }

  /** What both variants answer alike. */
  private void answers(Golden golden, DialectStage stage) {
    COMMANDS.forEach(golden::answer);
    RailHubMistakes.NAMED.forEach((file, request) ->
        golden.answer("error-" + file + ".txt", post(request.api(), request.body())));
    golden.answer("error-method.txt", Requests.get("/api/control"));
    golden.answer("error-path.txt", Requests.get("/api/nothing"));
    golden.refusal("refused.txt", 403).refusal("too-fast.txt", 429);
    Request create = Objects.requireNonNull(COMMANDS.get("create.txt"));
    refused(golden, stage, "group-limit", create, new Rejection.Conflict("All in use."));
    Request control = Objects.requireNonNull(COMMANDS.get("control.txt"));
    refused(golden, stage, "busy", control, new Rejection.Unavailable("Too many wait."));
  }

  private static void refused(
      Golden golden, DialectStage stage, String file, Request request, Rejection reason) {
    Answer.Reply told = stage.carried(request, Replies.rejected(reason));
    golden.put("error-" + file + ".txt", Replies.bytes(told));
  }
}
