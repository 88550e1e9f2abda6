package dev.signalbox.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.signalbox.core.model.PartId;
import dev.signalbox.core.model.Report;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What streams show while nothing happens, with a heartbeat of a second. */
final class KeepAliveTest {
  private static final int RECEIVE_BUFFER = 4 * 1024;
  private static final int MORE_THAN_FITS = 20_000;

  private static ServedHub hub;

  @BeforeAll
  static void start() {
    hub = new ServedHub(ServedHub.quickHeart(ServedHub.generous()));
  }

  @AfterAll
  static void stop() {
    hub.close();
  }

  @Test
  void quietStreams_stayCurrent() {
    List<Following> streams = new ArrayList<>();
    for (Transport transport : Transport.values()) {
      for (String query : new String[] {"?boards=far", "?parts=sensor&every=true"}) {
        Following stream = transport.follow(hub, query);
        assertEquals(Optional.of(hub.id()), stream.next("snapshot").id());
        streams.add(stream);
      }
    }
    try (Together together = new Together()) {
      hub.count(1);
      String now = hub.id();
      streams.forEach(stream -> together.begin(() -> keptAliveUntil(now, stream)));
      together.join();
    }
    streams.forEach(Following::close);
  }

  private static void keptAliveUntil(String id, Following stream) {
    while (!stream.next().expect("id").id().equals(Optional.of(id))) {}
  }

  @Test
  void pings_areSentAndMustBeAnswered() {
    try (RawWebSocket deaf = RawWebSocket.greeted(hub);
        RawWebSocket alive = RawWebSocket.greeted(hub)) {
      long begin = System.nanoTime();
      for (int i = 0; i < 3; i++) {
        Frame ping = alive.nextControl();
        assertEquals(Frame.PING, ping.opcode());
        alive.send(Frame.of(Frame.PONG, ping.text()));
      }
      assertEquals(1013, deaf.closeCode());
      long silent = System.nanoTime() - begin;
      assertTrue(silent > 2_000_000_000L, "closed after " + silent / 1_000_000 + " ms");
      assertTrue(alive.ask("{'ping':1}").is("pong"));
    }
  }

  /** The farewell of a hub never gets through to a client that takes nothing. */
  @Test
  void clientThatTakesNothing_isCut() {
    RawConnection connection = new RawConnection(hub.port(), RECEIVE_BUFFER);
    try (RawWebSocket stalled =
        new RawWebSocket(connection, RawWebSocket.handshake("?boards=yard"))) {
      stalled.next("snapshot");
      int before = hub.server().activity().webSocketStreams();
      for (int change = 0; change < MORE_THAN_FITS; change++) {
        hub.reportPatiently(
            "yard", Report.Observed.of(new PartId("out1"), "name", "Change " + change));
      }
      hub.await("the cut", () -> hub.server().activity().webSocketStreams() == before - 1);
    }
  }
}
