package dev.signalbox.hardware.sim;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.signalbox.hardware.gpio.Bias;
import dev.signalbox.hardware.gpio.GpioChips;
import dev.signalbox.hardware.gpio.GpioInput;
import dev.signalbox.hardware.gpio.GpioPorts;
import dev.signalbox.hardware.gpio.InputSettings;
import dev.signalbox.hardware.gpio.LineAddress;
import dev.signalbox.testkit.SimChip;
import dev.signalbox.testkit.Until;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Inputs of boards, driven where the wire would be. */
@Tag("gpio-sim")
class InputOnKernelTest {
  private static final int LINE = 3;

  /** The kernel debounces in ticks of its timer, which has 100 or more a second. */
  private static final Duration TICK = Duration.ofMillis(10);

  private record Told(boolean active, long nanos) {}

  private final SimChip sim = SimChip.of(8, Map.of(LINE, "BUTTON"));
  private final GpioPorts ports = GpioPorts.of(GpioChips.ofThisMachine());
  private final List<Told> edges = new CopyOnWriteArrayList<>();

  @AfterEach
  void remove() {
    ports.close();
    sim.close();
  }

  private GpioInput watched(InputSettings settings) {
    GpioInput input = ports.input(LineAddress.of("BUTTON"), settings);
    input.watch((active, nanos) -> edges.add(new Told(active, nanos)));
    return input;
  }

  private static InputSettings settings(Bias bias, Duration debounce, int mostEdges) {
    return new InputSettings("a test", false, bias, debounce, mostEdges);
  }

  private static InputSettings plain() {
    return settings(Bias.PULL_DOWN, Duration.ZERO, InputSettings.MOST_EDGES);
  }

  private List<Boolean> levels() {
    return edges.stream().map(Told::active).toList();
  }

  private void awaitEdges(int count) {
    Until.holds(count + " edges", () -> edges.size() >= count);
  }

  /** The kernel's clock for edges and Java's are the same, so each lies after its pull. */
  @Test
  void input_pulledUpAndDown_tellsEachEdgeWithItsTime() {
    int count = 40;
    try (GpioInput input = watched(plain())) {
      for (int i = 0; i < count; i++) {
        boolean high = i % 2 == 0;
        long before = System.nanoTime();
        sim.pull(LINE, high);
        awaitEdges(i + 1);
        Told told = edges.get(i);
        assertEquals(high, told.active());
        assertTrue(before <= told.nanos() && told.nanos() <= System.nanoTime(), "edge " + i);
      }
      Until.holds("all are counted", () -> input.edges() == count);
    }
  }

  @Test
  void input_activeFromTheStart_tellsThatFirst() {
    try (GpioInput _ = watched(settings(Bias.PULL_UP, Duration.ZERO, 100))) {
      awaitEdges(1);
      sim.pull(LINE, false);
      awaitEdges(2);
    }
    assertEquals(List.of(true, false), levels());
  }

  @Test
  void button_toGround_isActiveWhileLow() {
    try (GpioInput _ = watched(InputSettings.button("a test"))) {
      assertTrue(sim.isHigh(LINE), "pulled up by the chip");
      sim.pull(LINE, false);
      awaitEdges(1);
      sim.pull(LINE, true);
      awaitEdges(2);
    }
    assertEquals(List.of(true, false), levels());
  }

  /** A machine that is busy may take longer for a burst than contacts bounce; then once more. */
  @Test
  void bounces_withinTheDebounceTime_areOneEdge() {
    Duration debounce = Duration.ofMillis(200);
    try (GpioInput _ = watched(settings(Bias.PULL_DOWN, debounce, InputSettings.MOST_EDGES))) {
      long began;
      do {
        sim.pull(LINE, false);
        Until.holds("the line is at rest", () -> edges.isEmpty() || !levels().getLast());
        edges.clear();
        began = System.nanoTime();
        for (int i = 0; i < 9; i++) {
          sim.pull(LINE, i % 2 == 0);
        }
      } while (System.nanoTime() - began > debounce.toNanos() / 2);
      long last = began;
      awaitEdges(1);
      sim.pull(LINE, false);
      awaitEdges(2);
      assertEquals(List.of(true, false), levels());
      assertTrue(
          edges.getFirst().nanos() - last >= debounce.minus(TICK).toNanos(),
          "told once it was at rest");
    }
  }

  @Test
  void input_inUse_saysByWhom() {
    try (GpioInput _ = watched(plain());
        GpioInput other =
            ports.input(LineAddress.of(sim.name(), "3"), InputSettings.button("another"))) {
      other.watch((_, _) -> {});
      assertEquals(
          Optional.of(sim.name() + ": line 3 (BUTTON) is in use by 'a test'"), other.fault());
    }
  }

  @Test
  void input_chipVanished_saysSoAndIsBackWithWhatWasMissed() {
    AtomicInteger told = new AtomicInteger();
    try (GpioInput input = watched(plain())) {
      input.onFaultChange(told::incrementAndGet);
      sim.pull(LINE, true);
      awaitEdges(1);
      sim.unplug();

      Until.holds("the input is told gone", () -> told.get() > 0);
      assertTrue(
          input.fault().orElseThrow().startsWith(sim.name() + " line 3 (BUTTON): the chip is gone")
              || input.fault().orElseThrow().startsWith("no line is called 'BUTTON'"),
          () -> input.fault().orElseThrow());
      sim.plugIn();
      Until.holds("the input is well", () -> input.fault().isEmpty());
      awaitEdges(2);
      sim.pull(LINE, true);
      awaitEdges(3);
    }
    assertEquals(List.of(true, false, true), levels());
  }

  @Test
  void input_stormy_isLeftAloneSaidAndWellAgain() {
    try (GpioInput input = watched(settings(Bias.PULL_DOWN, Duration.ZERO, 20))) {
      Until.holds(
          "the storm is seen",
          () -> {
            sim.pull(LINE, true);
            sim.pull(LINE, false);
            return input.fault().isPresent();
          });
      assertTrue(input.fault().orElseThrow().contains("edge storm 1, more than 20 edges a second"));
      assertEquals(1, input.storms());
      Until.holds("the storm is over", () -> input.fault().isEmpty());
      edges.clear();
      sim.pull(LINE, true);
      Until.holds("the input is active", () -> !edges.isEmpty() && levels().getLast());
    }
  }

  @Test
  void input_closed_givesTheLineBack() {
    watched(plain()).close();
    try (GpioInput again = watched(plain())) {
      assertEquals(Optional.empty(), again.fault());
    }
  }
}
