package dev.signalbox.core.stream;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.signalbox.core.fixture.Boards;
import dev.signalbox.core.fixture.Commands;
import dev.signalbox.core.fixture.Rig;
import dev.signalbox.core.model.BoardId;
import dev.signalbox.core.model.HubState;
import dev.signalbox.core.model.PartId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What clients name a stream, its place and its filter by. */
class StreamFuzzTest {
  private final ChangeLog log = new ChangeLog(4);
  private final HubState state = state();

  /** After nine changes, of which the log keeps the last four. */
  private HubState state() {
    Rig rig = Rig.of(Boards.toggle());
    for (int i = 0; i < 9; i++) {
      rig.accept(Commands.toggle("toggle/led"));
    }
    rig.changes().forEach(log::append);
    return rig.state();
  }

  @FuzzTest
  void streamId(byte[] bytes) {
    String text = new String(bytes, UTF_8);
    Optional<StreamId> id = StreamId.parse(text);
    id.ifPresent(read -> {
      assertEquals(text, read.toString());
      assertTrue(read.sequence() >= 0);
    });
    for (boolean every : new boolean[] {false, true}) {
      assertStart(id, Start.of(text, every, state, log), every);
    }
  }

  /** Nobody resumes from where this run of the hub never was, or the log no longer is. */
  private void assertStart(Optional<StreamId> id, Start start, boolean every) {
    switch (start) {
      case Start.Resumed resumed -> {
        assertEquals(new StreamId(state.epoch(), resumed.sequence()), id.orElseThrow());
        assertTrue(resumed.sequence() <= state.sequence());
        assertTrue(!every || resumed.sequence() >= state.sequence() - 4);
      }
      case Start.Fresh fresh -> {
        ResetReason why = fresh.reset().orElseThrow();
        assertEquals(id.isEmpty() || isAhead(id.get()), why == ResetReason.MALFORMED_ID);
        assertEquals(id.isPresent() && isOfAnotherRun(id.get()), why == ResetReason.EPOCH);
      }
    }
  }

  private boolean isOfAnotherRun(StreamId id) {
    return !id.epoch().equals(state.epoch());
  }

  private boolean isAhead(StreamId id) {
    return !isOfAnotherRun(id) && id.sequence() > state.sequence();
  }

  /** A pattern in the first line, and what is to fit it in the second. */
  @FuzzTest
  void glob(byte[] bytes) {
    String[] lines = new String(bytes, UTF_8).split("\n", 2);
    String text = lines[lines.length - 1];
    globs(lines[0])
        .forEach(glob -> {
          assertEquals(fits(glob.pattern(), text), glob.matches(text));
          assertTrue(!glob.isExact() || glob.matches(text) == glob.pattern().equals(text));
        });
  }

  /** Whether they fit, by the whole table of which beginning fits which. */
  private static boolean fits(String pattern, String text) {
    boolean[][] fits = new boolean[pattern.length() + 1][text.length() + 1];
    fits[0][0] = true;
    for (int p = 1; p <= pattern.length(); p++) {
      char wanted = pattern.charAt(p - 1);
      for (int t = 0; t <= text.length(); t++) {
        boolean one = t > 0 && fits[p - 1][t - 1];
        fits[p][t] =
            wanted == '*'
                ? fits[p - 1][t] || (t > 0 && fits[p][t - 1])
                : one && (wanted == '?' || wanted == text.charAt(t - 1));
      }
    }
    return fits[pattern.length()][text.length()];
  }

  /** Patterns, one in each line; what can be none is refused as such. */
  @FuzzTest
  void filter(byte[] bytes) {
    List<Glob> globs = globs(new String(bytes, UTF_8));
    Filter all = new Filter(Set.of(new BoardId("toggle")), globs);
    for (String name : List.of("led", "switch", "spare", "x-1")) {
      PartId part = new PartId(name);
      assertFalse(all.selects(new BoardId("other"), part));
      assertEquals(
          globs.isEmpty() || globs.stream().anyMatch(glob -> fits(glob.pattern(), name)),
          all.selects(new BoardId("toggle"), part));
    }
    all.unknownIn(state).ifPresent(unknown -> assertTrue(unknown.length() < 80, unknown));
  }

  private static List<Glob> globs(String lines) {
    List<Glob> globs = new ArrayList<>();
    for (String line : lines.split("\n", 64)) {
      try {
        globs.add(new Glob(line));
        assertTrue(line.length() <= 64 && !line.isEmpty());
      } catch (IllegalArgumentException refused) {
        assertTrue(String.valueOf(refused.getMessage()).endsWith("'-', '*' and '?'"));
      }
    }
    return globs;
  }
}
