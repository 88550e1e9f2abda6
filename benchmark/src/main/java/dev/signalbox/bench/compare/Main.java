package dev.signalbox.bench.compare;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** {@code ./bench}: measures the hub beside the floor and its peers, and prints tables. */
public final class Main {
  private static final List<Bench> ALL =
      List.of(
          new RailHubFrames(),
          new MessageCosts(),
          new CoalescedChanges(),
          new LastClient(),
          new IdleStreams(),
          new ConnectionMemory(),
          new ReconnectStorm(),
          new StalledClient(),
          new EngineRate());

  private Main() {}

  /**
   * Measures.
   *
   * @param arguments the checkout, then {@code --short} and {@code --rounds N} if wanted, the names
   *     of what to measure
   */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    List<String> names = new ArrayList<>(List.of(arguments));
    Path root = Path.of(names.removeFirst());
    try {
      Pace usual = names.remove("--short") ? Pace.SHORT : Pace.FULL;
      Pace pace = rounds(names).map(usual::rounds).orElse(usual);
      run(root, pace, names.isEmpty() ? ALL : names.stream().map(Main::named).toList());
    } catch (IllegalArgumentException wrong) {
      System.err.println(wrong.getMessage());
      System.exit(2);
    }
  }

  private static void run(Path root, Pace pace, List<Bench> wanted)
      throws IOException, InterruptedException {
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    out.println(Machine.here());
    out.println();
    for (Bench bench : wanted) {
      out.println(bench.name() + ": " + bench.question());
      out.println();
      try (Ground ground = new Ground(root, pace)) {
        bench.run(ground, out);
      }
    }
  }

  private static Optional<Integer> rounds(List<String> arguments) {
    int at = arguments.indexOf("--rounds");
    if (at < 0) {
      return Optional.empty();
    }
    arguments.remove(at);
    String number = at < arguments.size() ? arguments.remove(at) : "";
    if (!number.matches("[1-9][0-9]?")) {
      throw new IllegalArgumentException("--rounds takes a number from 1 to 99.");
    }
    return Optional.of(Integer.valueOf(number));
  }

  private static Bench named(String name) {
    Optional<Bench> found = ALL.stream().filter(bench -> bench.name().equals(name)).findFirst();
    return found.orElseThrow(() ->
        new IllegalArgumentException(
            "There is no '%s'; there are: %s."
                .formatted(name, String.join(", ", ALL.stream().map(Bench::name).toList()))));
  }
}
