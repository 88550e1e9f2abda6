package dev.signalbox.bench.compare;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a Java process holds.
 *
 * @param heap bytes of live objects
 * @param resident bytes of the whole process, as Linux counts them
 */
record Memory(long heap, long resident) {
  private static final Path JCMD = Path.of(System.getProperty("java.home"), "bin", "jcmd");
  private static final Pattern TOTAL = Pattern.compile("(?m)^Total\\s+\\d+\\s+(\\d+)");
  private static final Pattern RESIDENT = Pattern.compile("(?m)^VmRSS:\\s+(\\d+) kB");
  private static final int KIB = 1024;

  /**
   * Has the process collect its garbage, and looks.
   *
   * @throws IOException if it does not say
   */
  static Memory of(long pid) throws IOException, InterruptedException {
    run(pid, "GC.run");
    long heap = number(TOTAL, run(pid, "GC.class_histogram"));
    String status = Files.readString(Path.of("/proc", Long.toString(pid), "status"));
    return new Memory(heap, KIB * number(RESIDENT, status));
  }

  private static String run(long pid, String command) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(List.of(JCMD.toString(), Long.toString(pid), command))
            .redirectErrorStream(true)
            .start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (process.waitFor() != 0) {
      throw new IOException("jcmd " + command + ": " + said);
    }
    return said;
  }

  private static long number(Pattern pattern, String text) throws IOException {
    Matcher found = pattern.matcher(text);
    if (!found.find()) {
      throw new IOException("no " + pattern + " in what the process says");
    }
    return Long.parseLong(found.group(1));
  }

  /** How much more than {@code before}. */
  Memory minus(Memory before) {
    return new Memory(heap - before.heap, resident - before.resident);
  }

  String heapKib(int shared) {
    return Spread.number((double) heap / KIB / shared, 2);
  }

  String residentKib(int shared) {
    return Spread.number((double) resident / KIB / shared, 2);
  }
}
