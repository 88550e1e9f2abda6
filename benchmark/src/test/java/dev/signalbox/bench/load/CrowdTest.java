package dev.signalbox.bench.load;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A crowd before a server that does what the test says. */
final class CrowdTest {
  private static final Duration LONG = Duration.ofSeconds(20);
  private static final String STREAM = "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\n\r\n";

  private final BlockingQueue<Socket> accepted = new LinkedBlockingQueue<>();
  private final BlockingQueue<String> messages = new LinkedBlockingQueue<>();
  private final ServerSocket server;

  CrowdTest() throws IOException {
    server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    Thread.ofVirtual().start(this::accept);
  }

  @AfterEach
  void close() throws IOException {
    server.close();
    for (Socket socket : accepted) {
      socket.close();
    }
  }

  private void accept() {
    try {
      while (true) {
        accepted.add(server.accept());
      }
    } catch (IOException _) {
      // The test is over.
    }
  }

  private Crowd crowd() throws IOException {
    return crowd(server.getLocalPort());
  }

  private Crowd crowd(int port) throws IOException {
    Target target = Target.of("http://127.0.0.1:" + port + "/");
    return new Crowd(
        target,
        (client, bytes, from, length, _) ->
            messages.add(client + " " + new String(bytes, from, length, US_ASCII).strip()));
  }

  private static void send(Socket socket, String text) {
    try {
      OutputStream out = socket.getOutputStream();
      out.write(text.getBytes(US_ASCII));
      out.flush();
    } catch (IOException fault) {
      throw new UncheckedIOException(fault);
    }
  }

  @Test
  void everyone_isToldAndCounted() throws Exception {
    try (Crowd crowd = crowd()) {
      crowd.add(3, 1);
      for (int i = 0; i < 3; i++) {
        // One at a time: the next comes when the one before is in.
        Socket socket = accepted.take();
        assertEquals(List.of(), List.copyOf(accepted));
        send(socket, STREAM + "data: hello\n\n");
        assertEquals(i + " data: hello", messages.take());
      }
      Crowd.Standing standing = crowd.awaitAll(LONG);
      assertEquals(3, standing.live());
      assertEquals(3L * (STREAM.length() + "data: hello\n\n".length()), standing.bytes());
    }
  }

  @Test
  void refusalsAndEnds_areTold() throws Exception {
    try (Crowd crowd = crowd()) {
      crowd.add(3, 3);
      send(accepted.take(), "HTTP/1.1 503 Service Unavailable\r\n\r\n");
      accepted.take().close();
      Socket ended = accepted.take();
      send(ended, STREAM + "data: bye\n\n");
      messages.take();
      ended.close();
      while (crowd.standing().live() > 0) {
        Thread.onSpinWait();
      }
      Crowd.Standing standing = crowd.awaitAll(LONG);
      assertEquals(3, standing.over());
      assertEquals(1, standing.ends().get("answered with status 503"), standing.toString());
      assertEquals(1, standing.ends().get("the stream ended"), standing.toString());
      assertTrue(standing.ends().size() == 3, standing.toString());
    }
  }

  @Test
  void nobodyThere_isTold() throws Exception {
    // Bound, so that nobody else can have the port, but not listening.
    try (Socket nobody = new Socket()) {
      nobody.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
      try (Crowd crowd = crowd(nobody.getLocalPort())) {
        crowd.add(2, 2);
        Crowd.Standing standing = crowd.awaitAll(LONG);
        assertEquals(2, standing.over());
        assertEquals(Map.of("Connection refused", 2), standing.ends());
      }
    }
  }
}
