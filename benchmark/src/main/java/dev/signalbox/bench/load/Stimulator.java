package dev.signalbox.bench.load;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/**
 * Sends a stimulus again and again, on one connection, whether the answers to those before have
 * come or not. On a thread of its own.
 */
public final class Stimulator implements AutoCloseable {
  private static final int CONNECT_MS = 5_000;
  private static final int SOME = 4 * 1024;

  private final Stimulus stimulus;
  private final Latency latency;
  private final long everyNanos;
  private final Socket socket = new Socket();
  private final AtomicBoolean closed = new AtomicBoolean();
  private final AtomicLong sent = new AtomicLong();
  private final Thread sending;

  /**
   * Begins.
   *
   * @param everyNanos from one to the next
   * @throws IOException if the address can't be reached
   */
  public Stimulator(Stimulus stimulus, Latency latency, long everyNanos) throws IOException {
    this.stimulus = stimulus;
    this.latency = latency;
    this.everyNanos = everyNanos;
    Target target = stimulus.target();
    InetAddress address = InetAddress.getByName(target.host());
    socket.connect(new InetSocketAddress(address, target.port()), CONNECT_MS);
    socket.setTcpNoDelay(true);
    Thread.ofPlatform().daemon().name("stimulus answers").start(this::discard);
    this.sending = Thread.ofPlatform().daemon().name("stimulus").start(this::send);
  }

  private void send() {
    long due = System.nanoTime() + everyNanos;
    for (int number = Stimulus.LEAST; !closed.get(); number = next(number)) {
      byte[] request = stimulus.request(number);
      if (!awaitNanos(due)) {
        return;
      }
      latency.due(number, due);
      try {
        socket.getOutputStream().write(request);
        sent.incrementAndGet();
      } catch (IOException _) {
        return;
      }
      due += everyNanos;
    }
  }

  /** Waits until it is {@code due}; false if it is closed before. */
  private boolean awaitNanos(long due) {
    long left = due - System.nanoTime();
    while (left > 0 && !closed.get()) {
      LockSupport.parkNanos(left);
      left = due - System.nanoTime();
    }
    return !closed.get();
  }

  private static int next(int number) {
    return number == Stimulus.MOST ? Stimulus.LEAST : number + 1;
  }

  /** How many stimuli were sent. Thread: any. */
  public long sent() {
    return sent.get();
  }

  /** Sends no more; what comes of those that were sent is still waited for. */
  void rest() throws InterruptedException {
    closed.set(true);
    LockSupport.unpark(sending);
    sending.join();
  }

  /** Answers are read so that they do not pile up at the server. */
  private void discard() {
    byte[] some = new byte[SOME];
    try (InputStream answers = socket.getInputStream()) {
      while (answers.read(some) >= 0) {}
    } catch (IOException _) {
      // Closed, by us or by the server; what is missing shows in the figures.
    }
  }

  /** Sends no more; returns when nothing more can come from it. */
  @Override
  public void close() throws IOException {
    closed.set(true);
    socket.close();
    LockSupport.unpark(sending);
    try {
      sending.join();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }
}
