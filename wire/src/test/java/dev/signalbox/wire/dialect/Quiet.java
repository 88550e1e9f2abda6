package dev.signalbox.wire.dialect;

import java.util.ArrayList;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/** What a class logs: kept from the console, and for a test to read. Owned by the test's thread. */
final class Quiet implements AutoCloseable {
  // Loggers are forgotten when nobody holds them.
  private static final List<Logger> QUIET = new ArrayList<>();

  private final List<String> lines = new ArrayList<>();
  private final Logger logger;
  private final Handler handler =
      new Handler() {
        @Override
        public void publish(LogRecord record) {
          lines.add(record.getLevel() + " " + record.getMessage());
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
      };

  private Quiet(Class<?> source) {
    logger = silence(source);
    logger.setLevel(Level.ALL);
    logger.addHandler(handler);
  }

  /** Keeps what a class logs from the console, for good. */
  static Logger silence(Class<?> source) {
    Logger logger = Logger.getLogger(source.getName());
    logger.setUseParentHandlers(false);
    QUIET.add(logger);
    return logger;
  }

  /** Listens to what a class logs. */
  static Quiet listen(Class<?> source) {
    return new Quiet(source);
  }

  /** What was logged since this was last asked, each line after its level. */
  List<String> take() {
    List<String> taken = List.copyOf(lines);
    lines.clear();
    return taken;
  }

  @Override
  public void close() {
    logger.removeHandler(handler);
  }
}
