package dev.signalbox.bench.compare;

import dev.signalbox.bench.load.Target;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Other servers that bring one message to many, as far as they are installed: those that {@code
 * ./bench} gets from npm, and nginx with nchan.
 */
final class Peers {
  private static final Path NCHAN = Path.of("/usr/lib/nginx/modules/ngx_nchan_module.so");
  private static final Path NGINX = Path.of("/usr/sbin/nginx");

  /** What each puts around a message, so that theirs are as long as the others' on the wire. */
  private static final int BETTER_SSE_FRAMING = 68;

  private static final int NCHAN_EVENT_FRAMING = 25;
  private static final int LONGEST_SHORT_FRAME = 127;

  private final Ground ground;
  private final PrintStream out;

  /**
   * @param out is told who is left out
   */
  Peers(Ground ground, PrintStream out) {
    this.ground = ground;
    this.out = out;
  }

  /** Starts all that there are for this kind of stream; as {@link Ground#floor} has it. */
  List<Contestant> of(Target.Kind kind, int bytes, long microseconds)
      throws IOException, InterruptedException {
    List<Contestant> found = new ArrayList<>();
    switch (kind) {
      case EVENTS -> {
        node("better-sse", kind, bytes - BETTER_SSE_FRAMING, microseconds).ifPresent(found::add);
        nchan(kind, bytes - NCHAN_EVENT_FRAMING, microseconds).ifPresent(found::add);
      }
      case WEB_SOCKET -> {
        int payload = bytes - (bytes <= LONGEST_SHORT_FRAME ? 2 : 4);
        node("ws", kind, payload, microseconds).ifPresent(found::add);
        nchan(kind, payload, microseconds).ifPresent(found::add);
      }
    }
    return found;
  }

  private Optional<Contestant> leftOut(String name, String why) {
    leftOut(out, name, why);
    return Optional.empty();
  }

  /** Says so, in a paragraph of its own. */
  static void leftOut(PrintStream out, String name, String why) {
    out.println(name + " is left out: " + why + ".");
    out.println();
  }

  private Optional<Contestant> node(String name, Target.Kind kind, int payload, long microseconds)
      throws IOException, InterruptedException {
    String peer = "Node " + name;
    Path folder = ground.root().resolve("benchmark/target/node");
    if (!Files.isDirectory(folder.resolve("node_modules/" + name))) {
      return leftOut(peer, "the package is not installed, which takes Node and npm");
    }
    int port = Running.freePort();
    List<String> command =
        List.of(
            "node",
            folder.resolve(name + ".mjs").toString(),
            Integer.toString(port),
            Integer.toString(Math.max(1, payload)),
            Long.toString(microseconds / 1_000));
    try {
      Running started = ground.start(peer, port, ground.folder(name), command);
      Target target = Ground.target(kind, port, "/");
      return Optional.of(new Contestant(peer, target, started.process().pid()));
    } catch (IOException fault) {
      return leftOut(peer, String.valueOf(fault.getMessage()));
    }
  }

  private Optional<Contestant> nchan(Target.Kind kind, int payload, long microseconds)
      throws IOException, InterruptedException {
    if (!Files.exists(NGINX) || !Files.exists(NCHAN)) {
      return leftOut("nchan", "Debian's packages nginx and libnginx-mod-nchan are not installed");
    }
    int port = Running.freePort();
    Path own = ground.folder("nchan");
    Path file = Files.writeString(own.resolve("nginx.conf"), nginx(kind, port));
    List<String> command =
        List.of(NGINX.toString(), "-p", own.toString(), "-c", file.toString(), "-e", "log");
    try {
      Running started = ground.start("nchan", port, own, command);
      ProcessHandle worker =
          started
              .process()
              .children()
              .findFirst()
              .orElseThrow(() -> new IOException("nginx has no worker"));
      ground
          .running()
          .push(new Publisher(port, "/publish", Math.max(1, payload), microseconds * 1_000));
      Target target = Ground.target(kind, port, "/");
      return Optional.of(new Contestant("nginx nchan", target, worker.pid()));
    } catch (IOException fault) {
      return leftOut("nchan", String.valueOf(fault.getMessage()));
    }
  }

  private static String nginx(Target.Kind kind, int port) {
    String subscriber =
        switch (kind) {
          case EVENTS -> "eventsource";
          case WEB_SOCKET -> "websocket";
        };
    return """
    load_module %s;
    daemon off;
    worker_processes 1;
    worker_rlimit_nofile 20000;
    pid pid;
    events { worker_connections 16000; }
    http {
      access_log off;
      client_body_temp_path body;
      proxy_temp_path proxy;
      fastcgi_temp_path fastcgi;
      uwsgi_temp_path uwsgi;
      scgi_temp_path scgi;
      keepalive_requests 1000000000;
      server {
        listen 127.0.0.1:%d backlog=4096;
        nchan_channel_id bench;
        nchan_store_messages off;
        location = /publish { nchan_publisher http; }
        location = / { nchan_subscriber %s; nchan_subscriber_first_message newest; }
      }
    }
    """
        .formatted(NCHAN, port, subscriber);
  }
}
