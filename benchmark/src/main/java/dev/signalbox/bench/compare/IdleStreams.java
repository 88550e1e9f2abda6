package dev.signalbox.bench.compare;

import dev.signalbox.bench.load.Target;
import java.io.IOException;
import java.io.PrintStream;
import java.time.Duration;

/** What goes over the wire while nobody touches a board of 16 outputs, and when somebody does. */
final class IdleStreams implements Bench {
  private static final int CLIENTS = 200;
  private static final int OUTPUTS = 16;
  private static final int SILENT_MS = 600_000;
  private static final Duration EVERY = Duration.ofMillis(50);
  private static final String YARD = "/v1/stream?boards=yard";

  IdleStreams() {}

  @Override
  public String name() {
    return "idle";
  }

  @Override
  public String question() {
    return "How much does a client of 16 outputs receive while nothing changes, and for a change?";
  }

  @Override
  public void run(Ground ground, PrintStream out) throws IOException, InterruptedException {
    HubConfiguration yard = new HubConfiguration(HubConfiguration.yard(OUTPUTS));
    Ground.Hub idle = ground.hub("hub", yard);
    Ground.Hub changing = ground.hub("hub", yard.withHeartbeat(SILENT_MS));
    Contestant events = idle.stream(Target.Kind.EVENTS, YARD);
    Contestant frames = idle.stream(Target.Kind.WEB_SOCKET, YARD);
    Table table = new Table("stream", "bytes a second and client, idle", "bytes of a change");
    table.row(
        "SSE",
        idle(ground, events),
        change(ground, changing, changing.stream(Target.Kind.EVENTS, YARD)));
    Contestant webSocket = changing.stream(Target.Kind.WEB_SOCKET, YARD);
    table.row("WebSocket, JSON", idle(ground, frames), change(ground, changing, webSocket));
    table.row(
        "WebSocket, CBOR",
        idle(ground, frames.speaking("signalbox.v1+cbor")),
        change(ground, changing, webSocket.speaking("signalbox.v1+cbor")));
    table.print(out);
  }

  private static String idle(Ground ground, Contestant contestant)
      throws IOException, InterruptedException {
    Pace pace = ground.pace();
    int clients = pace.clients(CLIENTS);
    Duration length = pace.idleLength();
    Delivery delivery = Delivery.watch(contestant, clients, pace.settle(), length);
    return Spread.number(delivery.bytesPerSecond() / clients, 2);
  }

  private static String change(Ground ground, Ground.Hub hub, Contestant contestant)
      throws IOException, InterruptedException {
    Delivery delivery = Prompted.watch(contestant, hub.brightness(), EVERY, ground.pace());
    return Spread.number(delivery.bytesEach(), 0);
  }
}
