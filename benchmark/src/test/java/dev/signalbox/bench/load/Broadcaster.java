package dev.signalbox.bench.load;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.LockSupport;

/**
 * A small server of events: {@code GET} follows, {@code POST /NUMBER} has it tell all followers
 * that number after a delay. On threads of its own.
 */
final class Broadcaster implements AutoCloseable {
  private static final String STREAM = "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\n\r\n";

  private final ServerSocket server;
  private final int most;
  private final long delayNanos;
  private final List<Socket> followers = new CopyOnWriteArrayList<>();
  private final Queue<Socket> all = new ConcurrentLinkedQueue<>();

  /**
   * @param most how many may follow; the others get status 503
   */
  Broadcaster(int most, long delayNanos) throws IOException {
    this.server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    this.most = most;
    this.delayNanos = delayNanos;
    Thread.ofVirtual().start(this::accept);
  }

  String address() {
    return "http://127.0.0.1:" + server.getLocalPort() + "/";
  }

  private void accept() {
    try {
      while (true) {
        Socket socket = server.accept();
        all.add(socket);
        Thread.ofVirtual().start(() -> serve(socket));
      }
    } catch (IOException _) {
      // The test is over.
    }
  }

  private void serve(Socket socket) {
    try {
      BufferedReader in =
          new BufferedReader(new InputStreamReader(socket.getInputStream(), US_ASCII));
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        if (line.startsWith("GET ")) {
          follow(socket);
        } else if (line.startsWith("POST /")) {
          LockSupport.parkNanos(delayNanos);
          tell("data: {\"n\":" + line.substring(6, 8) + "}\n\n");
        }
      }
    } catch (IOException _) {
      // Gone.
    }
  }

  private synchronized void follow(Socket socket) throws IOException {
    if (followers.size() == most) {
      send(socket, "HTTP/1.1 503 Service Unavailable\r\n\r\n");
    } else {
      send(socket, STREAM);
      followers.add(socket);
    }
  }

  /** Tells all who follow. */
  synchronized void tell(String event) throws IOException {
    for (Socket follower : followers) {
      send(follower, event);
    }
  }

  private static void send(Socket socket, String text) throws IOException {
    socket.getOutputStream().write(text.getBytes(US_ASCII));
    socket.getOutputStream().flush();
  }

  @Override
  public void close() throws IOException {
    server.close();
    for (Socket socket : all) {
      socket.close();
    }
  }
}
