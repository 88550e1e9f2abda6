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
  private static final List<Bench> ALL = List.of(new RailHubFrames());

  private Main() {}

  /**
   * Measures.
   *
   * @param arguments the checkout, then {@code --short} if wanted, then the names of what to
   *     measure
   */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    List<String> names = new ArrayList<>(List.of(arguments));
    Path root = Path.of(names.removeFirst());
    Pace pace = names.remove("--short") ? Pace.SHORT : Pace.FULL;
    List<Bench> wanted = names.isEmpty() ? ALL : names.stream().map(Main::named).toList();
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

  private static Bench named(String name) {
    Optional<Bench> found = ALL.stream().filter(bench -> bench.name().equals(name)).findFirst();
    return found.orElseThrow(() ->
        new IllegalArgumentException(
            "There is no '%s'; there are: %s."
                .formatted(name, String.join(", ", ALL.stream().map(Bench::name).toList()))));
  }
}
