package dev.signalbox.bench.compare;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.locks.LockSupport;

/** Gives a server that has no clock of its own the same message again and again, by POST. */
final class Publisher implements Ending {
  private static final int SOME = 4 * 1024;

  private final Socket socket;
  private final byte[] request;
  private final long everyNanos;

  /**
   * Begins, and goes on until it is closed or the server is gone.
   *
   * @param bytes of the message
   */
  Publisher(int port, String path, int bytes, long everyNanos) throws IOException {
    this.socket = new Socket(InetAddress.getLoopbackAddress(), port);
    socket.setTcpNoDelay(true);
    String head =
        "POST %s HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: %d\r\n\r\n".formatted(path, bytes);
    this.request = (head + ".".repeat(bytes)).getBytes(StandardCharsets.US_ASCII);
    this.everyNanos = everyNanos;
    Thread.ofPlatform().daemon().name("publisher answers").start(this::discard);
    Thread.ofPlatform().daemon().name("publisher").start(this::send);
  }

  private void send() {
    long due = System.nanoTime();
    try {
      while (!socket.isClosed()) {
        socket.getOutputStream().write(request);
        due += everyNanos;
        for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
          LockSupport.parkNanos(left);
        }
      }
    } catch (IOException _) {
      // Closed; what is missing shows in the figures.
    }
  }

  private void discard() {
    byte[] some = new byte[SOME];
    try (InputStream answers = socket.getInputStream()) {
      while (answers.read(some) >= 0) {}
    } catch (IOException _) {
      // Closed.
    }
  }

  @Override
  public void close() {
    try {
      socket.close();
    } catch (IOException _) {
      // It is gone all the same.
    }
  }
}
