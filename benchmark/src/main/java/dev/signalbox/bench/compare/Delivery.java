package dev.signalbox.bench.compare;

import dev.signalbox.bench.load.Crowd;
import dev.signalbox.bench.load.ProcessTime;
import java.io.IOException;
import java.time.Duration;

/**
 * What it cost a program to deliver.
 *
 * @param messages that its clients received
 * @param bytes on the wire, framing included
 * @param processorNanos that it took meanwhile
 * @param clientNanos that the clients took
 * @param elapsedNanos how long it was watched
 */
record Delivery(
    long messages, long bytes, long processorNanos, long clientNanos, long elapsedNanos) {
  /** Nanoseconds of processor time for one message to one client. */
  double nanosEach() {
    return (double) processorNanos / messages;
  }

  /** Bytes on the wire for one message to one client. */
  double bytesEach() {
    return (double) bytes / messages;
  }

  /** Bytes on the wire a second, to all clients. */
  double bytesPerSecond() {
    return bytes * 1e9 / elapsedNanos;
  }

  /**
   * Watches {@code contestant} with this many clients.
   *
   * @param settle left out at the beginning
   * @throws IOException if not all clients get in and stay
   */
  static Delivery watch(Contestant contestant, int clients, Duration settle, Duration length)
      throws IOException, InterruptedException {
    long[] messages = new long[1];
    try (Crowd crowd = Arrival.of(contestant, clients, (_, _, _, _, _) -> messages[0]++)) {
      Thread.sleep(settle);
      ProcessTime server = new ProcessTime(contestant.pid());
      ProcessTime here = new ProcessTime(ProcessHandle.current().pid());
      Delivery before = reading(crowd, messages, server, here);
      Thread.sleep(length);
      Delivery after = reading(crowd, messages, server, here);
      Arrival.expectAll(crowd.standing(), clients, contestant);
      return after.minus(before);
    }
  }

  private static Delivery reading(
      Crowd crowd, long[] messages, ProcessTime server, ProcessTime here) {
    long received = crowd.ask(() -> messages[0]);
    return new Delivery(
        received, crowd.standing().bytes(), server.nanos(), here.nanos(), System.nanoTime());
  }

  private Delivery minus(Delivery before) {
    return new Delivery(
        messages - before.messages,
        bytes - before.bytes,
        processorNanos - before.processorNanos,
        clientNanos - before.clientNanos,
        elapsedNanos - before.elapsedNanos);
  }
}
