package dev.signalbox.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.signalbox.core.model.BoardId;
import dev.signalbox.core.model.BoardInfo;
import dev.signalbox.core.model.Change;
import dev.signalbox.core.model.HubState;
import dev.signalbox.core.model.Link;
import dev.signalbox.core.model.Outcome;
import dev.signalbox.core.model.PartAddress;
import dev.signalbox.core.model.PartState;
import dev.signalbox.core.model.Rejection;
import dev.signalbox.core.model.Stamp;
import dev.signalbox.core.model.Violation;
import dev.signalbox.core.stream.Filter;
import dev.signalbox.core.stream.Glob;
import dev.signalbox.core.stream.ResetReason;
import dev.signalbox.core.stream.StreamId;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Every message of the native protocol, byte for byte, beside a file that a person can read. The
 * files were read against the protocol's text; a difference is a change of the protocol.
 */
class GoldenFilesTest {
  private static final HubState STATE = SampleHub.state();
  private static final Stamp STAMP = new Stamp(1235, SampleHub.AT);
  private static final PartAddress OUT4 = PartAddress.of("yard", "out4");
  private static final Optional<StreamId> ID =
      Optional.of(new StreamId(SampleHub.EPOCH, STAMP.sequence()));

  @TestFactory
  Stream<DynamicTest> message_isAsItsGoldenFile() {
    Map<String, byte[]> messages = messages(Encoding.JSON);
    stream("sse", new SseJson(), messages);
    messages.put("sse-retry.txt", SseJson.retry(2137));
    return messages.entrySet().stream()
        .map(entry -> DynamicTest.dynamicTest(entry.getKey(), () -> check(entry)));
  }

  /** Everything that is told in either encoding. */
  static Map<String, byte[]> messages(Encoding encoding) {
    Map<String, byte[]> messages = new LinkedHashMap<>();
    WebSocketFormat format = new WebSocketFormat(encoding);
    stream("websocket", format, messages);
    webSocketOnly(format, messages);
    messages.put("rest-boards.json", StateJson.hub(STATE, Filter.ALL, encoding));
    messages.put(
        "rest-board.json",
        StateJson.board(STATE.board(new BoardId("yard")).orElseThrow(), encoding));
    messages.put("rest-part.json", StateJson.part(SampleHub.OUT4, encoding));
    messages.put("rest-schema.json", SchemaJson.all(encoding));
    messages.put("rest-results.json", OutcomeJson.results(accepted(), SampleHub.EPOCH, encoding));
    messages.put("rest-problem.json", Problem.of(rejected()).bytes(encoding));
    return messages;
  }

  private static void stream(String prefix, StreamFormat format, Map<String, byte[]> messages) {
    Filter outputs = new Filter(Set.of(new BoardId("yard")), List.of(new Glob("out*")));
    messages.put(prefix + "-snapshot.txt", format.snapshot(STATE, Filter.ALL));
    messages.put(prefix + "-snapshot-filtered.txt", format.snapshot(STATE, outputs));
    Change set = new Change.PartChanged(STAMP, OUT4, SampleHub.OUT4, Set.of("brightness"));
    messages.put(prefix + "-set.txt", format.change(set, ID, 0));
    Change put = new Change.PartPut(STAMP, PartAddress.of("yard", "chase1"), SampleHub.RUNWAY);
    messages.put(prefix + "-put.txt", format.change(put, ID, 0));
    messages.put(prefix + "-put-held.txt", format.change(put, Optional.empty(), 0));
    Change gone = new Change.PartGone(STAMP, OUT4);
    messages.put(prefix + "-gone-skipped.txt", format.change(gone, ID, 12));
    BoardInfo online = new BoardInfo("Yard", "outputs", new Link.Online());
    messages.put(
        prefix + "-board.txt",
        format.change(new Change.BoardChanged(STAMP, new BoardId("yard"), online), ID, 0));
    messages.put(prefix + "-keep-alive.txt", format.keepAlive(ID.orElseThrow()));
    messages.put(prefix + "-reset.txt", format.reset(ResetReason.TOO_OLD));
    messages.put(prefix + "-lagged.txt", format.lagged(12));
  }

  private static void webSocketOnly(WebSocketFormat format, Map<String, byte[]> messages) {
    messages.put("websocket-hello.txt", format.hello(STATE, "1.0", SampleHub.AT, 15_000));
    messages.put("websocket-pong.txt", format.pong(123L, SampleHub.AT));
    messages.put("websocket-result.txt", format.result(7, accepted(), SampleHub.EPOCH));
    messages.put("websocket-refused.txt", format.result(7, rejected(), SampleHub.EPOCH));
    messages.put("websocket-problem.txt", format.problem(Problem.malformed("Not that.")));
  }

  private static Outcome.Accepted accepted() {
    PartState part = new PartState(SampleHub.OUT4, STAMP);
    Outcome.Result result = new Outcome.Result(OUT4.board(), Optional.of(OUT4), Optional.of(part));
    return new Outcome.Accepted(STAMP.sequence(), List.of(result));
  }

  private static Outcome.Rejected rejected() {
    String rule = "must be a whole number from 0 to 100";
    return new Outcome.Rejected(
        new Rejection.Invalid(List.of(Violation.of("brightness", 300, rule))), 2);
  }

  private static void check(Map.Entry<String, byte[]> message) throws IOException {
    try (InputStream file =
        GoldenFilesTest.class.getResourceAsStream("/golden/" + message.getKey())) {
      String expected =
          file == null
              ? "no file golden/" + message.getKey()
              : new String(file.readAllBytes(), StandardCharsets.UTF_8);
      assertEquals(expected, new String(message.getValue(), StandardCharsets.UTF_8));
    }
  }
}
