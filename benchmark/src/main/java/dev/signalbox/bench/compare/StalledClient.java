package dev.signalbox.bench.compare;

import dev.signalbox.bench.load.Percentiles;
import dev.signalbox.bench.load.Target;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * One client that asks for four counters at a hundred changes a second each and reads nothing,
 * among 1,000 that follow an output.
 */
final class StalledClient implements Bench {
  private static final int CLIENTS = 1_000;
  private static final int OUTPUTS = 16;
  private static final Duration EVERY = Duration.ofMillis(50);
  private static final int COUNTER_MS = 10;

  /** So few that it is full before anything is measured, and does not grow any more. */
  private static final int LOG = 100;

  private static final int SMALL_BUFFER = 4 * 1024;
  private static final double NANOS_PER_MS = 1e6;
  private static final double BYTES_PER_KIB = 1024;

  StalledClient() {}

  @Override
  public String name() {
    return "stalled";
  }

  @Override
  public String question() {
    return "Does a client that stops reading make the others wait, or the hub grow?";
  }

  @Override
  public void run(Ground ground, PrintStream out) throws IOException, InterruptedException {
    int clients = ground.pace().clients(CLIENTS);
    String counters = HubConfiguration.counters(COUNTER_MS, COUNTER_MS, COUNTER_MS, COUNTER_MS);
    String boards = HubConfiguration.yard(OUTPUTS) + counters;
    Ground.Hub hub = ground.hub("hub", new HubConfiguration(boards).withLog(LOG));
    List<Turn> without = new ArrayList<>();
    List<Turn> with = new ArrayList<>();
    follow(ground, hub, clients);
    for (int round = 0; round < ground.pace().rounds(); round++) {
      without.add(turn(ground, hub, clients, false));
      with.add(turn(ground, hub, clients, true));
    }
    Table table = new Table("", "clients", "p50, ms", "p99, ms", "heap grew by, KiB");
    row(table, "all read", clients, without);
    row(table, "one more does not", clients, with);
    table.print(out);
  }

  /** How long changes took to one client, and by how many bytes the hub's heap grew meanwhile. */
  private record Turn(Percentiles each, long grown) {}

  private static Turn turn(Ground ground, Ground.Hub hub, int clients, boolean isStalled)
      throws IOException, InterruptedException {
    Memory before = Memory.of(hub.pid());
    try (Socket stalled = new Socket()) {
      if (isStalled) {
        stall(stalled, hub.running().port());
      }
      Thread.sleep(ground.pace().length());
      Percentiles each = follow(ground, hub, clients);
      Thread.sleep(ground.pace().settle());
      return new Turn(each, Memory.of(hub.pid()).minus(before).heap());
    }
  }

  private static Percentiles follow(Ground ground, Ground.Hub hub, int clients)
      throws IOException, InterruptedException {
    Contestant output = hub.stream(Target.Kind.EVENTS, "/v1/stream?parts=out1");
    return Reactions.of(ground.pace(), output, clients, hub.brightness(), EVERY).each();
  }

  private static void stall(Socket socket, int port) throws IOException {
    socket.setReceiveBufferSize(SMALL_BUFFER);
    socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
    String request =
        "GET /v1/stream?boards=c1,c2,c3,c4 HTTP/1.1\r\nHost: 127.0.0.1:" + port + "\r\n\r\n";
    socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
  }

  private static void row(Table table, String what, int clients, List<Turn> turns) {
    table.row(
        what,
        Integer.toString(clients),
        Spread.of(turns.stream().map(one -> one.each().p50() / NANOS_PER_MS).toList()).text(2),
        Spread.of(turns.stream().map(one -> one.each().p99() / NANOS_PER_MS).toList()).text(2),
        Spread.of(turns.stream().map(one -> one.grown() / BYTES_PER_KIB).toList()).text(0));
  }
}
