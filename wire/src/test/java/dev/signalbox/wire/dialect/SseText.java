package dev.signalbox.wire.dialect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;

/** Reads Server-Sent Events as an EventSource does, but stands no line that it would skip. */
final class SseText {
  /**
   * One event.
   *
   * @param name {@code message} where the stream says none
   */
  record Event(String name, String data) {}

  private SseText() {}

  /** The data of all events. */
  static List<String> data(String text) {
    return events(text).stream().map(Event::data).toList();
  }

  static List<Event> events(String text) {
    assertTrue(text.isEmpty() || text.endsWith("\n\n"), () -> "ends within an event: " + text);
    assertEquals(-1, text.indexOf('\r'), text);
    List<Event> events = new ArrayList<>();
    String name = "message";
    StringBuilder data = new StringBuilder();
    for (String line : text.split("\n", -1)) {
      if (line.isEmpty() && !data.isEmpty()) {
        events.add(new Event(name, data.substring(1)));
        name = "message";
        data.setLength(0);
      } else if (line.startsWith("data: ")) {
        data.append('\n').append(line.substring(6));
      } else if (line.startsWith("event: ")) {
        name = line.substring(7);
      } else {
        assertTrue(line.isEmpty() || line.matches("retry: [0-9]+"), () -> "line '" + line + "'");
      }
    }
    return events;
  }
}
