package dev.signalbox.bench.load;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** What a measurement found, in lines for people. */
final class Findings {
  private static final double SECOND = TimeUnit.SECONDS.toNanos(1);

  private static final int WIDTH = 19;

  private final Measurement measurement;
  private final List<String> lines = new ArrayList<>();

  Findings(Measurement measurement) {
    this.measurement = measurement;
  }

  List<String> lines() {
    entry();
    rates();
    measurement.costs().processorNanos().ifPresent(this::cost);
    measurement.costs().reaction().ifPresent(this::reaction);
    return List.copyOf(lines);
  }

  private void line(String name, String text) {
    lines.add(name + " ".repeat(Math.max(1, WIDTH - name.length())) + text);
  }

  private static String number(double value, int decimals) {
    return String.format(Locale.ROOT, "%." + decimals + "f", value);
  }

  private void entry() {
    Measurement.Entry entry = measurement.entry();
    int clients = measurement.asked().clients();
    String time = number(entry.nanos() / SECOND, 2);
    line("clients in", entry.live() + " of " + clients + " after " + time + " s");
    if (!entry.ends().isEmpty()) {
      line("not in or gone", reasons(entry.ends()));
    }
  }

  private void rates() {
    Received received = measurement.received();
    double seconds = measurement.elapsedNanos() / SECOND;
    String rate = number(received.all() / seconds, 1);
    line("messages", rate + " a second, " + received.all() + " in " + number(seconds, 1) + " s");
    line("bytes", number(measurement.bytes() / seconds, 0) + " a second, framing included");
    line("a client", "at least " + received.least() + " messages, at most " + received.most());
    line("silence", received.silence().toString());
  }

  private void cost(long nanos) {
    String share = number(100.0 * nanos / measurement.elapsedNanos(), 1) + " % of one";
    long messages = measurement.received().all();
    String each = messages == 0 ? "" : number((double) nanos / messages, 0) + " ns a message, ";
    line("processor", each + share);
  }

  private void reaction(Measurement.Reaction reaction) {
    long complete = reaction.last().count();
    line("sent", reaction.sent() + ", of which " + complete + " reached everyone");
    if (reaction.each().count() > 0) {
      line("until one is told", reaction.each().toString());
    }
    if (complete > 0) {
      line("until all are", reaction.last().toString());
    }
  }

  /** For people: each reason, with how many. */
  static String reasons(Map<String, Integer> ends) {
    return String.join(
        ", ",
        ends.entrySet().stream()
            .sorted(Map.Entry.comparingByKey())
            .map(end -> end.getKey() + " (" + end.getValue() + ")")
            .toList());
  }
}
