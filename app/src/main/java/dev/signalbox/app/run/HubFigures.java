package dev.signalbox.app.run;

import dev.signalbox.boards.HubActivity;
import dev.signalbox.core.stream.ChangeStream;
import dev.signalbox.server.Activity;
import org.jspecify.annotations.Nullable;

/** What the hub says of itself: nothing until it serves. Thread: any. */
final class HubFigures implements HubActivity {
  private volatile @Nullable Activity server;
  private volatile @Nullable ChangeStream stream;

  void of(ChangeStream changes) {
    stream = changes;
  }

  void of(Activity activity) {
    server = activity;
  }

  @Override
  public int sseClients() {
    Activity now = server;
    return now == null ? 0 : now.sseStreams();
  }

  @Override
  public int webSocketClients() {
    Activity now = server;
    return now == null ? 0 : now.webSocketStreams();
  }

  @Override
  public long messagesSent() {
    Activity now = server;
    return now == null ? 0 : now.messages();
  }

  @Override
  public long changesMade() {
    ChangeStream now = stream;
    return now == null ? 0 : now.state().sequence();
  }
}
