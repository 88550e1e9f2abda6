package dev.signalbox.acceptance;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/** {@code /v1/stream} as Server-Sent Events, read event by event. */
final class EventStream implements AutoCloseable {
  private static final int PATIENCE_SECONDS = 30;

  /** One event; a keep-alive has no name and no data. */
  record Event(String id, String name, Doc data) {
    /** Whether it is a change of that part. */
    boolean changes(String board, String part) {
      return name.equals("change")
          && data.at("board").text().equals(board)
          && part.equals(data.at("part").value());
    }
  }

  private final HttpURLConnection connection;
  private final BufferedReader reader;

  private EventStream(HttpURLConnection connection) throws IOException {
    this.connection = connection;
    this.reader =
        new BufferedReader(
            new InputStreamReader(connection.getInputStream(), StandardCharsets.UTF_8));
  }

  /**
   * Begins to follow.
   *
   * @param query such as {@code ?boards=counter}, or nothing
   */
  static EventStream open(URI hub, String query) throws IOException {
    URI address = hub.resolve("v1/stream" + query);
    if (!(address.toURL().openConnection() instanceof HttpURLConnection connection)) {
      throw new AssertionError("not HTTP: " + address);
    }
    connection.setConnectTimeout((int) TimeUnit.SECONDS.toMillis(PATIENCE_SECONDS));
    connection.setReadTimeout((int) TimeUnit.SECONDS.toMillis(PATIENCE_SECONDS));
    return new EventStream(connection);
  }

  /** The next event that is {@code wanted}; those before it are passed over. */
  Event next(Predicate<Event> wanted) throws IOException {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
    while (System.nanoTime() - deadline < 0) {
      Event event = next();
      if (wanted.test(event)) {
        return event;
      }
    }
    throw new AssertionError("what was waited for did not come");
  }

  /** The next event, whatever it is. */
  Event next() throws IOException {
    String id = "";
    String name = "";
    StringBuilder data = new StringBuilder();
    for (String line = line(); !line.isEmpty(); line = line()) {
      String value = line.substring(line.indexOf(": ") + 2);
      switch (line.substring(0, line.indexOf(':'))) {
        case "id" -> id = value;
        case "event" -> name = value;
        case "data" -> data.append(value);
        case "retry" -> name = "retry";
        default -> throw new AssertionError("not of an event stream: " + line);
      }
    }
    return new Event(id, name, data.isEmpty() ? new Doc(null) : Doc.of(data.toString()));
  }

  private String line() throws IOException {
    String line = reader.readLine();
    if (line == null) {
      throw new AssertionError("the stream ended");
    }
    return line;
  }

  @Override
  public void close() {
    connection.disconnect();
  }
}
