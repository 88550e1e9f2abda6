package dev.signalbox.app.run;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.time.Instant;
import java.time.ZoneId;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import org.junit.jupiter.api.Test;

class LogLinesTest {
  private final ByteArrayOutputStream written = new ByteArrayOutputStream();
  private final LogLines log =
      new LogLines(new PrintStream(written, true, UTF_8), ZoneId.of("Europe/Berlin"));

  private String logged(LogRecord record) {
    record.setInstant(Instant.parse("2026-11-20T13:03:22.123456Z"));
    log.publish(record);
    return written.toString(UTF_8);
  }

  @Test
  void record_plain_isOneLineWithTimeAndLevel() {
    assertEquals(
        "2026-11-20T14:03:22.123 WARNING the disk is full" + System.lineSeparator(),
        logged(new LogRecord(Level.WARNING, "the disk is full")));
  }

  @Test
  void record_withParameters_hasThemInPlace() {
    LogRecord record = new LogRecord(Level.INFO, "{0} can''t {1}");
    record.setParameters(new Object[] {"A", "B"});

    assertTrue(logged(record).contains(" INFO A can't B"));
  }

  @Test
  void record_withControlCharacters_staysOnItsLine() {
    String line = logged(new LogRecord(Level.INFO, "a\nb\r\u001b[31mc\u0000d\u2028e\u0085f"));

    assertTrue(line.contains("a\\u000ab\\u000d\\u001b[31mc\\u0000d\\u2028e\\u0085f"), line);
    assertEquals(1, line.lines().count());
  }

  @Test
  void record_withAFault_isOneLineToo() {
    LogRecord record = new LogRecord(Level.SEVERE, "driver failed");
    record.setThrown(new IllegalStateException("a\nb", new RuntimeException("cause")));
    String line = logged(record);

    assertEquals(1, line.lines().count());
    assertTrue(
        line.contains("driver failed: java.lang.IllegalStateException: a\\u000ab at "), line);
    assertTrue(line.contains("caused by java.lang.RuntimeException: cause"), line);
  }
}
