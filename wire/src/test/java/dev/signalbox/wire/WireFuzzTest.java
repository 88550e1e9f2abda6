package dev.signalbox.wire;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.signalbox.core.model.BoardId;
import dev.signalbox.core.model.Command;
import dev.signalbox.core.model.PartId;
import dev.signalbox.testkit.SpoiledInputs;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What clients of the native protocol say. */
class WireFuzzTest {
  private static final BoardId YARD = new BoardId("yard");
  private static final PartId OUT4 = new PartId("out4");
  private static final WebSocketJson FORMAT = new WebSocketJson();

  /** Where everything is refused at length: a title, a rule and 60 characters of two values. */
  private static final int LONGEST_REFUSAL = 64 * 1024;

  @Test
  void keptInputs_spoiled_keepTheLaws() {
    SpoiledInputs.feed(this, 10_000);
  }

  /** What is read can be written, and reads as the same. */
  @FuzzTest
  void json(byte[] bytes) throws MalformedJsonException {
    byte[] once;
    try {
      once = Json.of(Json.read(bytes));
    } catch (MalformedJsonException refused) {
      assertTrue(String.valueOf(refused.getMessage()).length() < 1_000);
      return;
    }
    assertArrayEquals(once, Json.of(Json.read(once)));
    assertTrue(once.length <= 8 * bytes.length + 64, () -> once.length + " bytes");
  }

  @FuzzTest
  void message(byte[] bytes) throws MalformedJsonException {
    try {
      switch (ClientMessage.read(new String(bytes, UTF_8))) {
        case ClientMessage.Ping ping -> assertMessage("pong", FORMAT.pong(ping.ping(), 1));
        case ClientMessage.Misunderstood bad -> {
          assertSound(bad.problem());
          assertMessage("result", FORMAT.refusal(bad.id(), bad.problem()));
        }
        case ClientMessage.Do wanted ->
            wanted.key().ifPresent(key -> assertTrue(!key.isEmpty() && key.length() <= 64));
        case ClientMessage.Subscribe subscribe -> assertSound(subscribe.subscription());
        case ClientMessage.Unsubscribe _ -> {}
      }
    } catch (RefusedException refused) {
      assertSound(refused.problem());
    }
  }

  /** A body, as each of the four requests that have one. */
  @FuzzTest
  void commands(byte[] bytes) throws MalformedJsonException {
    List<Reading> readings =
        List.of(
            body -> List.of(CommandReader.setPart(YARD, OUT4, body)),
            body -> List.of(CommandReader.setBoard(YARD, body)),
            body -> List.of(CommandReader.makePart(YARD, body)),
            CommandReader::batch);
    for (Reading reading : readings) {
      try {
        List<Command> commands = reading.of(bytes);
        assertFalse(commands.isEmpty());
        assertTrue(commands.size() <= 100);
      } catch (RefusedException refused) {
        assertSound(refused.problem());
      }
    }
  }

  /** One way to read a body. */
  @FunctionalInterface
  private interface Reading {
    List<Command> of(byte[] body) throws RefusedException;
  }

  /** The parameters of a query, each in a line of its own, name and value parted by {@code =}. */
  @FuzzTest
  void subscription(byte[] bytes) throws MalformedJsonException {
    Map<String, String> query = new LinkedHashMap<>();
    for (String line : new String(bytes, UTF_8).split("\n", 16)) {
      String[] halves = line.split("=", 2);
      query.put(halves[0], halves[halves.length - 1]);
    }
    try {
      assertSound(Subscription.ofQuery(query));
    } catch (RefusedException refused) {
      assertSound(refused.problem());
    }
  }

  private static void assertSound(Subscription subscription) {
    assertTrue(subscription.filter().boards().size() <= 64);
    assertTrue(subscription.filter().parts().size() <= 64);
    subscription.filter().selects(YARD, OUT4);
  }

  private static void assertMessage(String kind, byte[] message) throws MalformedJsonException {
    Map<?, ?> read = assertInstanceOf(Map.class, Json.read(message));
    assertEquals(List.of(kind), List.copyOf(read.keySet()));
  }

  /** A refusal is the client's fault, short, and readable for it. */
  private static void assertSound(Problem problem) throws MalformedJsonException {
    assertTrue(List.of(400, 404, 422).contains(problem.status()), problem::toString);
    byte[] written = problem.json();
    Map<?, ?> read = assertInstanceOf(Map.class, Json.read(written));
    assertEquals((long) problem.status(), read.get("status"));
    assertTrue(written.length < LONGEST_REFUSAL, () -> written.length + " bytes");
  }
}
