package dev.signalbox.hardware;

import java.util.ArrayList;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/** Keeps what a class logs, instead of its being printed, until it is closed. */
public final class LogLines extends Handler {
  private final Logger logger;
  private final List<LogRecord> records = new ArrayList<>();

  /** Keeps what this class logs from now on. */
  public LogLines(Class<?> source) {
    logger = Logger.getLogger(source.getName());
    logger.setUseParentHandlers(false);
    logger.addHandler(this);
  }

  /** How many lines of this level there were. */
  public synchronized long count(Level level) {
    return records.stream().filter(line -> line.getLevel().equals(level)).count();
  }

  @Override
  public synchronized void publish(LogRecord line) {
    records.add(line);
  }

  @Override
  public void flush() {}

  @Override
  public void close() {
    logger.removeHandler(this);
    logger.setUseParentHandlers(true);
  }
}
