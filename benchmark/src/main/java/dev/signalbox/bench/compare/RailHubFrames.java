package dev.signalbox.bench.compare;

import java.io.IOException;
import java.io.PrintStream;
import java.util.List;

/**
 * The status frame of a RailHub board with 16 outputs, to 1, 100 and 2,000 clients. It is encoded
 * once for all, so that a frame to one client becomes cheaper with each client more, down to the
 * floor.
 */
final class RailHubFrames implements Bench {
  private static final int OUTPUTS = 16;

  /** How many clients, and how often they get a frame: the fewer, the more often. */
  private record Cell(int clients, int periodMs) {}

  private static final List<Cell> CELLS =
      List.of(new Cell(1, 20), new Cell(100, 20), new Cell(2_000, 100));

  RailHubFrames() {}

  @Override
  public String name() {
    return "railhub";
  }

  @Override
  public String question() {
    return "What does a RailHub status frame of 16 outputs cost, and does it cost each client more"
        + " the more there are?";
  }

  @Override
  public void run(Ground ground, PrintStream out) throws IOException, InterruptedException {
    Table table =
        new Table(
            "clients", "bytes", "frames/s", "hub, ns a frame", "floor, ns a frame", "hub : floor");
    for (Cell cell : CELLS) {
      try (Ground own = new Ground(ground.root(), ground.pace())) {
        measure(own, cell, table);
      }
    }
    table.print(out);
  }

  private static void measure(Ground ground, Cell cell, Table table)
      throws IOException, InterruptedException {
    Pace pace = ground.pace();
    HubConfiguration configuration = new HubConfiguration(HubConfiguration.yard(OUTPUTS));
    Contestant hub = ground.hub("hub", configuration.withRailHub(cell.periodMs())).otherWebSocket();
    Delivery warm = Delivery.watch(hub, cell.clients(), pace.settle(), pace.warmUp());
    int bytes = (int) Math.round(warm.bytesEach());
    Contestant floor = ground.floor(hub.target().kind(), bytes, 1_000L * cell.periodMs());
    Turns turns = Turns.take(List.of(hub, floor), cell.clients(), pace);
    table.row(
        Integer.toString(cell.clients()),
        turns.bytesEach("hub").text(0),
        turns.rate("hub").text(0),
        turns.nanosEach("hub").text(0),
        turns.nanosEach("floor").text(0),
        turns.ratio("hub", "floor").text(2));
  }
}
