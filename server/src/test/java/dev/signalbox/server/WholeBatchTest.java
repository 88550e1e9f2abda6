package dev.signalbox.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What one command does to several parts comes to every client together, and whole. */
final class WholeBatchTest {
  private static final int BATCHES = 60;

  private static final List<String> QUERIES =
      List.of(
          "?boards=yard",
          "?boards=yard&every=true",
          "?parts=out1,out3,out5",
          "?parts=out1,out3,out5&every=true",
          "");

  @ParameterizedTest
  @EnumSource
  void batches_whole(Transport transport) {
    try (ServedHub hub = new ServedHub(ServedHub.settings(ServedHub.generous()));
        Together together = new Together()) {
      List<Following> streams = new ArrayList<>();
      for (String query : QUERIES) {
        Following stream = transport.follow(hub, query);
        stream.next("snapshot");
        streams.add(stream);
      }
      together.begin(() -> command(hub));
      streams.forEach(stream -> together.begin(() -> sees(stream)));
      together.join();
      streams.forEach(Following::close);
    }
  }

  /**
   * Gives all outputs the same brightness, again and again, each time in one command of several.
   */
  private static void command(ServedHub hub) {
    try (RawHttp http = new RawHttp(hub.port())) {
      for (int brightness = 1; brightness <= BATCHES; brightness++) {
        StringBuilder commands = new StringBuilder();
        for (int out = 1; out <= 8; out++) {
          commands
              .append(out == 1 ? "[" : ",")
              .append("{\"board\":\"yard\",\"part\":\"out")
              .append(out)
              .append("\",\"set\":{\"brightness\":")
              .append(brightness)
              .append("}}");
        }
        http.ask(Ask.post("/v1/commands", commands.append("]").toString())).expect(200);
      }
    }
  }

  /** Whenever something of a batch has come, so has the rest of it, without having to wait. */
  private static void sees(Following stream) {
    long last = 0;
    int parts = 0;
    int wanted = 0;
    for (long brightness = 0; brightness < BATCHES || parts < wanted; ) {
      Told told = stream.next("change");
      // A client that was behind for a moment gets whole parts, of the newest batch.
      boolean caughtUp = !told.data().at("put").isMissing();
      long now = told.data().at(caughtUp ? "put" : "set", "brightness").number();
      if (now != brightness) {
        assertTrue(caughtUp ? now > brightness : now == brightness + 1, told::toString);
        assertEquals(wanted == 0 ? parts : wanted, parts, "half of a batch");
        wanted = parts;
        parts = 0;
        brightness = now;
      }
      parts++;
      last = told.id().isPresent() ? Math.max(last, told.sequence()) : last;
    }
    assertEquals(Optional.empty(), stream.poll());
    assertEquals(8, (last - 1) / BATCHES + 1);
  }
}
