package dev.signalbox.hardware.figures;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.util.Locale;

/**
 * The rate of one call in Java beside the same loop in C, in turns. Java is warm before the first
 * turn that counts.
 */
final class CallRates {
  private static final int WARM_UPS = 10;
  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  /** So many calls, one after the other. */
  @FunctionalInterface
  interface JavaLoop {
    void run(int calls);
  }

  /** So many calls, by a program that tells how many nanoseconds they took. */
  @FunctionalInterface
  interface OtherLoop {
    long nanos(int calls) throws IOException, InterruptedException;
  }

  private final PrintStream out;
  private final int rounds;
  private final int calls;

  /**
   * @param calls in each turn
   */
  CallRates(PrintStream out, int rounds, int calls) {
    this.out = out;
    this.rounds = rounds;
    this.calls = calls;
  }

  void head() {
    out.println("| call | Java, calls a second | C, calls a second | Java : C | ns more | bytes |");
    out.println("|---|---|---|---|---|---|");
  }

  void row(String name, JavaLoop java, OtherLoop other) throws IOException, InterruptedException {
    for (int i = 0; i < WARM_UPS; i++) {
      java.run(calls);
    }
    double[] javaRates = new double[rounds];
    double[] otherRates = new double[rounds];
    double[] ratios = new double[rounds];
    double[] more = new double[rounds];
    long bytes = 0;
    for (int round = 0; round < rounds; round++) {
      long before = THREADS.getCurrentThreadAllocatedBytes();
      double javaNanos = nanos(java);
      bytes += THREADS.getCurrentThreadAllocatedBytes() - before;
      double otherNanos = other.nanos(calls) / (double) calls;
      javaRates[round] = 1e9 / javaNanos;
      otherRates[round] = 1e9 / otherNanos;
      ratios[round] = otherNanos / javaNanos;
      more[round] = javaNanos - otherNanos;
    }
    out.printf(
        Locale.ROOT,
        "| %s | %s | %s | %s | %s | %.2f |%n",
        name,
        Spread.of(javaRates).text(0),
        Spread.of(otherRates).text(0),
        Spread.of(ratios).text(2),
        Spread.of(more).text(0),
        bytes / (double) calls / rounds);
  }

  /** Nanoseconds a call. */
  private double nanos(JavaLoop java) {
    long start = System.nanoTime();
    java.run(calls);
    return (System.nanoTime() - start) / (double) calls;
  }
}
