package dev.signalbox.bench.compare;

import dev.signalbox.bench.load.Stimulus;
import dev.signalbox.bench.load.Target;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * Where the contestants run: starts them, and ends all that it started.
 *
 * @param root the checkout
 * @param floor the program of the floor, compiled
 * @param folder for configurations, data and logs
 */
record Ground(Path root, Path floor, Path folder, Pace pace, Deque<Ending> running)
    implements AutoCloseable {
  /** Under {@code root}, where {@code ./bench} has built everything. */
  Ground(Path root, Pace pace) throws IOException {
    this(
        root,
        root.resolve("benchmark/target/floor"),
        Files.createTempDirectory("signalbox-bench"),
        pace,
        new ArrayDeque<>());
  }

  /** Starts a hub. */
  Hub hub(String name, HubConfiguration configuration) throws IOException, InterruptedException {
    return hub(name, configuration, "");
  }

  /**
   * Starts a hub.
   *
   * @param options for its Java, empty for none
   */
  Hub hub(String name, HubConfiguration configuration, String options)
      throws IOException, InterruptedException {
    Path own = folder("hub");
    int other = Running.freePort();
    String text = configuration.text().replace("PORT", Integer.toString(other));
    Path file = Files.writeString(own.resolve("signalbox.yaml"), text);
    int port = Running.freePort();
    List<String> command =
        List.of(
            "env",
            "SIGNALBOX_JAVA_OPTS=" + options,
            root.resolve("signalbox").toString(),
            "--config",
            file.toString(),
            "--data",
            own.resolve("data").toString(),
            "--port",
            Integer.toString(port));
    return new Hub(start(name, port, own, command), other);
  }

  /** A folder of its own for a program. */
  Path folder(String name) throws IOException {
    return Files.createDirectory(folder.resolve(name + "-" + running.size()));
  }

  /** Starts a program, which ends with this. */
  Running start(String name, int port, Path own, List<String> command)
      throws IOException, InterruptedException {
    Running started = Running.start(name, port, own.resolve("log"), command);
    running.push(started);
    return started;
  }

  /** A hub that runs, and the port that its configuration was given besides. */
  record Hub(Running running, int other) {
    Contestant stream(Target.Kind kind, String path) {
      return contestant(target(kind, running.port(), path));
    }

    /** The WebSocket on the other port. */
    Contestant otherWebSocket() {
      return contestant(target(Target.Kind.WEB_SOCKET, other, "/"));
    }

    private Contestant contestant(Target target) {
      return new Contestant(running.name(), target, pid());
    }

    long pid() {
      return running.process().pid();
    }

    /** A request that sets the brightness of {@code yard}'s first output. */
    Stimulus brightness() {
      String part = "http://127.0.0.1:" + running.port() + "/v1/boards/yard/parts/out1";
      return new Stimulus("PATCH", part, "{\"brightness\":{n}}", "\"brightness\":");
    }
  }

  /**
   * Starts a floor for the same kind of stream.
   *
   * @param bytes of a message on the wire
   * @param microseconds from one message to the next
   */
  Contestant floor(Target.Kind kind, int bytes, long microseconds)
      throws IOException, InterruptedException {
    int port = Running.freePort();
    List<String> command = new ArrayList<>(List.of(floor.toString(), Integer.toString(port)));
    command.add(
        switch (kind) {
          case EVENTS -> "events";
          case WEB_SOCKET -> "websocket";
        });
    command.add(Integer.toString(bytes));
    command.add(Long.toString(microseconds));
    Running started = start("floor", port, folder("floor"), command);
    Target target = target(kind, port, "/");
    return new Contestant("floor", target, started.process().pid());
  }

  /** The address of a stream on this machine. */
  static Target target(Target.Kind kind, int port, String path) {
    String scheme =
        switch (kind) {
          case EVENTS -> "http";
          case WEB_SOCKET -> "ws";
        };
    return Target.of(scheme + "://127.0.0.1:" + port + path);
  }

  @Override
  public void close() {
    while (!running.isEmpty()) {
      running.pop().close();
    }
  }
}
