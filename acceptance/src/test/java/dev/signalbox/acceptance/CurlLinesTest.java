package dev.signalbox.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * The curl lines that the firmwares' documents and ours have, run by a shell with nothing in them
 * changed but the address, and answered as the document says.
 *
 * <p>Of the four firmwares' documents those of the counter and of the event bus have such lines:
 * one and two. The LED's and RailHub's have none.
 */
class CurlLinesTest {
  private static final String COUNTER_DOCUMENT_RESET =
      """
      curl -X POST http://[ESP32_IP_ADDRESS]/reset \\
        -H "Content-Type: application/json" \\
        -d '{"counter": 42}'
      """;
  private static final String BUS_DOCUMENT_SUBSCRIBE =
      "curl -sS \"http://:/rest/events/subscribe\"";

  /** The channel at its end is the one that the answer to the line above names. */
  private static final String BUS_DOCUMENT_LISTEN = "curl -sS \"http://:/rest/events/\"";

  private static final Path OUR_DOCUMENT = Program.ROOT.resolve("docs/coming-from-a-firmware.md");
  private static final String OUR_ADDRESS = "127.0.0.1:8080";

  @RegisterExtension final Stage stage = new Stage();

  @Test
  void counterDocument_reset_setsTheValueForEveryone() throws Exception {
    int port = FreePort.any();
    hub(
        """
        boards:
          counter: {kind: counter, counter: {step: 0}}
        listeners:
          - {dialect: counter, board: counter, port: %d}
        """
            .formatted(port));
    Script follower = follow("curl -sSN http://127.0.0.1:" + port + "/events");
    follower.says("data: 0");
    follower.says("data: clients:1");

    String line = COUNTER_DOCUMENT_RESET.replace("[ESP32_IP_ADDRESS]", "127.0.0.1:" + port);
    assertEquals(List.of(), run(line));

    follower.says("data: 42");
  }

  @Test
  void busDocument_subscribeListenLeave_isAsItSays() throws Exception {
    int port = FreePort.any();
    String address = "http://127.0.0.1:" + port + "/";
    hub(
        """
        boards:
          bus:
            kind: sensors
            sensors: {sensor-a: {name: sensorA}, sensor-b: {name: sensorB}}
            pause: {shortest: 500ms, longest: 1s}
        listeners:
          - {dialect: event-bus, board: bus, port: %d, keepAlive: 1s}
        """
            .formatted(port));
    String subscribe = BUS_DOCUMENT_SUBSCRIBE.replace("http://:/", address);
    assertEquals(List.of(address + "rest/events/0"), run(subscribe));
    assertEquals(List.of(address + "rest/events/1"), run(subscribe));

    String listen = BUS_DOCUMENT_LISTEN.replace("http://:/", address);
    String listenTo0 = listen.replace("events/", "events/0");
    Script leaving = follow(listenTo0);
    Script staying = follow(listen.replace("events/", "events/1"));
    hearsTheBus(leaving);
    hearsTheBus(staying);

    leaving.close();
    staying.forget();
    awaitKeepAlives(staying, 3);
    assertEquals(
        List.of("Handle Not Found", "", "URI: /rest/events/0", "Method: GET", "Arguments: 0"),
        run(listenTo0));
  }

  private static void hearsTheBus(Script listener) throws Exception {
    for (String sensor : List.of("sensorA", "sensorB")) {
      String state = listener.saysFrom("data: {\"TYPE\":\"STATE\", \"" + sensor + "\"");
      String expected =
          "data: \\{\"TYPE\":\"STATE\", \"sensor[AB]\":\\{\"state\":\\d+, \"prevState\":\\d+}}";
      assertTrue(state.matches(expected), state);
    }
    awaitKeepAlives(listener, 1);
  }

  /** Whoever is found gone at one is no longer subscribed. */
  private static void awaitKeepAlives(Script listener, int count) throws Exception {
    for (int i = 0; i < count; i++) {
      listener.says("data: { \"TYPE\":\"KEEP-ALIVE\" }");
    }
  }

  @Test
  void ourDocument_everyLine_doesWhatItSays() throws Exception {
    HubProcess hub = stage.hub();
    String address = "127.0.0.1:" + hub.port();
    Api api = Api.of(hub);
    List<String> lines =
        Files.readString(OUR_DOCUMENT).lines().filter(line -> line.startsWith("curl ")).toList();
    for (String line : lines) {
      assertTrue(line.contains(OUR_ADDRESS), line);
      String here = line.replace(OUR_ADDRESS, address);
      switch (line.replaceFirst(".*http://[^/]*(/[a-z/]*).*", "$1")) {
        case "/events" -> follow(here).says("data: clients:1");
        case "/reset" -> {
          assertEquals(List.of(), run(here));
          long counter = api.at("counter/counter").at("value").number();
          assertTrue(counter >= 42 && counter < 1000, () -> "counts from 42: " + counter);
        }
        case "/ctrl" -> {
          assertEquals(List.of(), run(here));
          assertTrue(api.at("toggle/led").at("lit").flag());
        }
        case "/rest/events/subscribe" ->
            assertEquals(List.of("http://" + address + "/rest/events/0"), run(here));
        case "/api/control" -> {
          assertEquals(List.of("{\"status\":\"ok\"}"), run(here));
          Doc output = api.at("yard/out1");
          assertTrue(output.at("active").flag());
          assertEquals(75, output.at("brightness").number());
        }
        default -> throw new AssertionError("no test knows " + line);
      }
    }
    assertEquals(5, lines.size(), lines::toString);
  }

  private void hub(String config) throws Exception {
    Path file = Files.writeString(stage.folder().resolve("signalbox.yaml"), config);
    stage.hub("--config", file.toString());
  }

  /** Runs a line to its end, and returns what it printed. */
  private List<String> run(String line) throws Exception {
    Program.Ended ended =
        Program.ended(new ProcessBuilder("sh", "-c", line).directory(stage.folder().toFile()));
    assertEquals(0, ended.code(), () -> line + " says " + ended);
    return ended.out();
  }

  /** Runs a line that goes on, and that hands out each line at once, as it does in a terminal. */
  private Script follow(String line) throws Exception {
    return stage.script(new ProcessBuilder("sh", "-c", "exec stdbuf -oL " + line));
  }
}
