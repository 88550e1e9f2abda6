package dev.signalbox.acceptance;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;

/** A WebSocket that follows everything, and reads all that it is sent. */
final class WebSocketClient implements WebSocket.Listener, AutoCloseable {
  private static final HttpClient CLIENT = HttpClient.newHttpClient();
  private static final int PATIENCE_SECONDS = 10;

  private final CompletableFuture<Boolean> follows = new CompletableFuture<>();
  private final CompletableFuture<Integer> closed = new CompletableFuture<>();
  private final WebSocket socket;

  private WebSocketClient(URI hub) {
    URI address = URI.create("ws://" + hub.getAuthority() + "/v1/stream?parts=*");
    socket =
        CLIENT
            .newWebSocketBuilder()
            .subprotocols("signalbox.v1+json")
            .buildAsync(address, this)
            .join();
  }

  /** Begins to follow; returns once the first part of the snapshot has come. */
  static WebSocketClient open(URI hub) throws Exception {
    WebSocketClient client = new WebSocketClient(hub);
    client.follows.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    return client;
  }

  @Override
  public CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
    if (data.toString().startsWith("{\"snapshot\"")) {
      follows.complete(true);
    }
    from.request(1);
    return CompletableFuture.completedStage(last);
  }

  @Override
  public CompletionStage<?> onClose(WebSocket from, int code, String reason) {
    closed.complete(code);
    return CompletableFuture.completedStage(reason);
  }

  @Override
  public void onError(WebSocket from, Throwable fault) {
    follows.completeExceptionally(fault);
    closed.completeExceptionally(fault);
  }

  /** The code that the hub closes it with; waits for that. */
  int closeCode() throws Exception {
    return closed.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
  }

  @Override
  public void close() {
    socket.abort();
  }
}
