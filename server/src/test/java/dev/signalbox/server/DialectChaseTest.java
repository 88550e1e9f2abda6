package dev.signalbox.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.signalbox.server.DialectHub.Kind;
import dev.signalbox.server.DialectHub.Setup;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Two pages on one RailHub board and one script: all see the same, step by step. */
final class DialectChaseTest {
  private static final int STEPS = 12;
  private static final String CREATE =
      "{\"groupId\":0,\"interval\":100,\"outputs\":[4,5,6],\"name\":\"Runway\"}";

  private static Doc script(DialectHub hub) {
    return Doc.of(hub.ask(Kind.RAILHUB, Ask.get("/api/status")).expect(200).body());
  }

  private static void post(DialectHub hub, String api, String body) {
    hub.ask(Kind.RAILHUB, Ask.post("/api/" + api, body)).expect(200);
  }

  private static List<?> groups(Doc status) {
    return status.at("chasingGroups").items();
  }

  private static long step(Doc status) {
    return status.at("chasingGroups").item(0).at("currentStep").number();
  }

  /** Frames up to the first that has what the script was told. */
  private static List<Doc> until(DialectSocketClient page, List<?> groups) {
    List<Doc> frames = new ArrayList<>();
    do {
      frames.add(page.next());
    } while (!groups(frames.getLast()).equals(groups));
    return frames;
  }

  @Test
  void chase_forTwoPagesAndAScript() {
    Setup setup = Setup.clients(0).broadcasting(Duration.ofSeconds(60));
    try (DialectHub hub = new DialectHub(setup);
        DialectSocketClient first = hub.socket();
        DialectSocketClient second = hub.socket()) {
      post(hub, "chasing/create", CREATE);
      List<Doc> seen = new ArrayList<>();
      while (seen.size() < STEPS) {
        // What the script is told both pages are shown: neither before it in one, nor never.
        List<?> groups = groups(script(hub));
        List<Doc> frames = until(first, groups);
        assertEquals(frames, until(second, groups));
        seen.addAll(frames);
        Doc after = first.next();
        assertEquals(after, second.next());
        seen.add(after);
      }
      List<Long> steps = seen.stream().map(DialectChaseTest::step).toList();
      assertTrue(steps.getFirst() == 0, steps.toString());
      // Each frame is another step; on a busy machine one that comes late may have passed over
      // some.
      for (int i = 1; i < steps.size(); i++) {
        assertNotEquals(steps.get(i - 1), steps.get(i), steps.toString());
      }
      post(hub, "chasing/name", "{\"groupId\":0,\"name\":\"Taxiway\"}");
      List<Doc> renamed = new ArrayList<>();
      do {
        renamed.add(first.next());
        assertEquals(renamed.getLast(), second.next());
      } while (!renamed.getLast().at("chasingGroups").item(0).at("name").text().equals("Taxiway"));
      post(hub, "chasing/delete", "{\"groupId\":0}");
      List<Doc> rest = until(first, List.of());
      assertEquals(rest, until(second, List.of()));
      assertEquals(List.of(), groups(script(hub)));
    }
  }
}
