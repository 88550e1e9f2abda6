package dev.signalbox.server;

import dev.signalbox.core.model.BoardState;
import dev.signalbox.core.model.HubState;
import dev.signalbox.core.model.Link;
import dev.signalbox.core.stream.ChangeStream;
import dev.signalbox.wire.MetricsText;
import dev.signalbox.wire.MetricsText.Format;
import dev.signalbox.wire.MetricsText.Kind;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import java.util.Map;

/**
 * {@code GET /metrics}: what the hub does and what its boards measure. Everything is read from what
 * is there anyway when it is asked for. Thread: any event loop.
 */
final class Metrics {
  private static final double NANOS_PER_SECOND = 1e9;

  private final ChangeStream stream;
  private final Activity activity;
  private final String version;

  Metrics(Hub hub) {
    this.stream = hub.engine().stream();
    this.activity = hub.activity();
    this.version = hub.version();
  }

  void answer(HttpServerRequest request) {
    Format format = Negotiation.ofFigures(request);
    request
        .response()
        .putHeader(HttpHeaders.VARY, "Accept")
        .putHeader(HttpHeaders.CACHE_CONTROL, "no-store");
    Answers.text(request, format.mediaType(), text(format));
  }

  private byte[] text(Format format) {
    MetricsText text = new MetricsText(format);
    HubState state = stream.state();
    text.family("signalbox", Kind.INFO, "Which hub this is, and which run of it.")
        .sample(1, "version", version, "name", state.name(), "epoch", state.epoch());
    clients(text);
    commands(text);
    loops(text);
    changes(text, state);
    ProcessFigures.write(text);
    boards(text, state);
    PartFigures.write(text, state);
    return text.bytes();
  }

  private void clients(MetricsText text) {
    text.family("signalbox_connections", Kind.GAUGE, "Open connections.")
        .sample(activity.connections());
    text.family("signalbox_streams", Kind.GAUGE, "Clients that follow, by transport.")
        .sample(activity.sseStreams(), "transport", "sse")
        .sample(activity.webSocketStreams(), "transport", "websocket");
    text.family("signalbox_messages_sent", Kind.COUNTER, "Messages written to streams.")
        .sample(activity.messages());
    text.family(
            "signalbox_lagged_clients",
            Kind.COUNTER,
            "Clients that wanted every change and fell out of the change log.")
        .sample(activity.lagged());
  }

  private void commands(MetricsText text) {
    CommandTally tally = activity.commands();
    text.family("signalbox_commands_accepted", Kind.COUNTER, "Requests whose commands became true.")
        .sample(tally.accepted());
    Map<String, Long> refused = tally.refused();
    if (!refused.isEmpty()) {
      text.family(
          "signalbox_commands_rejected",
          Kind.COUNTER,
          "Requests to command something, by refusal.");
      refused.forEach((reason, count) -> text.sample(count, "reason", reason));
    }
  }

  private void loops(MetricsText text) {
    Lateness lateness = activity.lateness();
    text.family(
            "signalbox_event_loop_turns", Kind.COUNTER, "Timers of the event loops, each second.")
        .sample(lateness.turns());
    text.family(
            "signalbox_event_loop_late_seconds", Kind.COUNTER, "How late all those timers came.")
        .sample(lateness.lateNanos() / NANOS_PER_SECOND);
    text.family(
            "signalbox_event_loop_latest_seconds", Kind.GAUGE, "How late the latest of them came.")
        .sample(lateness.latestNanos() / NANOS_PER_SECOND);
  }

  private void changes(MetricsText text, HubState state) {
    int capacity = stream.log().capacity();
    text.family("signalbox_changes", Kind.COUNTER, "Changes of this run.").sample(state.sequence());
    text.family("signalbox_log_changes", Kind.GAUGE, "Changes that the log keeps.")
        .sample(Math.min(state.sequence(), capacity));
    text.family("signalbox_log_capacity", Kind.GAUGE, "Changes that the log can keep.")
        .sample(capacity);
  }

  private static void boards(MetricsText text, HubState state) {
    if (state.boards().isEmpty()) {
      return;
    }
    text.family("signalbox_board_online", Kind.GAUGE, "1 for a board that can be reached, or 0.");
    for (BoardState board : state.boards().values()) {
      boolean online = board.info().link() instanceof Link.Online;
      text.sample(online ? 1 : 0, "board", board.id().value(), "kind", board.info().kind());
    }
  }
}
