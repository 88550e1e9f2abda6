package dev.signalbox.hardware.figures;

import static java.lang.foreign.ValueLayout.JAVA_INT;

import dev.signalbox.hardware.gpio.GpioChip;
import dev.signalbox.hardware.gpio.LineConfig;
import dev.signalbox.hardware.gpio.Lines;
import dev.signalbox.hardware.gpio.LinesRequest;
import dev.signalbox.hardware.kernel.Kernel;
import dev.signalbox.testkit.SimChip;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.stream.IntStream;

/** Calls of the kernel: {@code SET_VALUES} on lines, and one that does nothing, on any machine. */
final class Calls {
  /** How much of a file is left to read ({@code asm-generic/ioctls.h}). */
  private static final long FIONREAD = 0x541B;

  private static final int MOST_LINES = 8;

  private Calls() {}

  /**
   * {@code SET_VALUES} on one line and on eight lines of a request, as the hub makes it. The lines
   * are the upper ones of a chip, those of the program in C its lower ones.
   */
  static void onLines(CallRates rates, CLoop loop) throws IOException, InterruptedException {
    rates.head();
    try (SimChip sim = SimChip.of(2 * MOST_LINES)) {
      for (int count : new int[] {1, MOST_LINES}) {
        row(rates, loop, sim, count);
      }
    }
  }

  private static void row(CallRates rates, CLoop loop, SimChip sim, int count)
      throws IOException, InterruptedException {
    long all = (1L << count) - 1;
    try (GpioChip chip = GpioChip.open(Kernel.ofLinux(), sim.path());
        Lines lines = chip.request(outputs(count))) {
      rates.row(
          "SET_VALUES, lines: " + count,
          calls -> set(lines, all, calls),
          calls -> loop.nanos("values", sim.path(), String.valueOf(count), String.valueOf(calls)));
    }
  }

  private static LinesRequest outputs(int count) {
    LineConfig output = LineConfig.Output.plain(false);
    return new LinesRequest(
        "figures",
        IntStream.range(MOST_LINES, MOST_LINES + count).boxed().toList(),
        Collections.nCopies(count, output));
  }

  private static void set(Lines lines, long mask, int calls) {
    for (int i = 0; i < calls; i++) {
      lines.set(mask, i % 2 == 0 ? mask : 0);
    }
  }

  /** A call that is next to no work for the kernel, so that what Java adds to it is seen. */
  static void onThisMachine(CallRates rates, CLoop loop) throws IOException, InterruptedException {
    Path file = Files.createTempFile("figures", null);
    Kernel kernel = Kernel.ofLinux();
    int fd = kernel.open(file.toString(), Kernel.READ_WRITE);
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment left = arena.allocate(JAVA_INT);
      rates.head();
      rates.row(
          "FIONREAD of a file",
          calls -> ask(kernel, fd, left, calls),
          calls -> loop.nanos("nothing", file.toString(), String.valueOf(calls)));
    } finally {
      kernel.close(fd);
      Files.delete(file);
    }
  }

  private static void ask(Kernel kernel, int fd, MemorySegment left, int calls) {
    for (int i = 0; i < calls; i++) {
      kernel.ioctl(fd, "FIONREAD", FIONREAD, left);
    }
  }
}
