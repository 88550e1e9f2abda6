package dev.signalbox.core.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

/** The kinds of part as the protocol lists them. */
class SchemaTableTest {
  private static final String TABLE =
      """
      counter
        name text 40 = '' writable kept
        value -2147483648 to 2147483647 = 0 writable
        step -2147483648 to 2147483647 = 1
        interval 10 to 86400000 ms = 500
      display
        name text 40 = '' writable kept
        text text 16 = ''
        on flag = true writable kept
        brightness 0 to 7 = 7 writable kept
      led TOGGLE
        name text 40 = '' writable kept
        lit flag = false writable
      switch PRESS
        name text 40 = '' writable kept
        pressed flag = false writable when simulated
        simulated flag = false
      sensor
        name text 40 = '' writable kept
        value number = 0.0
        unit text 16 = ''
        previous number = 0.0
      output TOGGLE
        name text 40 = '' writable kept
        pin 0 to 65535 = 0
        active flag = false writable kept
        brightness 0 to 100 % = 100 writable kept
        blink 10 to 65535 ms or 0 = 0 writable kept
        since time = 0
      chase TOGGLE
        name text 40 = '' writable kept
        members output ids writable kept
        interval 10 to 65535 ms = 300 writable kept
        running flag = true writable kept
        since time = 0
      text
        name text 40 = '' writable kept
        value text 200 = '' writable when editable
        editable flag = false
      button PRESS
        name text 40 = '' writable kept
      """;

  @Test
  void schemas_areThoseOfTheProtocol() {
    StringBuilder table = new StringBuilder();
    for (Schema<? extends Part> schema : Schemas.all()) {
      table.append(schema.kind());
      schema.actions().stream().sorted().forEach(action -> table.append(' ').append(action));
      table.append('\n');
      schema.properties().forEach(property -> table.append(line(property)));
    }
    assertEquals(TABLE, table.toString());
  }

  private static String line(Property<?, ?> property) {
    String initial =
        switch (property.initial()) {
          case null -> "";
          case String text -> " = '" + text + "'";
          case Object value -> " = " + value;
        };
    return "  " + property.name() + type(property.type()) + initial + access(property) + "\n";
  }

  private static String type(PropertyType<?> type) {
    return switch (type) {
      case PropertyType.BooleanType() -> " flag";
      case PropertyType.IntegerType(int from, int to, String unit, boolean zero) ->
          " " + from + " to " + to + (unit.isEmpty() ? "" : " " + unit) + (zero ? " or 0" : "");
      case PropertyType.NumberType() -> " number";
      case PropertyType.TextType(int length) -> " text " + length;
      case PropertyType.TimeType() -> " time";
      case PropertyType.MembersType(String of) -> " " + of + " ids";
    };
  }

  private static String access(Property<?, ?> property) {
    Access access = property.access();
    return (access.writable() ? " writable" : "")
        + (access.persistent() ? " kept" : "")
        + (access.when() == null ? "" : " when " + access.when());
  }

  @Test
  void ofKind_knownAndUnknown() {
    for (Schema<? extends Part> schema : Schemas.all()) {
      assertEquals(schema, Schemas.ofKind(schema.kind()).orElseThrow());
    }
    for (String unknown : List.of("", "Led", "relay")) {
      assertTrue(Schemas.ofKind(unknown).isEmpty());
    }
  }
}
