package dev.signalbox.bench.compare;

import dev.signalbox.bench.load.Target;
import java.io.IOException;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;

/**
 * The same messages from the hub, by two ways to the kernel, from the floor and from peers: short
 * ones as a counter makes them, and RailHub frames. About 50,000 messages a second go out, so that
 * what a server does at rest hardly counts.
 */
final class MessageCosts implements Bench {
  private static final int MESSAGES_A_SECOND = 50_000;
  private static final int RAILHUB_OUTPUTS = 12;
  private static final List<Integer> CLIENTS = List.of(1_000, 10_000);
  private static final String FLOOR = "floor";

  MessageCosts() {}

  /** What the hub sends. */
  private enum Source {
    SHORT_EVENTS(Target.Kind.EVENTS),
    SHORT_FRAMES(Target.Kind.WEB_SOCKET),
    RAILHUB(Target.Kind.WEB_SOCKET);

    private final Target.Kind kind;

    Source(Target.Kind kind) {
      this.kind = kind;
    }

    HubConfiguration configuration(int periodMs) {
      return switch (this) {
        case SHORT_EVENTS, SHORT_FRAMES ->
            new HubConfiguration(HubConfiguration.counters(periodMs));
        case RAILHUB ->
            new HubConfiguration(HubConfiguration.yard(RAILHUB_OUTPUTS)).withRailHub(periodMs);
      };
    }

    Contestant of(Ground.Hub hub) {
      return switch (this) {
        case SHORT_EVENTS -> hub.stream(kind, "/v1/stream");
        case SHORT_FRAMES -> hub.stream(kind, "/v1/stream?boards=c1");
        case RAILHUB -> hub.otherWebSocket();
      };
    }
  }

  @Override
  public String name() {
    return "deliver";
  }

  @Override
  public String question() {
    return "What does it cost to deliver one message to one client, and what do others take for"
        + " it?";
  }

  @Override
  public void run(Ground ground, PrintStream out) throws IOException, InterruptedException {
    for (Source source : Source.values()) {
      for (int clients : CLIENTS) {
        try (Ground own = new Ground(ground.root(), ground.pace())) {
          measure(own, source, clients, out);
        }
      }
    }
  }

  private static void measure(Ground ground, Source source, int asked, PrintStream out)
      throws IOException, InterruptedException {
    int clients = ground.pace().clients(asked);
    int periodMs = 1_000 * asked / MESSAGES_A_SECOND;
    List<Contestant> contestants = new ArrayList<>();
    HubConfiguration configuration = source.configuration(periodMs);
    for (String transport : List.of("io_uring", "epoll")) {
      contestants.add(source.of(ground.hub("hub, " + transport, configuration.over(transport))));
    }
    int bytes = 0;
    for (Contestant hub : contestants) {
      bytes = (int) Math.round(warm(ground, hub, clients).bytesEach());
    }
    contestants.add(ground.floor(source.kind, bytes, 1_000L * periodMs));
    for (Contestant peer : new Peers(ground, out).of(source.kind, bytes, 1_000L * periodMs)) {
      addIfFit(ground, peer, clients, contestants, out);
    }
    Turns turns = Turns.take(contestants, clients, ground.pace());
    Table table =
        new Table("stream", "clients", "server", "bytes", "messages/s", "ns a message", ": floor");
    for (Contestant contestant : contestants) {
      row(source, clients, contestant.name(), turns, table);
    }
    table.print(out);
  }

  private static Delivery warm(Ground ground, Contestant contestant, int clients)
      throws IOException, InterruptedException {
    Pace pace = ground.pace();
    return Delivery.watch(contestant, clients, pace.settle(), pace.warmUp());
  }

  private static void addIfFit(
      Ground ground, Contestant peer, int clients, List<Contestant> contestants, PrintStream out)
      throws InterruptedException {
    try {
      if (warm(ground, peer, clients).messages() == 0) {
        throw new IOException("sends nothing");
      }
      contestants.add(peer);
    } catch (IOException fault) {
      Peers.leftOut(out, peer.name(), String.valueOf(fault.getMessage()));
    }
  }

  private static void row(Source source, int clients, String name, Turns turns, Table table) {
    table.row(
        source.kind == Target.Kind.EVENTS ? "SSE" : "WebSocket",
        Integer.toString(clients),
        name,
        turns.bytesEach(name).text(0),
        turns.rate(name).text(0),
        turns.nanosEach(name).text(0),
        turns.ratio(name, FLOOR).text(2));
  }
}
