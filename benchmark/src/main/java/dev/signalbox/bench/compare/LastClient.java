package dev.signalbox.bench.compare;

import dev.signalbox.bench.load.Percentiles;
import dev.signalbox.bench.load.Stimulus;
import dev.signalbox.bench.load.Target;
import java.io.IOException;
import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** From one change's request until the last of 1,000 clients has it: the hub and the floor. */
final class LastClient implements Bench {
  private static final int CLIENTS = 1_000;
  private static final int OUTPUTS = 16;
  private static final Duration EVERY = Duration.ofMillis(50);
  private static final double NANOS_PER_MS = 1e6;

  LastClient() {}

  @Override
  public String name() {
    return "latency";
  }

  @Override
  public String question() {
    return "How long does it take until the last client is told of a change, from when it was due?";
  }

  /** Latencies of one contestant, by round. */
  private record Rounds(String name, List<Percentiles> last) {
    Spread of(ToDoubleFunction<Percentiles> value) {
      return Spread.of(last.stream().map(one -> value.applyAsDouble(one) / NANOS_PER_MS).toList());
    }

    Spread ratio(Rounds other, ToDoubleFunction<Percentiles> value) {
      List<Double> ratios = new ArrayList<>();
      for (int i = 0; i < last.size(); i++) {
        ratios.add(value.applyAsDouble(last.get(i)) / value.applyAsDouble(other.last.get(i)));
      }
      return Spread.of(ratios);
    }
  }

  @Override
  public void run(Ground ground, PrintStream out) throws IOException, InterruptedException {
    Table table =
        new Table("stream", "clients", "server", "p50, ms", ": floor", "p99, ms", ": floor");
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
    Ground.Hub running = ground.hub("hub", new HubConfiguration(HubConfiguration.yard(OUTPUTS)));
    Contestant hub = running.stream(kind, "/v1/stream?boards=yard");
    int bytes = bytes(pace, hub, running.brightness());
    Contestant floor = ground.floor(kind, bytes, 0);
    Stimulus sweep =
        new Stimulus("POST", "http://127.0.0.1:" + floor.target().port() + "/x/{n}", "", "\"n\":");
    Rounds ofHub = new Rounds("hub", new ArrayList<>());
    Rounds ofFloor = new Rounds("floor", new ArrayList<>());
    last(pace, hub, clients, running.brightness());
    for (int round = 0; round < pace.rounds(); round++) {
      ofHub.last().add(last(pace, hub, clients, running.brightness()));
      ofFloor.last().add(last(pace, floor, clients, sweep));
    }
    for (Rounds rounds : List.of(ofHub, ofFloor)) {
      table.row(
          kind == Target.Kind.EVENTS ? "SSE" : "WebSocket",
          Integer.toString(clients),
          rounds.name(),
          rounds.of(Percentiles::p50).text(2),
          rounds.ratio(ofFloor, Percentiles::p50).text(2),
          rounds.of(Percentiles::p99).text(2),
          rounds.ratio(ofFloor, Percentiles::p99).text(2));
    }
  }

  private static int bytes(Pace pace, Contestant hub, Stimulus stimulus)
      throws IOException, InterruptedException {
    return (int) Math.round(Prompted.watch(hub, stimulus, EVERY, pace).bytesEach());
  }

  private static Percentiles last(Pace pace, Contestant contestant, int clients, Stimulus stimulus)
      throws IOException, InterruptedException {
    return Reactions.of(pace, contestant, clients, stimulus, EVERY).last();
  }
}
