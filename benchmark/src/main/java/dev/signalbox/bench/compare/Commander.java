package dev.signalbox.bench.compare;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Gives the hub as many commands as it answers, by several requests at a time. */
final class Commander implements AutoCloseable {
  private static final int AT_ONCE = 4;
  private static final int COMMANDS = 96;
  private static final Pattern ID = Pattern.compile("\"id\":\"[^\".]+\\.(\\d+)\"");

  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final List<HttpRequest> requests = new ArrayList<>();
  private final HttpRequest state;
  private final int outputs;

  /**
   * @param outputs of the board {@code yard}, of which each request commands some
   */
  Commander(int port, int outputs) {
    this.outputs = outputs;
    URI hub = URI.create("http://127.0.0.1:" + port + "/");
    URI address = hub.resolve("v1/commands");
    this.state = HttpRequest.newBuilder(hub.resolve("v1/boards")).build();
    for (int lane = 0; lane < AT_ONCE; lane++) {
      requests.add(
          HttpRequest.newBuilder(address)
              .header("Content-Type", "application/json")
              .POST(HttpRequest.BodyPublishers.ofString(commands(lane)))
              .build());
    }
  }

  /**
   * Every command changes something: the lanes have outputs of their own, set one way, then back.
   */
  private String commands(int lane) {
    int own = outputs / AT_ONCE;
    List<String> commands = new ArrayList<>();
    for (int i = 0; i < COMMANDS; i++) {
      int output = 1 + lane * own + i % own;
      int brightness = i / own % 2 == 0 ? 10 : 20;
      commands.add(
          "{\"board\":\"yard\",\"part\":\"out%d\",\"set\":{\"brightness\":%d}}"
              .formatted(output, brightness));
    }
    return "[" + String.join(",", commands) + "]";
  }

  /**
   * Sends for as long.
   *
   * @return how many changes the hub counts
   * @throws IOException if one is refused
   */
  long send(Duration length) throws IOException, InterruptedException {
    long before = sequence();
    long end = System.nanoTime() + length.toNanos();
    List<CompletableFuture<Boolean>> lanes =
        requests.stream().map(request -> lane(request, end)).toList();
    try {
      lanes.forEach(CompletableFuture::join);
      return sequence() - before;
    } catch (CompletionException fault) {
      throw new IOException("the hub refuses commands: " + fault.getMessage(), fault);
    }
  }

  private long sequence() throws IOException, InterruptedException {
    String text = client.send(state, HttpResponse.BodyHandlers.ofString()).body();
    Matcher id = ID.matcher(text);
    if (!id.find()) {
      throw new IOException("the hub tells no id");
    }
    return Long.parseLong(id.group(1));
  }

  private CompletableFuture<Boolean> lane(HttpRequest request, long end) {
    CompletableFuture<Boolean> sent = new CompletableFuture<>();
    Thread.ofVirtual()
        .start(() -> {
          try {
            while (System.nanoTime() - end < 0) {
              HttpResponse<Void> answer =
                  client.send(request, HttpResponse.BodyHandlers.discarding());
              if (answer.statusCode() != 200) {
                throw new IOException("status " + answer.statusCode());
              }
            }
            sent.complete(true);
          } catch (IOException | InterruptedException fault) {
            sent.completeExceptionally(fault);
          }
        });
    return sent;
  }

  @Override
  public void close() {
    client.close();
  }
}
