package dev.signalbox.bench.load;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What a crowd found out about a server.
 *
 * @param asked what was measured
 * @param entry how the clients came in
 * @param received while it was measured, of all who were in then
 * @param bytes of it on the wire, heads and framing included
 * @param elapsedNanos how long it was measured
 * @param costs what else was asked for
 */
public record Measurement(
    Assignment asked, Entry entry, Received received, long bytes, long elapsedNanos, Costs costs) {
  /**
   * How the clients came in.
   *
   * @param live who were in when the measurement began
   * @param nanos until the last of them was
   * @param ends why others were not, and who left before the end, with how many
   */
  public record Entry(int live, long nanos, Map<String, Integer> ends) {
    public Entry {
      ends = Map.copyOf(ends);
    }
  }

  /**
   * What it cost.
   *
   * @param processorNanos of the server's process
   */
  public record Costs(OptionalLong processorNanos, Optional<Reaction> reaction) {}

  /**
   * How fast the server told its clients what it was prompted to.
   *
   * @param sent how many stimuli
   * @param each until one client was told, of all clients and stimuli, from when it was due
   * @param last until the last client was told, of all stimuli that reached all
   */
  public record Reaction(long sent, Percentiles each, Percentiles last) {}

  /**
   * Measures, for as long as the assignment says.
   *
   * @throws IOException with a sentence for the user if nothing can be measured
   * @throws java.io.UncheckedIOException if the server's process can't be looked at
   */
  public static Measurement take(Assignment asked) throws IOException, InterruptedException {
    OptionalLong pid = asked.pid();
    if (pid.isPresent()) {
      long _ = new ProcessTime(pid.getAsLong()).nanos();
    }
    return new Course(asked).run();
  }

  /** For people, line by line. */
  public List<String> lines() {
    return new Findings(this).lines();
  }
}
