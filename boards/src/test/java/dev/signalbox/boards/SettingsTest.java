package dev.signalbox.boards;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.signalbox.core.model.Members;
import dev.signalbox.core.model.PartId;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SettingsTest {
  private static final String LONG_NAME = "x".repeat(41);

  private static void assertRefused(String message, Runnable maker) {
    IllegalArgumentException refused =
        assertThrows(IllegalArgumentException.class, maker::run, message);
    assertEquals(message, refused.getMessage());
  }

  private static void counter(String name, Duration interval) {
    new CounterSettings(name, 1, interval, 0, Optional.empty());
  }

  @Test
  void counter_outOfRange() {
    assertRefused(
        "counter interval 9 ms must be 10 to 86400000 whole milliseconds",
        () -> counter("C", Duration.ofMillis(9)));
    assertRefused(
        "counter interval PT0.0105S must be 10 to 86400000 whole milliseconds",
        () -> counter("C", Duration.ofNanos(10_500_000)));
    assertRefused(
        "counter interval PT2562047788015215H30M7S must be 10 to 86400000 whole milliseconds",
        () -> counter("C", Duration.ofSeconds(Long.MAX_VALUE)));
    assertRefused(
        "counter name '" + LONG_NAME + "' must be at most 40 characters",
        () -> counter(LONG_NAME, Duration.ofMillis(10)));
  }

  @Test
  void counter_atTheEdges() {
    counter("x".repeat(40), Duration.ofMillis(10));
    counter("", Duration.ofDays(1));
  }

  @Test
  void display_outOfRange() {
    assertRefused(
        "display brightness '8' must be a whole number from 0 to 7",
        () -> new CounterSettings.Face("D", true, 8));
    assertRefused(
        "display name 'a\nb' must not have control characters or broken surrogates",
        () -> new CounterSettings.Face("a\nb", true, 7));
  }

  private static void toggle(String led, String contact, Duration debounce, String button) {
    new ToggleSettings(led, false, contact, debounce, Optional.of(button));
  }

  @Test
  void toggle_outOfRange() {
    Duration ms = Duration.ofMillis(1);
    assertRefused(
        "led name '" + LONG_NAME + "' must be at most 40 characters",
        () -> toggle(LONG_NAME, "S", ms, "B"));
    assertRefused(
        "switch name '" + LONG_NAME + "' must be at most 40 characters",
        () -> toggle("L", LONG_NAME, ms, "B"));
    assertRefused(
        "button name '" + LONG_NAME + "' must be at most 40 characters",
        () -> toggle("L", "S", ms, LONG_NAME));
    assertRefused(
        "debounce time 1001 ms must be 0 to 1000 whole milliseconds",
        () -> toggle("L", "S", Duration.ofMillis(1_001), "B"));
    assertRefused(
        "debounce time -1 ms must be 0 to 1000 whole milliseconds",
        () -> toggle("L", "S", Duration.ofMillis(-1), "B"));
  }

  private static void sensors(
      List<SensorsSettings.Probe> sensors, long shortestMs, long longestMs) {
    new SensorsSettings(sensors, Duration.ofMillis(shortestMs), Duration.ofMillis(longestMs));
  }

  @Test
  void sensors_outOfRange() {
    var probe = new SensorsSettings.Probe(new PartId("a"), "A", "");
    assertRefused("number of sensors 0 must be 1 to 64", () -> sensors(List.of(), 10, 20));
    assertRefused(
        "number of sensors 65 must be 1 to 64",
        () -> sensors(Collections.nCopies(65, probe), 10, 20));
    assertRefused(
        "sensor 'a' must be there only once", () -> sensors(List.of(probe, probe), 10, 20));
    assertRefused(
        "shortest pause 9 ms must be 10 to 86400000 whole milliseconds",
        () -> sensors(List.of(probe), 9, 20));
    assertRefused(
        "longest pause 10 ms must be 11 to 86400000 whole milliseconds",
        () -> sensors(List.of(probe), 11, 10));
    assertRefused(
        "sensor unit '12345678901234567' must be at most 16 characters",
        () -> new SensorsSettings.Probe(new PartId("a"), "A", "12345678901234567"));
  }

  private static OutputsSettings.Channel channel(String id, int pin) {
    return OutputsSettings.Channel.dark(new PartId(id), "O", pin);
  }

  private static OutputsSettings.Group group(String id, String... members) {
    return new OutputsSettings.Group(new PartId(id), "G", Members.of(members), 300, true);
  }

  private static void outputs(
      List<OutputsSettings.Channel> outputs, List<OutputsSettings.Group> chases, int groups) {
    new OutputsSettings(outputs, chases, groups);
  }

  @Test
  void outputs_outOfRange() {
    var a = channel("a", 1);
    assertRefused("number of outputs 0 must be 1 to 64", () -> outputs(List.of(), List.of(), 4));
    assertRefused("number of groups 65 must be 0 to 64", () -> outputs(List.of(a), List.of(), 65));
    assertRefused(
        "number of chases 1 must be 0 to 0",
        () -> outputs(List.of(a), List.of(group("chase1", "a")), 0));
    assertRefused(
        "part 'a' must be there only once", () -> outputs(List.of(a), List.of(group("a", "a")), 4));
    assertRefused(
        "pin '1' must be there only once",
        () -> outputs(List.of(a, channel("b", 1)), List.of(), 4));
    assertRefused(
        "member 'c' of 'chase1' must be one of the outputs [a]",
        () -> outputs(List.of(a), List.of(group("chase1", "c")), 4));
    assertRefused(
        "member of a chase 'a' must be there only once",
        () -> outputs(List.of(a), List.of(group("chase1", "a"), group("chase2", "a")), 4));
  }

  @Test
  void output_outOfRange() {
    PartId id = new PartId("a");
    assertRefused(
        "output brightness '101' must be a whole number from 0 to 100",
        () -> new OutputsSettings.Channel(id, "A", 1, false, 101, 0));
    assertRefused(
        "output blink '9' must be a whole number from 10 to 65535, or 0 for off",
        () -> new OutputsSettings.Channel(id, "A", 1, false, 100, 9));
    assertRefused(
        "output pin '-1' must be a whole number from 0 to 65535",
        () -> new OutputsSettings.Channel(id, "A", -1, false, 100, 0));
    assertRefused(
        "chase interval '9' must be a whole number from 10 to 65535",
        () -> new OutputsSettings.Group(id, "A", Members.of("a"), 9, true));
  }

  @Test
  void outputs_byDefault_areThoseOfTheFirmware() {
    var outputs = OutputsSettings.DEFAULT.outputs();

    assertEquals(
        List.of(4, 5, 12, 13, 14, 16, 2, 15),
        outputs.stream().map(OutputsSettings.Channel::pin).toList());
    assertEquals(channelNamed("out1", "Output 1", 4), outputs.getFirst());
    assertEquals(channelNamed("out8", "Output 8", 15), outputs.getLast());
    assertEquals(4, OutputsSettings.DEFAULT.groups());
  }

  private static OutputsSettings.Channel channelNamed(String id, String name, int pin) {
    return OutputsSettings.Channel.dark(new PartId(id), name, pin);
  }

  @Test
  void hostAndHub_outOfRange() {
    assertRefused(
        "reading interval 999 ms must be 1000 to 86400000 whole milliseconds",
        () -> new HostSettings(Duration.ofMillis(999)));
    String version = "v".repeat(201);
    assertRefused(
        "text value '" + version + "' must be at most 200 characters",
        () -> new HubSettings(version, Instant.EPOCH));
  }
}
