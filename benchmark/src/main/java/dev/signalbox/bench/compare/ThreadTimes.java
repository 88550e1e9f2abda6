package dev.signalbox.bench.compare;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Which threads of a process take how much processor time, by Linux's {@code comm} and {@code
 * schedstat}; threads whose names differ by numbers only count as one.
 *
 * @param nanos on a processor since the start
 */
record ThreadTimes(Map<String, Long> nanos) {
  static ThreadTimes of(long pid) throws IOException {
    Map<String, Long> found = new TreeMap<>();
    Path tasks = Path.of("/proc", Long.toString(pid), "task");
    try (DirectoryStream<Path> threads = Files.newDirectoryStream(tasks)) {
      for (Path thread : threads) {
        add(thread, found);
      }
    }
    return new ThreadTimes(found);
  }

  private static void add(Path thread, Map<String, Long> found) throws IOException {
    try {
      String name = Files.readString(thread.resolve("comm")).strip().replaceAll("[-#]?\\d+$", "");
      String times = Files.readString(thread.resolve("schedstat"));
      found.merge(name, Long.parseLong(times.substring(0, times.indexOf(' '))), Long::sum);
    } catch (NoSuchFileException _) {
      // It has just ended.
    }
  }

  /** The busiest since {@code before}, each with its share of all, in per cent. */
  String busiest(ThreadTimes before, int most) {
    Map<String, Long> since = new TreeMap<>();
    nanos.forEach((name, time) -> since.put(name, time - before.nanos.getOrDefault(name, 0L)));
    double all = Math.max(1, since.values().stream().mapToLong(Long::longValue).sum());
    List<String> shares =
        since.entrySet().stream()
            .sorted(Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder()))
            .limit(most)
            .map(one -> one.getKey() + " " + Spread.number(100 * one.getValue() / all, 0) + " %")
            .toList();
    return String.join(", ", shares);
  }
}
