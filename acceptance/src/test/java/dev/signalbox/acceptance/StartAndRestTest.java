package dev.signalbox.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.extension.RegisterExtension;

/** How fast the hub starts, and what it takes while nothing happens but its own counting. */
class StartAndRestTest {
  private static final int STARTS = 5;
  private static final double LONGEST_START_SECONDS = 10;

  /** How long the hub is watched at rest: longer on the command line, for a steadier figure. */
  private static final long REST_SECONDS = Long.getLong("signalbox.rest-seconds", 10);

  /** Of processor time in /proc, on every Linux that matters (proc_pid_stat(5)). */
  private static final double TICKS_PER_SECOND = 100;

  @RegisterExtension final Stage stage = new Stage();

  @Test
  void start_alreadyBuilt_answersSoon() throws Exception {
    double[] seconds = new double[STARTS];
    for (int i = 0; i < STARTS; i++) {
      Path data = stage.folder();
      long begun = System.nanoTime();
      HubProcess hub = stage.hub(data);
      assertEquals(200, Api.of(hub).ask("GET", "v1/boards", "").status());
      seconds[i] = (System.nanoTime() - begun) / (double) TimeUnit.SECONDS.toNanos(1);
      hub.close();
    }
    double median = Figures.median(seconds);
    Figures.tell("from ./signalbox to the first answer, median of " + STARTS, 1_000 * median, "ms");
    assertTrue(median < LONGEST_START_SECONDS, median + " s");
  }

  @Test
  @Tag("measures")
  @EnabledOnOs(OS.LINUX)
  void rest_nobodyConnected_takesLittle() throws Exception {
    HubProcess hub = stage.hub();
    Api.of(hub).state();

    double before = cpuSeconds(hub);
    assertTrue(hub.runsFor(REST_SECONDS), hub::toString);
    double share = 100 * (cpuSeconds(hub) - before) / REST_SECONDS;
    double memory = residentKib(hub) / 1024.0;

    Figures.tell("at rest, share of one processor over " + REST_SECONDS + " s", share, "%");
    Figures.tell("at rest, resident memory", memory, "MiB");
    assertTrue(share < 100 && memory > 0, share + " %, " + memory + " MiB");
  }

  /** User and system time, the fields 14 and 15; the name before them may hold blanks. */
  private static double cpuSeconds(HubProcess hub) throws IOException {
    String stat = Files.readString(proc(hub, "stat"));
    String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
    return (Long.parseLong(fields[11]) + Long.parseLong(fields[12])) / TICKS_PER_SECOND;
  }

  private static long residentKib(HubProcess hub) throws IOException {
    String line =
        Files.readAllLines(proc(hub, "status")).stream()
            .filter(each -> each.startsWith("VmRSS:"))
            .findFirst()
            .orElseThrow();
    return Long.parseLong(line.replaceAll("[^0-9]", ""));
  }

  private static Path proc(HubProcess hub, String file) {
    return Path.of("/proc", Long.toString(hub.pid()), file);
  }
}
