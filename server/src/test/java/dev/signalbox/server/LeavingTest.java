package dev.signalbox.server;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.signalbox.core.model.PartId;
import dev.signalbox.core.model.Report;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Clients that leave while changes come, each in a way of its own: the others are told everything.
 */
final class LeavingTest {
  private static final int OTHERS = 6;
  private static final int RECEIVE_BUFFER = 4 * 1024;
  private static final int CHANGES = 3_000;
  private static final int STALLED = 50;
  private static final int A_FEW_KILOBYTES = 40;

  private static List<Following> others(Transport transport, ServedHub hub) {
    List<Following> others = new ArrayList<>();
    for (int i = 0; i < OTHERS; i++) {
      Following other = transport.follow(hub, "?boards=counter&every=true");
      other.next("snapshot");
      others.add(other);
    }
    return others;
  }

  private static void areTold(List<Following> others, int from, int to) {
    for (Following other : others) {
      for (int value = from; value <= to; value++) {
        Doc change = other.next("change").data();
        assertEquals(value, change.at("set", "value").number());
      }
    }
  }

  /**
   * Clients that do not read say farewell one by one, while more and more waits for the rest: of
   * some, the farewell is heard when the hub's own just can't be written any more.
   */
  @Test
  void farewell_ofThoseThatDoNotRead() {
    try (ServedHub hub = new ServedHub(ServedHub.settings(ServedHub.generous()))) {
      List<RawWebSocket> stalled = new ArrayList<>();
      for (int i = 0; i < STALLED; i++) {
        RawConnection connection = new RawConnection(hub.port(), RECEIVE_BUFFER);
        RawWebSocket socket = new RawWebSocket(connection, RawWebSocket.handshake("?boards=yard"));
        socket.next("snapshot");
        stalled.add(socket);
      }
      List<Following> others = others(Transport.WEB_SOCKET, hub);
      for (int i = 0; i < STALLED; i++) {
        for (int change = 0; change < A_FEW_KILOBYTES; change++) {
          hub.report("yard", renamed("Change %d before farewell %d".formatted(change, i)));
        }
        hub.count(2 * i + 1);
        areTold(others, 2 * i + 1, 2 * i + 1);
        stalled.get(i).send(Frame.close(1000));
        stalled.get(i).connection().sendUnlessEnded(Frame.of(Frame.PING, "").masked());
        hub.ask(Ask.get("/health/live")).expect(200);
        hub.count(2 * i + 2);
        areTold(others, 2 * i + 2, 2 * i + 2);
      }
      others.forEach(Following::close);
      stalled.forEach(RawWebSocket::close);
    }
  }

  private static Report renamed(String name) {
    return Report.Observed.of(new PartId("out1"), "name", name);
  }

  @ParameterizedTest
  @EnumSource
  void comingAndGoing_whileChangesRain(Transport transport) {
    try (ServedHub hub = new ServedHub(ServedHub.settings(ServedHub.generous()));
        Together together = new Together()) {
      List<Following> others = others(transport, hub);
      together.begin(() -> {
        for (int value = 1; value <= CHANGES; value++) {
          hub.countPatiently(value);
        }
      });
      for (int i = 0; i < 60; i++) {
        Following guest = transport.follow(hub, "", Optional.empty());
        if (i % 2 == 0) {
          guest.next("snapshot");
        }
        switch (i % 3) {
          case 0 -> guest.cut();
          case 1 -> guest.close();
          default -> {
            guest.connection().sendUnlessEnded(Frame.close(1000).masked());
            guest.close();
          }
        }
      }
      areTold(others, 1, CHANGES);
      together.join();
      others.forEach(Following::close);
    }
  }
}
