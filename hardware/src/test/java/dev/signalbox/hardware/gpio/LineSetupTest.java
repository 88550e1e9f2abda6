package dev.signalbox.hardware.gpio;

import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.lang.foreign.MemorySegment;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class LineSetupTest {
  private static LineConfig.Input debounced(int micros) {
    return new LineConfig.Input(Bias.AS_IS, Edges.BOTH, Duration.ofNanos(micros * 1_000L), false);
  }

  private static long attribute(MemorySegment config, int number, int offset) {
    return config.get(JAVA_LONG, 32 + 24L * number + offset);
  }

  @Test
  void setup_ofAnInput_isFlagsAlone() {
    MemorySegment config = new LineSetup(List.of(LineConfig.Input.plain())).asIs();

    assertEquals(1 << 2, config.get(JAVA_LONG, 0));
    assertEquals(0, config.get(JAVA_INT, 8));
  }

  @Test
  void setup_ofManyKinds_namesTheLinesByTheirIndex() {
    LineSetup setup =
        new LineSetup(
            List.of(
                LineConfig.Input.plain().with(Bias.PULL_UP),
                LineConfig.Output.plain(false),
                debounced(2_500),
                LineConfig.Output.plain(true).with(Drive.OPEN_DRAIN),
                debounced(2_500)));
    MemorySegment config = setup.asIs();

    assertEquals(1 << 2 | 1 << 8, config.get(JAVA_LONG, 0), "the first line's flags");
    assertEquals(5, config.get(JAVA_INT, 8));
    assertEquals(List.of(2L, 0b01000L, 0b01010L), listOf(config, 0), "values");
    assertEquals(List.of(1L, 1L << 3, 0b00010L), listOf(config, 1), "outputs");
    assertEquals(List.of(1L, 0b110100L, 0b10100L), listOf(config, 2), "inputs with edges");
    assertEquals(List.of(1L, 1L << 3 | 1 << 6, 0b01000L), listOf(config, 3), "open drain");
    assertEquals(List.of(3L, 2_500L, 0b10100L), listOf(config, 4), "debounced");
    assertEquals(0b01010, setup.outputs());
  }

  private static List<Long> listOf(MemorySegment config, int number) {
    return List.of(
        attribute(config, number, 0), attribute(config, number, 8), attribute(config, number, 16));
  }

  @Test
  void values_areThoseOfOutputsOnly() {
    LineSetup setup =
        new LineSetup(List.of(LineConfig.Input.plain(), LineConfig.Output.plain(true)));

    assertEquals(0b10, attribute(setup.asIs(), 0, 8));
    assertEquals(0b00, attribute(setup.withValues(0b01), 0, 8));
    assertEquals(0b10, attribute(setup.withValues(0b11), 0, 8));
  }

  @Test
  void values_withoutOutputs_leaveTheSetupAlone() {
    MemorySegment config = new LineSetup(List.of(debounced(7))).withValues(-1);

    assertEquals(List.of(3L, 7L, 1L), listOf(config, 0));
  }

  @Test
  void debounce_asLongAsTheKernelCanCount_isKept() {
    Duration longest = Duration.ofNanos(0xffff_ffffL * 1_000);
    LineConfig.Input input = new LineConfig.Input(Bias.AS_IS, Edges.BOTH, longest, false);

    assertEquals(0xffff_ffffL, attribute(new LineSetup(List.of(input)).asIs(), 0, 8));
    assertThrows(
        IllegalArgumentException.class,
        () -> new LineConfig.Input(Bias.AS_IS, Edges.BOTH, longest.plusNanos(1_000), false));
    assertThrows(
        IllegalArgumentException.class,
        () -> new LineConfig.Input(Bias.AS_IS, Edges.BOTH, Duration.ofNanos(1_500), false));
    assertThrows(
        IllegalArgumentException.class,
        () -> new LineConfig.Input(Bias.AS_IS, Edges.BOTH, Duration.ofNanos(-1_000), false));
  }

  @Test
  void setup_ofTooManyLinesOrKinds_isRefused() {
    List<LineConfig> lines = Collections.nCopies(65, LineConfig.Input.plain());
    List<LineConfig> kinds = new ArrayList<>();
    for (int i = 1; i <= 10; i++) {
      kinds.add(debounced(i));
    }
    new LineSetup(lines.subList(0, 64));
    new LineSetup(kinds);
    kinds.add(debounced(11));

    assertThrows(IllegalArgumentException.class, () -> new LineSetup(lines));
    assertThrows(IllegalArgumentException.class, () -> new LineSetup(List.of()));
    assertThrows(IllegalArgumentException.class, () -> new LineSetup(kinds));
  }
}
