package dev.signalbox.bench.compare;

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
record Ground(Path root, Path floor, Path folder, Pace pace, Deque<Running> running)
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

  /**
   * Starts a hub.
   *
   * @param configuration in which {@code PORT} stands for a free port; its main port is another
   * @return the hub, with the port that {@code PORT} stood for
   */
  Hub hub(String name, String configuration) throws IOException, InterruptedException {
    Path own = Files.createDirectory(folder.resolve(name + "-" + running.size()));
    int other = Running.freePort();
    Path file =
        Files.writeString(
            own.resolve("signalbox.yaml"), configuration.replace("PORT", Integer.toString(other)));
    int port = Running.freePort();
    List<String> command =
        List.of(
            root.resolve("signalbox").toString(),
            "--config",
            file.toString(),
            "--data",
            own.resolve("data").toString(),
            "--port",
            Integer.toString(port));
    Running hub = Running.start(name, port, own.resolve("log"), command);
    running.push(hub);
    return new Hub(hub, other);
  }

  /** A hub that runs, and the port that its configuration was given besides. */
  record Hub(Running running, int other) {
    Contestant events(String path) {
      return contestant("http://127.0.0.1:" + running.port() + path);
    }

    Contestant webSocket(String path) {
      return contestant("ws://127.0.0.1:" + running.port() + path);
    }

    /** The WebSocket on the other port. */
    Contestant otherWebSocket() {
      return contestant("ws://127.0.0.1:" + other + "/");
    }

    private Contestant contestant(String address) {
      return new Contestant(running.name(), Target.of(address), running.process().pid());
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
    Running started =
        Running.start("floor", port, folder.resolve("floor-" + running.size() + ".log"), command);
    running.push(started);
    String scheme = kind == Target.Kind.EVENTS ? "http" : "ws";
    Target target = Target.of(scheme + "://127.0.0.1:" + port + "/");
    return new Contestant("floor", target, started.process().pid());
  }

  @Override
  public void close() {
    while (!running.isEmpty()) {
      running.pop().close();
    }
  }
}
