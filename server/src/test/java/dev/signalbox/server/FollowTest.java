package dev.signalbox.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.signalbox.core.model.Report;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Snapshot, then changes, filtered: the same over both transports. */
final class FollowTest {
  private static ServedHub hub;

  private long start;

  @BeforeAll
  static void start() {
    hub = new ServedHub(ServedHub.settings(ServedHub.generous()));
  }

  @AfterAll
  static void stop() {
    hub.close();
  }

  @BeforeEach
  void reset() {
    start = hub.reset();
  }

  private static void toggle(String part) {
    hub.ask(Ask.of("POST", "/v1/boards/yard/parts/" + part + "/toggle")).expect(200);
  }

  private static void make(String... members) {
    String list = String.join("\",\"", members);
    String body = "{\"kind\":\"chase\",\"members\":[\"" + list + "\"]}";
    hub.ask(Ask.post("/v1/boards/yard/parts", body)).expect(201);
  }

  private static void remove(String part) {
    hub.ask(Ask.of("DELETE", "/v1/boards/yard/parts/" + part)).expect(204);
  }

  @ParameterizedTest
  @EnumSource
  void snapshot_isTheTruthThenEachChange(Transport transport) {
    try (Following stream = transport.follow(hub, "")) {
      Told snapshot = stream.next("snapshot");
      assertEquals("Test hub", snapshot.data().at("hub").text());
      assertEquals(hub.id(), snapshot.data().at("id").text());
      assertEquals(hub.truth(), snapshot.data().at("boards"));
      Replica replica = new Replica();
      replica.take(snapshot);
      toggle("out1");
      make("out1", "out2");
      make("out2");
      remove("chase1");
      hub.ask(Ask.patch("/v1/boards/yard", "{\"name\":\"Garden\"}")).expect(200);
      hub.report("far", new Report.LinkLost("gone"));
      hub.settle();
      hub.report("far", new Report.LinkRestored());
      long last = hub.state().sequence();
      for (long sequence = start + 1; sequence <= last; sequence++) {
        Told change = stream.next().expect("change");
        assertEquals(sequence, change.sequence());
        replica.take(change);
      }
      assertEquals(hub.truth(), replica.boards());
      assertEquals(Optional.of(hub.id()), replica.id());
    }
  }

  @ParameterizedTest
  @EnumSource
  void change_isAPatchAPutOrGone(Transport transport) {
    try (Following stream = transport.follow(hub, "?boards=yard")) {
      stream.next("snapshot");
      hub.ask(Ask.patch("/v1/boards/yard/parts/out4", "{\"brightness\":80}")).expect(200);
      Doc set = stream.next().data();
      assertEquals("yard", set.at("board").text());
      assertEquals("out4", set.at("part").text());
      assertTrue(set.at("at").number() > 1_600_000_000_000L);
      assertEquals(java.util.Map.of("brightness", 80L), set.at("set").value());
      make("out4");
      Doc put = stream.next().data();
      assertEquals("chase1", put.at("part").text());
      assertEquals(hub.truth().at("yard", "parts", "chase1"), put.at("put"));
      assertTrue(put.at("set").isMissing());
      remove("chase1");
      Doc gone = stream.next().data();
      assertEquals("chase1", gone.at("part").text());
      assertTrue(gone.at("gone").flag());
      assertTrue(gone.at("put").isMissing());
    }
  }

  @ParameterizedTest
  @EnumSource
  void board_itself(Transport transport) {
    try (Following stream = transport.follow(hub, "?boards=far")) {
      stream.next("snapshot");
      hub.report("far", new Report.LinkLost("the cable is out"));
      Doc lost = stream.next().expect("change").data();
      assertTrue(lost.at("part").isMissing());
      assertFalse(lost.at("set", "online").flag());
      assertEquals("the cable is out", lost.at("set", "offlineReason").text());
      assertTrue(lost.at("set", "offlineSince").number() > 1_600_000_000_000L);
      try (Following later = transport.follow(hub, "?boards=far")) {
        Doc board = later.next("snapshot").data().at("boards", "far");
        assertFalse(board.at("online").flag());
        assertEquals(1, board.at("parts", "sensor", "value").number());
      }
      hub.report("far", new Report.LinkRestored());
      Doc found = stream.next().expect("change").data();
      assertTrue(found.at("set", "online").flag());
      assertTrue(found.at("set", "offlineReason").isMissing());
    }
  }

  @ParameterizedTest
  @EnumSource
  void filter_ofBoards(Transport transport) {
    try (Following stream = transport.follow(hub, "?boards=counter,toggle")) {
      Doc boards = stream.next("snapshot").data().at("boards");
      assertEquals(List.of("counter", "toggle"), List.copyOf(boards.copy().keySet()));
      toggle("out1");
      hub.count((int) start + 1_000);
      Told change = stream.next().expect("change");
      assertEquals("counter", change.data().at("board").text());
      assertEquals(start + 2, change.sequence());
    }
  }

  @ParameterizedTest
  @EnumSource
  void filter_ofParts(Transport transport) {
    try (Following stream = transport.follow(hub, "?boards=yard,far&parts=out*,chase?,*2")) {
      Doc parts = stream.next("snapshot").data().at("boards", "yard", "parts");
      assertEquals(8, parts.copy().size());
      toggle("out2");
      assertEquals("out2", stream.next().data().at("part").text());
      make("out1");
      assertEquals("chase1", stream.next().data().at("part").text());
    }
    try (Following stream = transport.follow(hub, "?parts=out2,led")) {
      Doc boards = stream.next("snapshot").data().at("boards");
      assertEquals(List.of("out2"), List.copyOf(boards.at("yard", "parts").copy().keySet()));
      assertEquals(List.of("led"), List.copyOf(boards.at("toggle", "parts").copy().keySet()));
      toggle("out1");
      toggle("out3");
      toggle("out2");
      assertEquals("out2", stream.next().data().at("part").text());
    }
  }

  /** A query in which names are escaped or come twice means what it says. */
  @ParameterizedTest
  @EnumSource
  void query_escaped(Transport transport) {
    try (Following stream = transport.follow(hub, "?b%6Fards=y%61rd%2Ccounter&boards=far&x=")) {
      Doc boards = stream.next("snapshot").data().at("boards");
      assertEquals(List.of("counter", "yard"), List.copyOf(boards.copy().keySet()));
    }
  }

  @ParameterizedTest
  @EnumSource
  void streams_doNotDisturbOneAnother(Transport transport) {
    try (Following first = transport.follow(hub, "?boards=yard");
        Following second = transport.follow(hub, "?boards=yard&parts=out1&every=true");
        Following third = transport.follow(hub, "?boards=counter")) {
      first.next("snapshot");
      second.next("snapshot");
      third.next("snapshot");
      toggle("out2");
      toggle("out1");
      hub.count((int) start + 2_000);
      assertEquals("out2", first.next().data().at("part").text());
      assertEquals("out1", first.next().data().at("part").text());
      assertEquals("out1", second.next().data().at("part").text());
      assertEquals("counter", third.next().data().at("part").text());
    }
  }
}
