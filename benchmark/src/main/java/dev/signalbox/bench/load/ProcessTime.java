package dev.signalbox.bench.load;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/**
 * How much processor time a process has taken, to the nanosecond, by what the Linux scheduler tells
 * of its threads ({@code /proc/PID/task/TID/schedstat}). A thread that ended is not in it.
 */
public final class ProcessTime {
  private final Path tasks;

  /** Of the process of this number. */
  public ProcessTime(long pid) {
    this.tasks = Path.of("/proc", Long.toString(pid), "task");
  }

  /**
   * Nanoseconds on a processor since the start, by all threads that there are. Thread: any.
   *
   * @throws UncheckedIOException if there is no such process, or the system does not tell
   */
  public long nanos() {
    long sum = 0;
    try (DirectoryStream<Path> threads = Files.newDirectoryStream(tasks)) {
      for (Path thread : threads) {
        sum += nanos(thread);
      }
    } catch (IOException fault) {
      throw new UncheckedIOException(fault);
    }
    return sum;
  }

  private static long nanos(Path thread) throws IOException {
    try {
      String text = Files.readString(thread.resolve("schedstat"));
      return Long.parseLong(text.substring(0, text.indexOf(' ')));
    } catch (NoSuchFileException _) {
      // It has just ended.
      return 0;
    }
  }
}
