package dev.signalbox.acceptance;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A hub with one board, {@code yard}, that is a RailHub with groups. Its settings and the ports of
 * its page and WebSocket stay the same each time it is started.
 */
final class RailHubYard {
  private final Stage stage;
  private final Path data;
  private final Path config;
  private final int port = FreePort.any();
  private final int wsPort = FreePort.any();

  /**
   * Nothing is started yet.
   *
   * @param origin the page from elsewhere that may open the WebSocket
   */
  RailHubYard(Stage stage, String origin) throws IOException {
    this.stage = stage;
    data = stage.folder();
    config =
        Files.writeString(
            stage.folder().resolve("signalbox.yaml"),
            """
            listen: {origins: ['%s']}
            boards:
              yard: {kind: outputs, name: Yard lights}
            listeners:
              - {dialect: railhub, board: yard, variant: esp8266, port: %d, wsPort: %d}
            """
                .formatted(origin, port, wsPort));
  }

  RailHubYard(Stage stage) throws IOException {
    this(stage, "http://panel.example");
  }

  HubProcess start() throws IOException, InterruptedException {
    return stage.hub(data, "--config", config.toString());
  }

  /** The WebSocket's host and port. */
  String socket() {
    return "127.0.0.1:" + wsPort;
  }

  int socketPort() {
    return wsPort;
  }

  URI page() {
    return URI.create("http://127.0.0.1:" + port + "/");
  }
}
