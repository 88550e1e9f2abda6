package dev.signalbox.bench.compare;

import dev.signalbox.bench.load.Crowd;
import dev.signalbox.bench.load.ProcessTime;
import dev.signalbox.bench.load.Target;
import java.io.IOException;
import java.io.PrintStream;
import java.time.Duration;
import java.util.List;

/**
 * How many changes a second the hub takes, by requests of some hundred commands, as fast as it
 * answers them: alone, and while 1,000 clients on its one event loop follow them all. Requests and
 * delivery share that loop, so it is not the rate of the engine alone.
 */
final class EngineRate implements Bench {
  private static final int CLIENTS = 1_000;
  private static final int OUTPUTS = 50;
  private static final int BUSIEST = 4;

  EngineRate() {}

  @Override
  public String name() {
    return "engine";
  }

  @Override
  public String question() {
    return "How many changes a second pass through one event loop's hub, and where does the time"
        + " go?";
  }

  @Override
  public void run(Ground ground, PrintStream out) throws IOException, InterruptedException {
    Table table =
        new Table("clients", "changes/s", "messages/s", "processor, % of one", "which threads");
    Pace pace = ground.pace();
    Ground.Hub hub =
        ground.hub(
            "hub",
            new HubConfiguration(HubConfiguration.yard(OUTPUTS)),
            "-XX:ActiveProcessorCount=1");
    take(hub, 0, pace.warmUp());
    for (int clients : List.of(0, pace.clients(CLIENTS))) {
      Run run = take(hub, clients, pace.length());
      double seconds = run.elapsedNanos() / 1e9;
      table.row(
          Integer.toString(clients),
          Spread.number(run.changes() / seconds, 0),
          Spread.number(run.messages() / seconds, 0),
          Spread.number(100.0 * run.processorNanos() / run.elapsedNanos(), 0),
          run.threads());
    }
    table.print(out);
  }

  /**
   * What came of it.
   *
   * @param messages that clients received
   */
  private record Run(
      long changes, long messages, long processorNanos, long elapsedNanos, String threads) {}

  private static Run take(Ground.Hub hub, int clients, Duration length)
      throws IOException, InterruptedException {
    long[] messages = new long[1];
    Contestant contestant = hub.stream(Target.Kind.EVENTS, "/v1/stream?boards=yard");
    try (Crowd crowd = Arrival.of(contestant, clients, (_, _, _, _, _) -> messages[0]++);
        Commander commander = new Commander(hub.running().port(), OUTPUTS)) {
      long received = crowd.ask(() -> messages[0]);
      ThreadTimes before = ThreadTimes.of(hub.pid());
      ProcessTime time = new ProcessTime(hub.pid());
      long processor = time.nanos();
      long begun = System.nanoTime();
      long changes = commander.send(length);
      long elapsed = System.nanoTime() - begun;
      return new Run(
          changes,
          crowd.ask(() -> messages[0]) - received,
          time.nanos() - processor,
          elapsed,
          ThreadTimes.of(hub.pid()).busiest(before, BUSIEST));
    }
  }
}
