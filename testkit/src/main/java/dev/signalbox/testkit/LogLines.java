package dev.signalbox.testkit;

import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/** Keeps what a logger writes, instead of its being printed, until it is closed. Thread: any. */
public final class LogLines extends Handler {
  private final Logger logger;
  private final List<LogRecord> records = new ArrayList<>();

  /** Keeps what this class writes from now on. */
  public LogLines(Class<?> source) {
    this(source.getName());
  }

  /** Keeps what the logger of this name writes from now on. */
  public LogLines(String name) {
    logger = Logger.getLogger(name);
    logger.setUseParentHandlers(false);
    logger.addHandler(this);
  }

  /** How many lines there were. */
  public synchronized int count() {
    return records.size();
  }

  /** How many lines of this level there were. */
  public synchronized long count(Level level) {
    return records.stream().filter(line -> line.getLevel().equals(level)).count();
  }

  /** The lines as people read them: {@code WARNING: what is wrong}. */
  public synchronized List<String> lines() {
    return records.stream().map(LogLines::line).toList();
  }

  private static String line(LogRecord record) {
    Object[] values = record.getParameters();
    String message = record.getMessage();
    return record.getLevel()
        + ": "
        + (values == null ? message : MessageFormat.format(message, values));
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
