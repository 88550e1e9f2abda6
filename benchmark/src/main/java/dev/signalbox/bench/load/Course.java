package dev.signalbox.bench.load;

import java.io.IOException;
import java.time.Duration;
import java.util.BitSet;
import java.util.Optional;
import java.util.OptionalLong;

/** One measurement while it is taken. Thread: the one that takes it, but for the listener. */
final class Course {
  private static final Duration ENTRY = Duration.ofSeconds(60);
  private static final Duration LATE = Duration.ofSeconds(2);

  private final Assignment asked;

  // The crowd's thread.
  private final Receipts receipts;
  private Optional<Latency> latency = Optional.empty();

  Course(Assignment asked) {
    this.asked = asked;
    this.receipts = new Receipts(asked.clients());
  }

  private void message(int client, byte[] bytes, int from, int length, long nanos) {
    receipts.message(client, bytes, from, length, nanos);
    latency.ifPresent(latency -> latency.message(client, bytes, from, length, nanos));
  }

  Measurement run() throws IOException, InterruptedException {
    try (Crowd crowd = new Crowd(asked.target(), this::message)) {
      long begun = System.nanoTime();
      crowd.add(asked.clients(), asked.atOnce());
      Crowd.Standing in = crowd.awaitAll(ENTRY);
      long entered = System.nanoTime() - begun;
      if (in.live() == 0) {
        throw new IOException("Not one client got in: " + reasons(in));
      }
      return measure(crowd, entered);
    }
  }

  private static String reasons(Crowd.Standing standing) {
    return standing.ends().isEmpty()
        ? "no answer within " + ENTRY.toSeconds() + " s"
        : Findings.reasons(standing.ends());
  }

  private Measurement measure(Crowd crowd, long entered) throws IOException, InterruptedException {
    BitSet live = crowd.live();
    long bytes = crowd.standing().bytes();
    OptionalLong processor = processorNanos();
    long begun = System.nanoTime();
    long _ =
        crowd.ask(() -> {
          receipts.begin(live, begun);
          return begun;
        });
    Optional<Measurement.Reaction> reaction = pass(crowd, live.cardinality());
    long ended = System.nanoTime();
    OptionalLong cost = since(processor);
    Received received = crowd.ask(() -> receipts.end(ended));
    Crowd.Standing standing = crowd.standing();
    return new Measurement(
        asked,
        new Measurement.Entry(live.cardinality(), entered, standing.ends()),
        received,
        standing.bytes() - bytes,
        ended - begun,
        new Measurement.Costs(cost, reaction));
  }

  private OptionalLong processorNanos() {
    return asked.pid().isPresent()
        ? OptionalLong.of(new ProcessTime(asked.pid().getAsLong()).nanos())
        : OptionalLong.empty();
  }

  private OptionalLong since(OptionalLong before) {
    return before.isPresent()
        ? OptionalLong.of(processorNanos().orElseThrow() - before.getAsLong())
        : before;
  }

  private Optional<Measurement.Reaction> pass(Crowd crowd, int clients)
      throws IOException, InterruptedException {
    if (asked.prompting().isEmpty()) {
      Thread.sleep(asked.length());
      return Optional.empty();
    }
    Assignment.Prompting prompting = asked.prompting().get();
    Latency watch = new Latency(prompting.stimulus(), clients);
    Optional<Latency> _ = crowd.ask(() -> latency = Optional.of(watch));
    return Optional.of(prompt(crowd, prompting, watch));
  }

  private Measurement.Reaction prompt(Crowd crowd, Assignment.Prompting prompting, Latency watch)
      throws IOException, InterruptedException {
    long every = prompting.every().toNanos();
    try (Stimulator stimulator = new Stimulator(prompting.stimulus(), watch, every)) {
      Thread.sleep(asked.length());
      stimulator.rest();
      long sent = stimulator.sent();
      long end = System.nanoTime() + LATE.toNanos();
      while (crowd.ask(watch::complete) < sent && System.nanoTime() - end < 0) {
        Thread.sleep(5);
      }
      return crowd.ask(() -> new Measurement.Reaction(sent, watch.each(), watch.last()));
    }
  }
}
