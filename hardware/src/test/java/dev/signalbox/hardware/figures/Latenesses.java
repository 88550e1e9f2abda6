package dev.signalbox.hardware.figures;

import dev.signalbox.hardware.pwm.LinesSource;
import java.io.IOException;
import java.io.PrintStream;
import java.util.Locale;
import java.util.function.IntFunction;

/** Edges of software PWM on a machine that is quiet, and on one that is busy. */
final class Latenesses {
  private static final long SETTLING_MS = 1_500;

  /** What else there is. */
  private enum Besides {
    NOTHING("nothing"),
    LOOPS("busy loops"),
    LOOPS_BELOW("busy loops; real-time priority");

    private final String shown;

    Besides(String shown) {
      this.shown = shown;
    }

    private BusyLoops start() throws IOException {
      return this == NOTHING ? BusyLoops.none() : BusyLoops.onEveryProcessor();
    }
  }

  private final PrintStream out;
  private final long millis;
  private final IntFunction<LinesSource> source;

  /**
   * @param millis how long each is watched
   * @param source where a line comes from, by its number
   */
  Latenesses(PrintStream out, long millis, IntFunction<LinesSource> source) {
    this.out = out;
    this.millis = millis;
    this.source = source;
  }

  void print(int... counts) throws IOException, InterruptedException {
    out.println(
        "| lines | besides | instants a second | processor, % | 99 % late by, ms | worst, ms |");
    out.println("|---|---|---|---|---|---|");
    for (int lines : counts) {
      for (Besides besides : Besides.values()) {
        row(lines, besides);
      }
    }
  }

  private void row(int lines, Besides besides) throws IOException, InterruptedException {
    try (Dimming dimming = new Dimming(lines, source);
        BusyLoops _ = besides.start()) {
      Thread.sleep(SETTLING_MS);
      if (besides == Besides.LOOPS_BELOW) {
        dimming.hurry();
      }
      Lateness found = dimming.measured(millis);
      out.printf(
          Locale.ROOT,
          "| %d | %s | %,.0f | %.1f | %.2f | %.2f |%n",
          lines,
          besides.shown,
          found.instants(),
          100 * found.processor(),
          found.mostNanos() / 1e6,
          found.worstNanos() / 1e6);
    }
  }
}
