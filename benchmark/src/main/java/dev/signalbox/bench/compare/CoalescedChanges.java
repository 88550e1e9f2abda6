package dev.signalbox.bench.compare;

import dev.signalbox.bench.load.Target;
import java.io.IOException;
import java.io.PrintStream;
import java.util.List;

/**
 * Ten parts that change about ten times a second each, at times that have nothing to do with each
 * other: sent as they come, with {@code coalesce}, and by the floor, each alone.
 */
final class CoalescedChanges implements Bench {
  private static final int CLIENTS = 500;
  private static final int COALESCE_MS = 20;

  /** Primes, so that no two counters stay in step; 10 changes a second each, on average. */
  private static final int[] INTERVALS_MS = {79, 83, 89, 97, 101, 103, 107, 109, 113, 127};

  CoalescedChanges() {}

  @Override
  public String name() {
    return "coalesce";
  }

  @Override
  public String question() {
    return "What does one of ten parts' changes cost with 'coalesce: 20ms', for each client?";
  }

  @Override
  public void run(Ground ground, PrintStream out) throws IOException, InterruptedException {
    Table table =
        new Table("stream", "clients", "server", "bytes", "changes/s", "ns a change", ": floor");
    for (Target.Kind kind : Target.Kind.values()) {
      try (Ground own = new Ground(ground.root(), ground.pace())) {
        measure(own, kind, table);
      }
    }
    table.print(out);
  }

  private static void measure(Ground ground, Target.Kind kind, Table table)
      throws IOException, InterruptedException {
    Pace pace = ground.pace();
    int clients = pace.clients(CLIENTS);
    HubConfiguration alone = new HubConfiguration(HubConfiguration.counters(INTERVALS_MS));
    String path = "/v1/stream?parts=*";
    Contestant each = ground.hub("hub, each alone", alone).stream(kind, path);
    Contestant together =
        ground.hub("hub, coalesced", alone.coalescing(COALESCE_MS)).stream(kind, path);
    Delivery.watch(each, clients, pace.settle(), pace.warmUp());
    Delivery warm = Delivery.watch(together, clients, pace.settle(), pace.warmUp());
    int bytes = (int) Math.round(warm.bytesEach());
    Contestant floor = ground.floor(kind, bytes, microsecondsBetween());
    List<Contestant> contestants = List.of(together, each, floor);
    Turns turns = Turns.take(contestants, clients, pace);
    for (Contestant contestant : contestants) {
      String name = contestant.name();
      table.row(
          kind == Target.Kind.EVENTS ? "SSE" : "WebSocket",
          Integer.toString(clients),
          name,
          turns.bytesEach(name).text(0),
          turns.rate(name).text(0),
          turns.nanosEach(name).text(0),
          turns.ratio(name, floor.name()).text(2));
    }
  }

  /** From one change to the next, of all counters together. */
  private static long microsecondsBetween() {
    double perSecond = 0;
    for (int interval : INTERVALS_MS) {
      perSecond += 1_000.0 / interval;
    }
    return Math.round(1_000_000 / perSecond);
  }
}
