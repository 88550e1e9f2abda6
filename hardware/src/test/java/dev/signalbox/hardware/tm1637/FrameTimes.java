package dev.signalbox.hardware.tm1637;

import dev.signalbox.hardware.figures.Spread;
import dev.signalbox.hardware.gpio.AtTheEnd;
import dev.signalbox.hardware.gpio.Drive;
import dev.signalbox.hardware.gpio.GpioChips;
import dev.signalbox.hardware.gpio.LineAddress;
import dev.signalbox.hardware.kernel.Kernel;
import dev.signalbox.testkit.SimChip;
import java.io.PrintStream;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * How long a frame takes: a full rewrite of four digits and their brightness. Bit times take turns
 * with each other, and with the calls alone.
 */
public final class FrameTimes {
  private static final Face FACE = Face.of("1859", true, 7);
  private static final List<Duration> BIT_TIMES =
      List.of(Tm1637Settings.DEFAULT_BIT_TIME, Tm1637Settings.SHORTEST);
  private static final int WARM_UPS = 200;

  private final PrintStream out;
  private final int rounds;

  /** Measures so many frames of each kind. */
  public FrameTimes(PrintStream out, int rounds) {
    this.out = out;
    this.rounds = rounds;
  }

  /** One display, by its own lines. */
  private static final class Frames implements AutoCloseable {
    private final AnsweringKernel kernel = new AnsweringKernel(Kernel.ofLinux());
    private final Wires wires;
    private final FaceWriter writer;

    Frames(SimChip sim, int clk, Duration bitTime, Waits waits) {
      Tm1637Settings settings =
          new Tm1637Settings(
              "figures",
              bitTime,
              Drive.PUSH_PULL,
              Tm1637Settings.Acknowledge.REQUIRE,
              AtTheEnd.OFF);
      GpioChips chips = new GpioChips(kernel, GpioChips.ofThisMachine()::paths);
      wires = Wires.request(chips, line(sim, clk), line(sim, clk + 1), settings);
      writer = new FaceWriter(new Bus(wires, waits, settings));
    }

    private static LineAddress line(SimChip sim, int number) {
      return LineAddress.of(sim.name(), String.valueOf(number));
    }

    /** Writes a frame; returns how many microseconds it took. */
    double write() {
      long start = System.nanoTime();
      writer.forget();
      if (!writer.write(FACE)) {
        throw new IllegalStateException("not acknowledged");
      }
      return (System.nanoTime() - start) / 1e3;
    }

    /** How many calls one frame takes. */
    long calls() {
      long before = kernel.calls();
      write();
      return kernel.calls() - before;
    }

    @Override
    public void close() {
      wires.close();
    }
  }

  /** How long the waits of one frame are together. */
  private static double waitedMicros(SimChip sim, Duration bitTime) {
    long[] nanos = {0};
    try (Frames frames = new Frames(sim, 0, bitTime, more -> nanos[0] += more)) {
      frames.write();
    }
    return nanos[0] / 1e3;
  }

  /** Prints a table. */
  public void print() {
    try (SimChip sim = SimChip.of(2 + 2 * BIT_TIMES.size())) {
      List<Double> ideals = BIT_TIMES.stream().map(time -> waitedMicros(sim, time)).toList();
      List<Frames> all =
          Stream.concat(
                  Stream.of(new Frames(sim, 0, Tm1637Settings.SHORTEST, _ -> {})),
                  BIT_TIMES.stream()
                      .map(time ->
                          new Frames(sim, 2 + 2 * BIT_TIMES.indexOf(time), time, Waits.PRECISE)))
              .toList();
      try {
        table(ideals, all);
      } finally {
        all.forEach(Frames::close);
      }
    }
  }

  private void table(List<Double> ideals, List<Frames> all) {
    double[][] takes = takes(all);
    out.println("| bit time, µs | calls | ideal, µs | took, µs | calls alone, µs |");
    out.println("|---|---|---|---|---|");
    String bare = Spread.of(takes[0]).text(0);
    for (int i = 0; i < BIT_TIMES.size(); i++) {
      out.printf(
          Locale.ROOT,
          "| %d | %d | %,.0f | %s | %s |%n",
          BIT_TIMES.get(i).toNanos() / 1_000,
          all.get(1 + i).calls(),
          ideals.get(i),
          Spread.of(takes[1 + i]).text(0),
          bare);
    }
  }

  /** Of each, how long its frames took. */
  private double[][] takes(List<Frames> all) {
    for (int i = 0; i < WARM_UPS; i++) {
      all.forEach(Frames::write);
    }
    double[][] takes = new double[all.size()][rounds];
    for (int round = 0; round < rounds; round++) {
      for (int i = 0; i < all.size(); i++) {
        takes[i][round] = all.get(i).write();
      }
    }
    return takes;
  }
}
