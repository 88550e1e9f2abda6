package dev.signalbox.bench.compare;

import dev.signalbox.bench.load.Crowd;
import dev.signalbox.bench.load.Target;
import java.io.IOException;
import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * 10,000 clients are cut off and come back all at once, while 100 others stay and follow a counter
 * that changes ten times a second.
 */
final class ReconnectStorm implements Bench {
  private static final int CLIENTS = 10_000;
  private static final int STAY = 100;
  private static final int OUTPUTS = 16;
  private static final int COUNTER_MS = 100;
  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final double NANOS_PER_SECOND = 1e9;
  private static final double NANOS_PER_MS = 1e6;

  ReconnectStorm() {}

  @Override
  public String name() {
    return "storm";
  }

  @Override
  public String question() {
    return "How long until 10,000 clients that come at once all have the state, and what do others"
        + " see of it?";
  }

  @Override
  public void run(Ground ground, PrintStream out) throws IOException, InterruptedException {
    Table table =
        new Table("stream", "clients", "until all have the state, s", "longest gap of others, ms");
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
    String boards = HubConfiguration.yard(OUTPUTS) + HubConfiguration.counters(COUNTER_MS);
    Ground.Hub hub = ground.hub("hub", new HubConfiguration(boards));
    Contestant staying = hub.stream(kind, "/v1/stream?boards=c1");
    Contestant coming = hub.stream(kind, "/v1/stream?parts=*");
    List<Double> seconds = new ArrayList<>();
    List<Double> gaps = new ArrayList<>();
    Gaps seen = new Gaps(STAY);
    try (Crowd stay = Arrival.of(staying, STAY, seen)) {
      for (int round = 0; round < pace.rounds(); round++) {
        Crowd crowd = Arrival.of(coming, clients, (_, _, _, _, _) -> {});
        Thread.sleep(pace.settle());
        long _ = stay.ask(seen::reset);
        crowd.close();
        seconds.add(storm(coming, clients) / NANOS_PER_SECOND);
        gaps.add(stay.ask(() -> seen.longest(System.nanoTime())) / NANOS_PER_MS);
      }
    }
    table.row(
        kind == Target.Kind.EVENTS ? "SSE" : "WebSocket",
        Integer.toString(clients),
        Spread.of(seconds).text(2),
        Spread.of(gaps).text(0));
  }

  /** Nanoseconds until all have the state; by WebSocket a greeting comes first. */
  private static long storm(Contestant contestant, int clients)
      throws IOException, InterruptedException {
    int needed =
        switch (contestant.target().kind()) {
          case EVENTS -> 1;
          case WEB_SOCKET -> 2;
        };
    Firsts firsts = new Firsts(clients, needed);
    try (Crowd crowd = new Crowd(contestant.target(), firsts)) {
      long begun = System.nanoTime();
      crowd.add(clients, clients);
      while (!crowd.ask(firsts::areAll)) {
        if (System.nanoTime() - begun > PATIENCE.toNanos()) {
          throw new IOException("not all come back: " + crowd.standing());
        }
        Thread.sleep(2);
      }
      long took = System.nanoTime() - begun;
      Arrival.expectAll(crowd.standing(), clients, contestant);
      return took;
    }
  }
}
