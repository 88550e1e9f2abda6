package dev.signalbox.wire.dialect;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.signalbox.core.model.Command;
import dev.signalbox.core.model.HubState;
import dev.signalbox.core.model.Outcome;
import dev.signalbox.testkit.SpoiledInputs;
import dev.signalbox.testkit.SteppedHub;
import dev.signalbox.wire.Json;
import dev.signalbox.wire.MalformedJsonException;
import dev.signalbox.wire.dialect.RailHubSettings.Variant;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * What the clients of the firmwares send. An input is a request: its first line is {@code METHOD
 * /path?query}, the rest its body. For the WebSocket it is a message in each line.
 */
class DialectFuzzTest {
  private static final int MOST_MESSAGES = 8;

  /** What a reply may have besides a page, for each byte of the request and altogether. */
  private static final int GROWTH = 8;

  private static final int LONGEST = 16 * 1024;

  @Test
  void keptInputs_spoiled_keepTheLaws() {
    SpoiledInputs.feed(this, 2_000);
  }

  @FuzzTest
  void counter(byte[] bytes) throws MalformedJsonException {
    ask(new CounterSpecimen(), bytes);
  }

  @FuzzTest
  void led(byte[] bytes) throws MalformedJsonException {
    ask(new LedSpecimen(), bytes);
  }

  @FuzzTest
  void eventBus(byte[] bytes) throws MalformedJsonException {
    ask(new EventBusSpecimen(), bytes);
  }

  @FuzzTest
  void railHubEsp8266(byte[] bytes) throws MalformedJsonException {
    ask(new RailHubSpecimen(Variant.ESP8266), bytes);
  }

  @FuzzTest
  void railHubEsp32(byte[] bytes) throws MalformedJsonException {
    ask(new RailHubSpecimen(Variant.ESP32), bytes);
  }

  @FuzzTest
  void railHubMessages(byte[] bytes) throws MalformedJsonException {
    Specimen specimen = new RailHubSpecimen(Variant.ESP32);
    DialectStage stage = specimen.stage();
    Listener listener = specimen.follow(stage, DialectStage.ADDRESS);
    try (SteppedHub hub = SampleBoards.hub()) {
      for (String message : new String(bytes, UTF_8).split("\n", MOST_MESSAGES)) {
        hear(stage, hub, listener, message);
      }
    }
    assertSound(specimen, listener);
  }

  private static void hear(DialectStage stage, SteppedHub hub, Listener listener, String message)
      throws MalformedJsonException {
    switch (stage.say(listener, message)) {
      case Heard.Nothing _ -> {}
      case Heard.Say say -> assertShort(say.message(), message.length());
      case Heard.Carry carry -> {
        Payload told = carry.then().apply(submit(stage, hub, carry.commands()));
        assertShort(told, message.length());
        Json.read(told.bytes());
      }
    }
  }

  /** A follower is there while the request is answered, and its commands are carried out. */
  private static void ask(Specimen specimen, byte[] bytes) throws MalformedJsonException {
    DialectStage stage = specimen.stage();
    Listener listener = specimen.follow(stage, DialectStage.ADDRESS);
    HubState before = stage.state();
    Answer answer = stage.ask(request(bytes));
    assertSame(before, stage.state());
    Replies.assertSound(answer, specimen.board());
    switch (answer) {
      case Answer.Reply reply -> assertSound(specimen, reply, bytes.length);
      case Answer.Follow _ -> {}
      case Answer.Carry carry -> {
        try (SteppedHub hub = SampleBoards.hub()) {
          Outcome outcome = submit(stage, hub, carry.commands());
          assertSound(specimen, stage.told(carry, outcome), bytes.length);
        }
      }
    }
    assertSound(specimen, listener);
    specimen.commands().stream()
        .limit(1)
        .forEach(
            good -> assertEquals(commands(specimen.stage().ask(good)), commands(stage.ask(good))));
  }

  private static List<Command> commands(Answer answer) {
    return answer instanceof Answer.Carry carry ? carry.commands() : List.of();
  }

  private static Request request(byte[] bytes) {
    int end = 0;
    while (end < bytes.length && bytes[end] != '\n') {
      end++;
    }
    String[] line = new String(bytes, 0, end, UTF_8).split(" ", 2);
    byte[] body = Arrays.copyOfRange(bytes, Math.min(end + 1, bytes.length), bytes.length);
    return Requests.of(line[0], line[line.length - 1], body);
  }

  /** Carries commands out and shows the stage what changed; what is refused changes nothing. */
  private static Outcome submit(DialectStage stage, SteppedHub hub, List<Command> commands) {
    int changes = hub.changes().size();
    Outcome outcome = hub.submit(commands.toArray(Command[]::new));
    if (outcome instanceof Outcome.Rejected) {
      assertEquals(List.of(), hub.changesAfter(changes));
    }
    stage.apply(hub.changesAfter(changes));
    return outcome;
  }

  private static void assertSound(Specimen specimen, Answer.Reply reply, int asked)
      throws MalformedJsonException {
    int most = Math.max(LONGEST, specimen.pageLimit()) + GROWTH * asked;
    int length = reply.body().bytes().length;
    assertTrue(length <= most, () -> length + " bytes");
    if (Replies.header(reply, "Content-Type").orElse("").startsWith("application/json")) {
      Json.read(reply.body().bytes());
    }
  }

  private static void assertShort(Payload message, int asked) {
    int length = message.bytes().length;
    assertTrue(length <= LONGEST + GROWTH * asked, () -> length + " bytes");
  }

  /** What a follower got by and by is what its format says it may be. */
  private static void assertSound(Specimen specimen, Listener listener)
      throws MalformedJsonException {
    if (specimen.dialect() instanceof RailHubDialect) {
      for (Payload message : listener.takeMessages()) {
        Json.read(message.bytes());
      }
    } else {
      SseText.events(listener.all());
    }
  }
}
