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
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What clients of the native protocol say. */
class WireFuzzTest {
  private static final BoardId YARD = new BoardId("yard");
  private static final PartId OUT4 = new PartId("out4");

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

  /** What is read can be written, is within the bounds, and reads as the same. */
  @FuzzTest
  void cbor(byte[] bytes) throws MalformedException {
    Object once;
    try {
      once = Encoding.CBOR.read(bytes);
    } catch (MalformedCborException refused) {
      assertTrue(String.valueOf(refused.getMessage()).length() < 100);
      return;
    }
    assertBounded(once, 0);
    byte[] written = Encoding.CBOR.of(once);
    Object twice = Encoding.CBOR.read(written);
    assertEquals(twice, PlainCbor.read(written));
    assertArrayEquals(written, Encoding.CBOR.of(twice));
    // 1.0 is written as 1; all else is as it was.
    assertArrayEquals(Json.of(once), Json.of(twice));
    assertTrue(written.length <= 2 * bytes.length, () -> written.length + " bytes");
  }

  private static void assertBounded(@Nullable Object value, int depth) {
    assertTrue(depth <= Json.DEEPEST);
    switch (value) {
      case null -> {}
      case String text -> assertTrue(text.length() <= Json.LONGEST_TEXT);
      case Double number -> assertTrue(Double.isFinite(number));
      case List<?> list -> list.forEach(item -> assertBounded(item, depth + 1));
      case Map<?, ?> map ->
          map.forEach((name, item) -> {
            assertTrue(String.valueOf(name).length() <= Json.LONGEST_NAME);
            assertBounded(item, depth + 1);
          });
      default -> assertTrue(value instanceof Long || value instanceof Boolean, value::toString);
    }
  }

  @FuzzTest
  void message(byte[] bytes) throws MalformedException {
    assertUnderstood(() -> ClientMessage.read(new String(bytes, UTF_8)), Encoding.JSON);
  }

  /** What comes as a binary message. */
  @FuzzTest
  void binaryMessage(byte[] bytes) throws MalformedException {
    assertUnderstood(() -> ClientMessage.read(bytes), Encoding.CBOR);
  }

  /** One way to read a message. */
  @FunctionalInterface
  private interface Hearing {
    ClientMessage message() throws RefusedException;
  }

  private static void assertUnderstood(Hearing hearing, Encoding encoding)
      throws MalformedException {
    WebSocketFormat format = new WebSocketFormat(encoding);
    try {
      switch (hearing.message()) {
        case ClientMessage.Ping ping ->
            assertMessage("pong", format.pong(ping.ping(), 1), encoding);
        case ClientMessage.Misunderstood bad -> {
          assertSound(bad.problem());
          assertMessage("result", format.refusal(bad.id(), bad.problem()), encoding);
        }
        case ClientMessage.Do wanted ->
            wanted.key().ifPresent(key -> assertTrue(!key.isEmpty() && key.length() <= 64));
        case ClientMessage.Subscribe subscribe -> assertSound(subscribe.subscription());
        case ClientMessage.Unsubscribe _ -> {}
      }
    } catch (RefusedException refused) {
      assertSound(refused.problem());
      assertMessage("problem", format.problem(refused.problem()), encoding);
    }
  }

  /** A body, as each of the four requests that have one. */
  @FuzzTest
  void commands(byte[] bytes) throws MalformedJsonException {
    List<Reading> readings =
        List.of(
            body -> List.of(CommandReader.setPart(YARD, OUT4, body, Encoding.JSON)),
            body -> List.of(CommandReader.setBoard(YARD, body, Encoding.JSON)),
            body -> List.of(CommandReader.makePart(YARD, body, Encoding.JSON)),
            body -> CommandReader.batch(body, Encoding.JSON));
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

  private static void assertMessage(String kind, byte[] message, Encoding encoding)
      throws MalformedException {
    Map<?, ?> read = assertInstanceOf(Map.class, encoding.read(message));
    assertEquals(List.of(kind), List.copyOf(read.keySet()));
  }

  /** A refusal is the client's fault, short, and readable for it. */
  private static void assertSound(Problem problem) throws MalformedJsonException {
    assertTrue(List.of(400, 404, 422).contains(problem.status()), problem::toString);
    byte[] written = problem.bytes(Encoding.JSON);
    Map<?, ?> read = assertInstanceOf(Map.class, Json.read(written));
    assertEquals((long) problem.status(), read.get("status"));
    assertTrue(written.length < LONGEST_REFUSAL, () -> written.length + " bytes");
  }
}
