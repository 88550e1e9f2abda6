package dev.signalbox.hardware.figures;

import dev.signalbox.hardware.gpio.AtTheEnd;
import dev.signalbox.hardware.pwm.Curve;
import dev.signalbox.hardware.pwm.LinesSource;
import dev.signalbox.hardware.pwm.SoftPin;
import dev.signalbox.hardware.pwm.SoftPwm;
import dev.signalbox.hardware.pwm.SoftPwmSettings;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.IntFunction;

/**
 * Lines that software PWM dims at 100 Hz, each to another brightness and each by a request of its
 * own, as the hub has them.
 */
final class Dimming implements AutoCloseable {
  private static final String THREAD = "soft-pwm";
  private static final SoftPin LINEAR = new SoftPin(Curve.LINEAR, 0, AtTheEnd.OFF);
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  private final SoftPwm pwm = new SoftPwm(SoftPwmSettings.DEFAULT);
  private final LatenessLog log = new LatenessLog(pwm);

  /**
   * @param source where a line comes from, by its number
   */
  Dimming(int lines, IntFunction<LinesSource> source) {
    for (int line = 0; line < lines; line++) {
      LinesSource its = source.apply(line);
      LinesSource logged = first -> new LoggedLines(its.request(first), log);
      pwm.outputs(logged, List.of(LINEAR)).getFirst().set(100 * (line + 1) / (lines + 1));
    }
  }

  /** Gives the thread real-time priority. */
  void hurry() throws IOException, InterruptedException {
    Process chrt =
        new ProcessBuilder("chrt", "--fifo", "--pid", "10", nativeId()).inheritIO().start();
    if (chrt.waitFor() != 0) {
      throw new IOException("no real-time priority");
    }
  }

  private static String nativeId() throws IOException {
    try (DirectoryStream<Path> tasks = Files.newDirectoryStream(Path.of("/proc/self/task"))) {
      for (Path task : tasks) {
        if (Files.readString(task.resolve("comm")).strip().equals(THREAD)) {
          return String.valueOf(task.getFileName());
        }
      }
    }
    throw new IOException("there is no thread " + THREAD);
  }

  private static long processorNanos() {
    for (long id : THREADS.getAllThreadIds()) {
      var thread = THREADS.getThreadInfo(id);
      if (thread != null && thread.getThreadName().equals(THREAD)) {
        return THREADS.getThreadCpuTime(id);
      }
    }
    throw new IllegalStateException("there is no thread " + THREAD);
  }

  /** What comes of it from now on, for so long. */
  Lateness measured(long millis) throws InterruptedException {
    log.clear();
    long processor = processorNanos();
    long start = System.nanoTime();
    Thread.sleep(millis);
    double nanos = System.nanoTime() - start;
    double share = (processorNanos() - processor) / nanos;
    return Lateness.of(log.sorted(), nanos / 1e9, share);
  }

  @Override
  public void close() {
    pwm.close();
  }
}
