package dev.signalbox.server;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.signalbox.core.model.PartId;
import dev.signalbox.core.model.Report;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** Commands and reports of every kind, at random: one of those who change the state. */
final class StressRain {
  private static final String PARTS = "/v1/boards/yard/parts/";

  /** How many may wait to be taken in: all that do are one publication. */
  private static final int REPORTS_AHEAD = 32;

  /** Few enough that it has not to answer a ping. */
  private static final int COMMANDS_OF_ONE = 50;

  private final ServedHub hub;
  private final Random random;
  private int count;
  private @Nullable RawWebSocket socket;

  StressRain(ServedHub hub, long seed) {
    this.hub = hub;
    this.random = new Random(seed);
  }

  /** One report of a driver, or of several changes that become true together. */
  void report() {
    if (count++ % REPORTS_AHEAD == 0) {
      hub.settle();
    }
    switch (random.nextInt(6)) {
      case 0, 1 -> hub.countPatiently(count);
      case 2 -> hub.reportPatiently("far", observed("sensor", "value", random.nextInt(1_000)));
      case 3 ->
          hub.reportPatiently(
              "far",
              random.nextBoolean()
                  ? new Report.LinkLost("gone " + count)
                  : new Report.LinkRestored());
      case 4 -> hub.reportPatiently("yard", output(), output(), output());
      default -> hub.reportPatiently("yard", output());
    }
  }

  private Report output() {
    Map<String, Object> values =
        Map.of("name", "A name like any other, number " + count, "brightness", random.nextInt(101));
    return new Report.Observed(new PartId(out()), values);
  }

  private static Report observed(String part, String property, Object value) {
    return Report.Observed.of(new PartId(part), property, value);
  }

  private String out() {
    return "out" + (1 + random.nextInt(8));
  }

  /** One request over a connection of its own. */
  void request() {
    int status = hub.ask(ask()).status();
    assertTrue(List.of(200, 201, 204, 404, 409).contains(status), "answered with " + status);
  }

  private Ask ask() {
    return switch (random.nextInt(7)) {
      case 0 -> Ask.of("POST", PARTS + out() + "/toggle");
      case 1 -> Ask.patch(PARTS + out(), "{\"brightness\":" + random.nextInt(101) + "}");
      case 2 -> Ask.post("/v1/boards/yard/parts", "{\"kind\":\"chase\",\"members\":" + members());
      case 3 -> Ask.of("DELETE", PARTS + "chase" + (1 + random.nextInt(4)));
      case 4 -> Ask.patch("/v1/boards/toggle", "{\"name\":\"Toggle " + random.nextInt(9) + "\"}");
      case 5 -> Ask.post("/v1/commands", "[" + wish() + "," + wish() + "," + wish() + "]");
      default -> Ask.of("POST", "/v1/boards/toggle/parts/led/toggle");
    };
  }

  private String members() {
    return "[\"" + out() + "\"],\"interval\":" + (100 + random.nextInt(100)) + "}";
  }

  private String wish() {
    return "{\"board\":\"yard\",\"part\":\"" + out() + "\",\"do\":\"toggle\"}";
  }

  /** One command over a WebSocket, which is a new one every now and then. */
  void command() {
    if (count++ % COMMANDS_OF_ONE == 0) {
      leave();
      socket = RawWebSocket.greeted(hub);
    }
    socket.say("{\"command\":{\"id\":" + count + "," + wish().substring(1) + "}");
    assertTrue(socket.next("result").data().at("accepted").flag());
  }

  /** Ends the last WebSocket. */
  void leave() {
    if (socket != null) {
      socket.close();
    }
  }

  /** Gives all boards the same name, and nothing happens afterwards. */
  static void end(ServedHub hub, String name) {
    hub.reportPatiently("far", new Report.LinkRestored());
    for (String board : List.of("counter", "toggle", "yard", "far")) {
      hub.ask(Ask.patch("/v1/boards/" + board, "{\"name\":\"" + name + "\"}")).expect(200);
    }
  }
}
