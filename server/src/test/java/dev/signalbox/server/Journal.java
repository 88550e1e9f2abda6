package dev.signalbox.server;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/** Takes down what the program warns of in its log, from its making until it is closed. */
final class Journal extends Handler {
  private static final Logger ROOT = Logger.getLogger("");

  private final List<String> warnings = new CopyOnWriteArrayList<>();

  Journal() {
    ROOT.addHandler(this);
  }

  List<String> warnings() {
    return List.copyOf(warnings);
  }

  @Override
  public void publish(LogRecord written) {
    if (written.getLevel().intValue() >= Level.WARNING.intValue()) {
      warnings.add(written.getLoggerName() + ": " + written.getMessage() + written.getThrown());
    }
  }

  @Override
  public void flush() {}

  @Override
  public void close() {
    ROOT.removeHandler(this);
  }
}
