package dev.signalbox.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/** A hub's requests and answers, as any program makes them. */
record Api(URI hub) {
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final HttpClient CLIENT =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(PATIENCE).build();

  /** An answer. */
  record Reply(int status, String body) {
    Doc json() {
      return Doc.of(body);
    }
  }

  static Api of(HubProcess hub) {
    return new Api(hub.uri());
  }

  /** The whole state. */
  Doc state() throws IOException, InterruptedException {
    return get("v1/boards");
  }

  /** One board, or one part as {@code yard/out1}. */
  Doc at(String address) throws IOException, InterruptedException {
    return get(path(address));
  }

  Doc get(String path) throws IOException, InterruptedException {
    Reply reply = ask("GET", path, "");
    assertEquals(200, reply.status(), reply::body);
    return reply.json();
  }

  /** Sets properties of a board or a part, and returns it. */
  Doc set(String address, String properties) throws IOException, InterruptedException {
    Reply reply = ask("PATCH", path(address), properties);
    assertEquals(200, reply.status(), reply::body);
    return reply.json();
  }

  /** Does something that is to be answered with that status. */
  void act(int status, String method, String path, String json)
      throws IOException, InterruptedException {
    Reply reply = ask(method, path, json);
    assertEquals(status, reply.status(), reply::body);
  }

  Reply ask(String method, String path, String json) throws IOException, InterruptedException {
    HttpRequest.BodyPublisher body =
        json.isEmpty()
            ? HttpRequest.BodyPublishers.noBody()
            : HttpRequest.BodyPublishers.ofString(json);
    HttpRequest request =
        HttpRequest.newBuilder(hub.resolve(path))
            .timeout(PATIENCE)
            .header("Content-Type", "application/json")
            .method(method, body)
            .build();
    HttpResponse<String> response = CLIENT.send(request, HttpResponse.BodyHandlers.ofString());
    return new Reply(response.statusCode(), response.body());
  }

  private static String path(String address) {
    String[] ids = address.split("/", 2);
    return "v1/boards/" + ids[0] + (ids.length == 1 ? "" : "/parts/" + ids[1]);
  }
}
