package dev.signalbox.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A <em>latest</em> client that comes back with any id of the run ends on the truth. */
final class AnyIdTest {
  /** Most at random, the last three to remove parts. */
  private static final int COMMANDS = 120;

  private static final long SEED = 7_351;

  /** Small, so that nothing here goes by the log. */
  private static final int LOG = 4;

  @ParameterizedTest
  @EnumSource
  void resume_fromEveryIdOfTheRun(Transport transport) {
    try (ServedHub hub = new ServedHub(ServedHub.settings(ServedHub.generous()), LOG)) {
      List<Replica> moments = new ArrayList<>();
      try (Following every = transport.follow(hub, "?every=true")) {
        Replica replica = new Replica();
        replica.take(every.next("snapshot"));
        moments.add(replica.copy());
        Random random = new Random(SEED);
        for (int i = 0; i < COMMANDS; i++) {
          hub.ask(i < COMMANDS - 3 ? wish(random) : remove("chase" + (COMMANDS + 1 - i)));
          while (!replica.id().equals(Optional.of(hub.id()))) {
            replica.take(every.next().expect("change"));
            moments.add(replica.copy());
          }
        }
      }
      assertTrue(moments.size() > COMMANDS / 2, "few changes: " + moments.size());
      assertTrue(hub.state().tombstones().parts().size() > 1, "no part was made and removed");
      System.out.println(
          "any id, "
              + transport
              + ": resumed from each of "
              + moments.size()
              + " ids, seed "
              + SEED);
      for (Replica moment : moments) {
        comesBack(transport, hub, moment);
      }
    }
  }

  private static void comesBack(Transport transport, ServedHub hub, Replica moment) {
    String from = moment.id().orElseThrow();
    try (Following stream = transport.follow(hub, "", moment.id())) {
      Told first = stream.next();
      assertTrue(first.is("retry") || first.is("hello"), first.toString());
      Told told = stream.next();
      while (told.id().isEmpty()) {
        moment.take(told.expect("change"));
        told = stream.next();
      }
      moment.take(told);
      assertEquals(hub.id(), told.id().orElseThrow(), from);
      assertEquals(hub.truth(), moment.boards(), from);
    }
  }

  private static Ask remove(String part) {
    return Ask.of("DELETE", "/v1/boards/yard/parts/" + part);
  }

  private static Ask wish(Random random) {
    String out = "out" + (1 + random.nextInt(8));
    String parts = "/v1/boards/yard/parts/";
    return switch (random.nextInt(7)) {
      case 0 -> Ask.of("POST", parts + out + "/toggle");
      case 1 -> Ask.patch(parts + out, "{\"brightness\":" + random.nextInt(101) + "}");
      case 2, 3 ->
          Ask.post(
              "/v1/boards/yard/parts",
              "{\"kind\":\"chase\",\"members\":[\"" + out + "\",\"out" + 1 + "\"]}");
      case 4 -> remove("chase" + (1 + random.nextInt(4)));
      case 5 -> Ask.patch("/v1/boards/yard", "{\"name\":\"Yard " + random.nextInt(5) + "\"}");
      default -> Ask.of("POST", "/v1/boards/toggle/parts/led/toggle");
    };
  }
}
