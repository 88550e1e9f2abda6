package dev.signalbox.app.run;

import java.io.PrintStream;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogManager;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import java.util.stream.Collectors;

/**
 * Writes the log: each record on one line of its own, with control characters escaped, so that
 * nothing that comes from outside can pass for a line or reach a terminal. Thread: any.
 */
public final class LogLines extends Handler {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSS", Locale.ROOT);
  private static final int FRAMES = 12;

  /** Held on to, because a logger that nobody holds loses its level. */
  private static final List<Logger> TALKATIVE =
      List.of(Logger.getLogger("io.netty"), Logger.getLogger("io.vertx"));

  /**
   * Warns of writes that end twice because their connection was cut meanwhile, which is no news.
   */
  private static final Logger PROMISES =
      Logger.getLogger("io.netty.util.concurrent.DefaultPromise");

  private final PrintStream out;
  private final ZoneId zone;

  LogLines(PrintStream out, ZoneId zone) {
    this.out = out;
    this.zone = zone;
    setFormatter(new SimpleFormatter());
  }

  /** Makes this the log of the whole program, on stderr. */
  public static void install() {
    LogManager.getLogManager().reset();
    Logger root = Logger.getLogger("");
    root.setLevel(Level.INFO);
    root.addHandler(new LogLines(System.err, ZoneId.systemDefault()));
    TALKATIVE.forEach(logger -> logger.setLevel(Level.WARNING));
    PROMISES.setLevel(Level.SEVERE);
  }

  @Override
  public void publish(LogRecord record) {
    if (isLoggable(record)) {
      out.println(line(record));
    }
  }

  private String line(LogRecord record) {
    String time = TIME.format(LocalDateTime.ofInstant(record.getInstant(), zone));
    String text = getFormatter().formatMessage(record);
    Throwable thrown = record.getThrown();
    return time
        + " "
        + record.getLevel().getName()
        + " "
        + escaped(thrown == null ? text : text + ": " + told(thrown));
  }

  private static String told(Throwable thrown) {
    String frames =
        Arrays.stream(thrown.getStackTrace())
            .limit(FRAMES)
            .map(StackTraceElement::toString)
            .collect(Collectors.joining(" < "));
    String own = thrown + " at " + frames;
    return thrown.getCause() == null ? own : own + "; caused by " + thrown.getCause();
  }

  private static String escaped(String text) {
    StringBuilder line = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (Character.isISOControl(c) || c == '\u2028' || c == '\u2029') {
        line.append("\\u%04x".formatted((int) c));
      } else {
        line.append(c);
      }
    }
    return line.toString();
  }

  @Override
  public void flush() {
    out.flush();
  }

  @Override
  public void close() {
    flush();
  }
}
