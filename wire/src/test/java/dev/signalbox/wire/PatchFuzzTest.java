package dev.signalbox.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.signalbox.core.engine.Board;
import dev.signalbox.core.engine.BoardSpec;
import dev.signalbox.core.engine.Driver;
import dev.signalbox.core.model.BoardId;
import dev.signalbox.core.model.BoardState;
import dev.signalbox.core.model.Change;
import dev.signalbox.core.model.Command;
import dev.signalbox.core.model.HubState;
import dev.signalbox.core.model.Outcome;
import dev.signalbox.core.model.Part;
import dev.signalbox.core.model.PartId;
import dev.signalbox.core.model.PartState;
import dev.signalbox.core.stream.StreamId;
import dev.signalbox.testkit.SpoiledInputs;
import dev.signalbox.testkit.SteppedHub;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Merge patches and whole batches, from their bytes to what then is true. */
class PatchFuzzTest {
  @Test
  void keptInputs_spoiled_keepTheLaws() {
    SpoiledInputs.feed(this, 3_000);
  }

  /** One part of every kind, on boards that take any change; some can be made. */
  private static SteppedHub hub() {
    Board[] boards =
        SampleHub.state().boards().values().stream()
            .map(PatchFuzzTest::board)
            .toArray(Board[]::new);
    return SteppedHub.of(boards);
  }

  private static Board board(BoardState state) {
    Map<PartId, Part> parts = new LinkedHashMap<>();
    for (Map.Entry<PartId, PartState> entry : state.parts().entrySet()) {
      parts.put(entry.getKey(), entry.getValue().part());
    }
    Map<String, Integer> limits = state.id().value().equals("yard") ? Map.of("chase", 4) : Map.of();
    BoardSpec spec = new BoardSpec(state.id(), state.info().name(), "test", parts, limits);
    return new Board(spec, new Driver() {});
  }

  /** The bytes set every part and both boards, and make a part. */
  @FuzzTest
  void patch(byte[] bytes) throws MalformedJsonException {
    try (SteppedHub hub = hub()) {
      for (BoardState board : hub.state().boards().values()) {
        BoardId id = board.id();
        carryOut(hub, List.of(CommandReader.setBoard(id, bytes, Encoding.JSON)));
        for (PartId part : board.parts().keySet()) {
          carryOut(hub, List.of(CommandReader.setPart(id, part, bytes, Encoding.JSON)));
        }
        carryOut(hub, List.of(CommandReader.makePart(id, bytes, Encoding.JSON)));
      }
    } catch (RefusedException _) {
      // What is no patch is another target's business.
    }
  }

  /** The bytes are a batch. */
  @FuzzTest
  void batch(byte[] bytes) throws MalformedJsonException {
    try (SteppedHub hub = hub()) {
      carryOut(hub, CommandReader.batch(bytes, Encoding.JSON));
    } catch (RefusedException _) {
      // What is no batch is another target's business.
    }
  }

  private static void carryOut(SteppedHub hub, List<Command> commands)
      throws MalformedJsonException {
    HubState before = hub.state();
    int changes = hub.changes().size();
    switch (hub.submit(commands.toArray(Command[]::new))) {
      case Outcome.Rejected rejected -> {
        assertSame(before, hub.state(), "changed by what was refused");
        assertTold(rejected);
      }
      case Outcome.Accepted accepted -> {
        assertEquals(commands.size(), accepted.results().size());
        assertEquals(before.sequence() + hub.changesAfter(changes).size(), hub.state().sequence());
        hub.changesAfter(changes).forEach(change -> assertOneLine(hub, change));
        assertNothingNew(hub, commands);
      }
    }
  }

  /** What sets the same once more changes nothing. */
  private static void assertNothingNew(SteppedHub hub, List<Command> commands) {
    if (commands.size() == 1 && commands.getFirst() instanceof Command.SetPart set) {
      HubState first = hub.state();
      assertInstanceOf(Outcome.Accepted.class, hub.submit(set));
      assertEquals(first.sequence(), hub.state().sequence(), "set again, changed again");
    }
  }

  private static void assertTold(Outcome.Rejected rejected) throws MalformedJsonException {
    Problem problem = Problem.of(rejected);
    assertTrue(problem.status() >= 400 && problem.status() < 500, problem::toString);
    assertInstanceOf(Map.class, Json.read(problem.bytes(Encoding.JSON)));
  }

  /** An event holds what came from outside in one line of data, which is JSON. */
  private static void assertOneLine(SteppedHub hub, Change change) {
    StreamId id = new StreamId(hub.state().epoch(), change.sequence());
    String event =
        new String(new SseJson().change(change, Optional.of(id), 0), StandardCharsets.UTF_8);
    assertEquals(-1, event.indexOf('\r'), event);
    assertTrue(event.endsWith("\n\n"), event);
    for (String line : event.strip().split("\n", -1)) {
      assertTrue(line.matches("(?s)(id|event|data): .*"), event);
      if (line.startsWith("data: ")) {
        assertReads(line.substring("data: ".length()));
      }
    }
  }

  private static void assertReads(String json) {
    try {
      assertInstanceOf(Map.class, Json.read(json));
    } catch (MalformedJsonException bad) {
      throw new AssertionError(json, bad);
    }
  }
}
