package dev.signalbox.wire.dialect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import dev.signalbox.core.model.Command;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.random.RandomGenerator;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever comes from outside gets an answer, and the next good request gets its own. */
class DialectHostileInputTest {
  @Provide
  Arbitrary<Specimen> dialects() {
    return Arbitraries.of(Specimens.ALL);
  }

  @Provide
  Arbitrary<String> methods() {
    return Arbitraries.oneOf(
        Arbitraries.of("GET", "HEAD", "POST", "PUT", "DELETE", "OPTIONS", "PATCH"),
        Arbitraries.strings());
  }

  @Property(edgeCases = EdgeCasesMode.NONE)
  void anyRequest_isAnswered(
      @ForAll("dialects") Specimen specimen,
      @ForAll("methods") String method,
      @ForAll String path,
      @ForAll List<String> arguments,
      @ForAll byte[] body) {
    List<Request.Argument> query =
        arguments.stream().map(text -> new Request.Argument(text, text)).toList();
    DialectStage stage = specimen.stage();
    String asked = specimen.dialect().routes().getFirst().path() + path;
    for (String where : List.of(path, "/" + path, asked)) {
      Request request = new Request(method, where, query, path, path, Payload.of(body));
      Replies.assertSound(stage.ask(request), specimen.board());
    }
    assertGoodRequestsAreUnderstood(specimen, stage);
  }

  @Property
  void anyBody_isAnswered(@ForAll("dialects") Specimen specimen, @ForAll byte[] body) {
    DialectStage stage = specimen.stage();
    for (Route route : specimen.dialect().routes()) {
      for (String method : route.methods()) {
        Answer answer = stage.ask(Requests.of(method, route.path().replace("*", "0"), body));
        Replies.assertSound(answer, specimen.board());
      }
    }
    assertGoodRequestsAreUnderstood(specimen, stage);
  }

  /** Good requests with some bytes changed, lost, doubled or cut off. */
  @Property(tries = 3000)
  void spoiledRequest_isAnswered(@ForAll("dialects") Specimen specimen, @ForAll long seed) {
    DialectStage stage = specimen.stage();
    RandomGenerator random = new Random(seed);
    for (Request good : specimen.commands()) {
      Payload body = Payload.of(spoiled(good.body().bytes(), random));
      Request request =
          new Request(good.method(), good.path(), good.query(), good.host(), good.client(), body);
      Replies.assertSound(stage.ask(request), specimen.board());
    }
    assertGoodRequestsAreUnderstood(specimen, stage);
  }

  @Property
  void anyMessage_isHeard(@ForAll("dialects") Specimen specimen, @ForAll String text) {
    DialectStage stage = specimen.stage();
    Listener listener = specimen.follow(stage, DialectStage.ADDRESS);
    assertSound(stage.say(listener, text), specimen);
    for (Request good : specimen.commands()) {
      byte[] spoiled = spoiled(good.body().bytes(), new Random(text.hashCode()));
      String message = new String(spoiled, StandardCharsets.UTF_8);
      assertSound(stage.say(listener, message), specimen);
    }
    specimen.change(stage, 0);
  }

  private static void assertSound(Heard heard, Specimen specimen) {
    switch (heard) {
      case Heard.Nothing _ -> {}
      case Heard.Say say -> assertNotNull(say.message());
      case Heard.Carry carry -> {
        for (Command command : carry.commands()) {
          assertEquals(specimen.board(), command.board());
        }
        assertNotNull(carry.then().apply(Replies.ACCEPTED));
        Replies.REJECTIONS.forEach(
            reason -> assertNotNull(carry.then().apply(Replies.rejected(reason))));
      }
    }
  }

  private static void assertGoodRequestsAreUnderstood(Specimen specimen, DialectStage stage) {
    DialectStage fresh = specimen.stage();
    for (Request good : specimen.commands()) {
      assertEquals(commands(fresh.ask(good)), commands(stage.ask(good)));
    }
  }

  private static List<Command> commands(Answer answer) {
    return answer instanceof Answer.Carry carry ? carry.commands() : List.of();
  }

  private static byte[] spoiled(byte[] good, RandomGenerator random) {
    byte[] bytes = good.clone();
    for (int times = random.nextInt(1, 4); times > 0 && bytes.length > 0; times--) {
      int at = random.nextInt(bytes.length);
      bytes =
          switch (random.nextInt(5)) {
            case 0 -> put(bytes, at, (byte) random.nextInt());
            case 1 -> put(bytes, at, (byte) "{}[]\",:0-eE.\u0000".charAt(random.nextInt(13)));
            case 2 -> Arrays.copyOf(bytes, at);
            case 3 -> joined(bytes, at, bytes, at + 1);
            default -> joined(bytes, bytes.length, bytes, at);
          };
    }
    return bytes;
  }

  private static byte[] put(byte[] bytes, int at, byte value) {
    bytes[at] = value;
    return bytes;
  }

  /** The beginning of one and the end of the other. */
  private static byte[] joined(byte[] first, int end, byte[] second, int start) {
    byte[] all = Arrays.copyOf(first, end + second.length - start);
    System.arraycopy(second, start, all, end, second.length - start);
    return all;
  }
}
