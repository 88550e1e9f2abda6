package dev.signalbox.bench.compare;

import dev.signalbox.bench.load.Crowd;
import dev.signalbox.bench.load.Target;
import java.io.IOException;
import java.io.PrintStream;

/** What the hub holds for each of 10,000 connections that nothing happens on. */
final class ConnectionMemory implements Bench {
  private static final int CLIENTS = 10_000;
  private static final int FIRST = 200;
  private static final int OUTPUTS = 16;
  private static final int CHURNS = 4;

  ConnectionMemory() {}

  @Override
  public String name() {
    return "memory";
  }

  @Override
  public String question() {
    return "How much memory does the hub take for an idle connection, and does it come back?";
  }

  @Override
  public void run(Ground ground, PrintStream out) throws IOException, InterruptedException {
    Table table = new Table("stream", "clients", "when", "heap, KiB each", "resident, KiB each");
    for (Target.Kind kind : Target.Kind.values()) {
      try (Ground own = new Ground(ground.root(), ground.pace())) {
        measure(own, kind, table);
      }
    }
    table.print(out);
  }

  private static void measure(Ground ground, Target.Kind kind, Table table)
      throws IOException, InterruptedException {
    int clients = ground.pace().clients(CLIENTS);
    Ground.Hub hub = ground.hub("hub", new HubConfiguration(HubConfiguration.yard(OUTPUTS)));
    Contestant contestant = hub.stream(kind, "/v1/stream?boards=yard");
    come(ground, contestant, ground.pace().clients(FIRST)).close();
    Thread.sleep(ground.pace().settle());
    Memory before = Memory.of(hub.pid());
    String stream = kind == Target.Kind.EVENTS ? "SSE" : "WebSocket";
    try (Crowd _ = come(ground, contestant, clients)) {
      row(table, stream, clients, "all there", Memory.of(hub.pid()).minus(before));
    }
    for (int i = 1; i < CHURNS; i++) {
      come(ground, contestant, clients).close();
    }
    try (Crowd _ = come(ground, contestant, clients)) {
      String when = "all there again, for the " + CHURNS + "th time";
      row(table, stream, clients, when, Memory.of(hub.pid()).minus(before));
    }
    Thread.sleep(ground.pace().settle());
    row(table, stream, clients, "all gone", Memory.of(hub.pid()).minus(before));
  }

  private static Crowd come(Ground ground, Contestant contestant, int clients)
      throws IOException, InterruptedException {
    Crowd crowd = Arrival.of(contestant, clients, (_, _, _, _, _) -> {});
    Thread.sleep(ground.pace().settle());
    return crowd;
  }

  private static void row(Table table, String stream, int clients, String when, Memory more) {
    table.row(
        stream, Integer.toString(clients), when, more.heapKib(clients), more.residentKib(clients));
  }
}
