package dev.signalbox.hardware.figures;

import dev.signalbox.hardware.gpio.GpioChips;
import dev.signalbox.hardware.gpio.LineAddress;
import dev.signalbox.hardware.gpio.OutputSettings;
import dev.signalbox.hardware.pwm.LinesSource;
import dev.signalbox.hardware.pwm.SilentLines;
import dev.signalbox.hardware.tm1637.FrameTimes;
import dev.signalbox.testkit.SimChip;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;

/** {@code ./bench gpio}: measures, and prints tables in Markdown. */
public final class Main {
  private final PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
  private final CLoop loop;
  private final boolean isShort;

  private Main(CLoop loop, boolean isShort) {
    this.loop = loop;
    this.isShort = isShort;
  }

  /**
   * Measures.
   *
   * @param arguments the program in C; {@code --short} if wanted; {@code machine} for what needs no
   *     lines, {@code lines} for what needs those of a kernel with gpio-sim
   */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    List<String> left = new ArrayList<>(List.of(arguments));
    CLoop loop = new CLoop(left.removeFirst());
    Main main = new Main(loop, left.remove("--short"));
    if (left.equals(List.of("machine"))) {
      main.measureMachine();
    } else if (left.equals(List.of("lines"))) {
      main.measureLines();
    } else {
      System.err.println("./bench gpio takes --short or nothing, not " + left);
      System.exit(2);
    }
  }

  private void measureMachine() throws IOException, InterruptedException {
    title("This machine");
    Calls.onThisMachine(rates(2_000_000), loop);
    out.println();
    latenesses(_ -> _ -> new SilentLines()).print(1, 8, 64);
    out.println();
  }

  private void measureLines() throws IOException, InterruptedException {
    title("Simulated lines, in an emulated machine");
    Calls.onLines(rates(100_000), loop);
    out.println();
    new FrameTimes(out, isShort ? 10 : 100).print();
    out.println();
    try (SimChip sim = SimChip.of(8)) {
      latenesses(line -> source(sim, line)).print(1, 8);
    }
  }

  private static LinesSource source(SimChip sim, int line) {
    return LinesSource.ofLine(
        GpioChips.ofThisMachine(),
        LineAddress.of(sim.name(), String.valueOf(line)),
        OutputSettings.plain("figures"));
  }

  private void title(String where) throws IOException {
    out.printf(
        "%s: Linux %s, %d processors, Java %s, load %s before%n%n",
        where,
        System.getProperty("os.version"),
        Runtime.getRuntime().availableProcessors(),
        Runtime.version(),
        Files.readString(Path.of("/proc/loadavg")).split(" ", 2)[0]);
  }

  private CallRates rates(int calls) {
    return new CallRates(out, isShort ? 3 : 9, isShort ? calls / 10 : calls);
  }

  private Latenesses latenesses(IntFunction<LinesSource> source) {
    return new Latenesses(out, isShort ? 1_000 : 10_000, source);
  }
}
