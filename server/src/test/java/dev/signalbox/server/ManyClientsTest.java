package dev.signalbox.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.signalbox.core.model.PartId;
import dev.signalbox.core.model.Report;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/**
 * 200 clients by SSE and 200 by WebSocket, all told every change of the counter, beside two that
 * follow far more: first these read, then they stop to read, and at last they read again.
 */
final class ManyClientsTest {
  private static final int OF_EACH = 200;
  private static final int CHANGES = 50;
  private static final int OTHER_CHANGES = 400;

  /** One more than is measured, for which every client waits meanwhile. */
  private static final int ALL_CHANGES = 2 * CHANGES + 1;

  /** After how many changes those that stopped to read have all that the system holds for them. */
  private static final int SETTLING = 10;

  private static final int RECEIVE_BUFFER = 4 * 1024;

  /** Full before anything is measured. */
  private static final int LOG = 4_096;

  private static final double MOST_HEAP = 6;

  /** When each value of the counter was handed in, and when each client had it. */
  private final long[] handedIn = new long[ALL_CHANGES + 1];

  private final long[][] told = new long[Transport.values().length * OF_EACH][ALL_CHANGES + 1];
  private final Semaphore arrived = new Semaphore(0);
  private int value;
  private int others;

  @Test
  void clientsThatStopReading_disturbNobody() throws InterruptedException {
    List<Following> clients = new ArrayList<>();
    try (ServedHub hub = new ServedHub(ServedHub.settings(ServedHub.generous()), LOG);
        Together together = new Together()) {
      for (int i = 0; i < OF_EACH; i++) {
        for (Transport transport : Transport.values()) {
          clients.add(transport.follow(hub, "?boards=counter"));
        }
      }
      clients.forEach(client -> together.begin(() -> readAll(client, clients.indexOf(client))));
      arrived.acquire(clients.size());
      assertEquals(OF_EACH, hub.server().activity().sseStreams());
      int webSockets = clients.size() - OF_EACH;
      assertEquals(webSockets, hub.server().activity().webSocketStreams());

      try (Following sse = Transport.SSE.follow(hub, "");
          Following socket = Transport.WEB_SOCKET.follow(hub, "")) {
        Together readers = new Together();
        readers.begin(() -> readTo(sse, CHANGES));
        readers.begin(() -> readTo(socket, CHANGES));
        changeAndWait(hub, clients.size(), CHANGES);
        readers.join();
      }
      Stopped sse = new Stopped(Transport.SSE, hub);
      Stopped socket = new Stopped(Transport.WEB_SOCKET, hub);
      changeAndWait(hub, clients.size(), SETTLING);
      Memory before = Memory.now();
      changeAndWait(hub, clients.size(), SETTLING);
      // Hubs of earlier tests may have let go of something meanwhile.
      Memory base = before.lesser(Memory.now());
      changeAndWait(hub, clients.size(), CHANGES - 2 * SETTLING);
      Memory grown = Memory.now().since(base);
      changeAndWait(hub, clients.size(), 1);
      together.join();
      report(grown);
      assertTrue(grown.heapMegabytes() < MOST_HEAP, grown.toString());
      sse.readsAgain(hub);
      socket.readsAgain(hub);
    } finally {
      clients.forEach(Following::close);
    }
  }

  private void readAll(Following client, int index) {
    client.next("snapshot");
    arrived.release();
    for (int i = 1; i <= ALL_CHANGES; i++) {
      assertEquals(i, client.next("change").data().at("set", "value").number());
      told[index][i] = System.nanoTime();
      arrived.release();
    }
  }

  /**
   * Reads until the counter is told to be at {@code last}; one that catches up is told it whole.
   */
  private static void readTo(Following client, int last) {
    Doc wanted = new Doc((long) last);
    Doc told;
    do {
      told = client.next().data();
    } while (!told.at("set", "value").equals(wanted) && !told.at("put", "value").equals(wanted));
  }

  /**
   * The next changes of the counter, each among many others, and told to everyone before the next.
   */
  private void changeAndWait(ServedHub hub, int clients, int count) throws InterruptedException {
    for (int i = 0; i < count; i++) {
      for (int other = 0; other < OTHER_CHANGES / 2; other++) {
        changeOther(hub);
      }
      value++;
      handedIn[value] = System.nanoTime();
      hub.countPatiently(value);
      for (int other = 0; other < OTHER_CHANGES / 2; other++) {
        changeOther(hub);
      }
      assertTrue(arrived.tryAcquire(clients, 10, TimeUnit.SECONDS), "somebody is not told");
    }
    hub.settle();
  }

  private void changeOther(ServedHub hub) {
    others++;
    Map<String, Object> values =
        Map.of(
            "name", "Another name, the number %d".formatted(others), "blink", others % 1_000 + 10);
    hub.reportPatiently("yard", new Report.Observed(new PartId("out" + (others % 8 + 1)), values));
  }

  private void report(Memory grown) {
    System.out.printf(
        "%d clients told %d changes each among %d others: median %.2f ms while two more read, "
            + "%.2f ms while these did not; grown by %s%n",
        told.length, CHANGES, CHANGES * OTHER_CHANGES, median(1), median(CHANGES + 1), grown);
  }

  /** Milliseconds from handing in to having been told, over {@code CHANGES} values. */
  private double median(int from) {
    long[] nanos = new long[told.length * CHANGES];
    for (int client = 0; client < told.length; client++) {
      for (int i = 0; i < CHANGES; i++) {
        nanos[client * CHANGES + i] = told[client][from + i] - handedIn[from + i];
      }
    }
    Arrays.sort(nanos);
    return nanos[nanos.length / 2] / 1e6;
  }

  /** A client that follows everything, and has stopped to read after the snapshot. */
  private static final class Stopped {
    private final Replica replica = new Replica();
    private final Following stream;
    private final Transport transport;

    Stopped(Transport transport, ServedHub hub) {
      this.transport = transport;
      RawConnection connection = new RawConnection(hub.port(), RECEIVE_BUFFER);
      stream = transport.follow(connection, "", Optional.empty());
      replica.take(stream.next("snapshot"));
    }

    void readsAgain(ServedHub hub) {
      String truth = hub.id();
      long messages = 0;
      long folded = 0;
      boolean inCatchUp = false;
      while (!replica.id().equals(Optional.of(truth))) {
        Told next = stream.next("change");
        Doc skipped = next.data().at("skipped");
        assertTrue(skipped.isMissing() || next.id().isPresent(), next.toString());
        assertTrue(!inCatchUp || next.id().isEmpty() || !skipped.isMissing(), next.toString());
        inCatchUp = next.id().isEmpty();
        folded += skipped.isMissing() ? 0 : skipped.number();
        messages++;
        replica.take(next);
      }
      assertEquals(hub.truth(), replica.boards());
      assertTrue(folded > messages, "folded " + folded + " of " + messages);
      System.out.printf(
          "%s client that read again: %d messages, %d changes folded%n",
          transport, messages, folded);
      hub.count(transport == Transport.SSE ? -1 : -2);
      assertEquals(hub.id(), stream.next("change").id().orElseThrow());
      stream.close();
    }
  }
}
