package dev.signalbox.hardware.sim;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.signalbox.hardware.gpio.Bias;
import dev.signalbox.hardware.gpio.Edges;
import dev.signalbox.hardware.gpio.GpioChip;
import dev.signalbox.hardware.gpio.GpioChips;
import dev.signalbox.hardware.gpio.LineConfig;
import dev.signalbox.hardware.gpio.LineSetup;
import dev.signalbox.hardware.gpio.Lines;
import dev.signalbox.hardware.gpio.LinesRequest;
import dev.signalbox.hardware.kernel.Errno;
import dev.signalbox.hardware.kernel.KernelException;
import dev.signalbox.testkit.SimChip;
import dev.signalbox.testkit.Until;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Requests of several lines, with a real kernel at the other end. */
@Tag("gpio-sim")
class LinesOnKernelTest {
  private static final LineConfig.Output LOW = LineConfig.Output.plain(false);
  private static final LineConfig.Output HIGH = LineConfig.Output.plain(true);
  private static final LineConfig.Input INPUT = LineConfig.Input.plain();

  private final SimChip sim = SimChip.of(64);
  private final List<Lines> taken = new ArrayList<>();

  @AfterEach
  void remove() {
    taken.forEach(Lines::close);
    sim.close();
  }

  private Lines request(List<Integer> offsets, List<LineConfig> each, int eventBuffer) {
    try (GpioChip chip = GpioChips.ofThisMachine().open(sim.name())) {
      Lines lines = chip.request(new LinesRequest("lines", offsets, each, eventBuffer));
      taken.add(lines);
      return lines;
    }
  }

  private Lines request(List<Integer> offsets, List<LineConfig> each) {
    return request(offsets, each, 0);
  }

  /** The levels of these lines of the chip, each as a digit. */
  private String levels(int... lines) {
    StringBuilder levels = new StringBuilder();
    for (int line : lines) {
      levels.append(sim.isHigh(line) ? '1' : '0');
    }
    return levels.toString();
  }

  @Test
  void outputs_firstValues_areThoseOfTheRequest() {
    request(List.of(9, 2, 5), List.of(HIGH, LOW, HIGH));
    assertEquals("011", levels(2, 5, 9));
  }

  @Test
  void outputs_masked_areCountedByTheRequestNotTheChip() {
    Lines lines = request(List.of(9, 2, 5), List.of(LOW, LOW, LOW));
    lines.set(0b001, 0b111);
    assertEquals("001", levels(2, 5, 9));
    lines.set(0b110, 0b010);
    assertEquals("101", levels(2, 5, 9));
    assertEquals(0b011, lines.get(0b111));
    assertEquals(0b010, lines.get(0b110));
  }

  @Test
  void outputs_sixtyFour_areSetAndReadAtOnce() {
    List<Integer> all = IntStream.range(0, 64).boxed().toList();
    Lines lines = request(all, Collections.nCopies(64, LOW));
    long pattern = 0x8000_0001_F00F_A5A5L;
    lines.set(-1, pattern);
    for (int line : all) {
      assertEquals((pattern >>> line & 1) != 0, sim.isHigh(line), "line " + line);
    }
    assertEquals(pattern, lines.get(-1));
  }

  @Test
  void lines_thatDiffer_areEachAsRequested() {
    LineConfig.Output activeLow = new LineConfig.Output(LOW.drive(), Bias.AS_IS, true, true);
    Lines lines =
        request(
            List.of(0, 1, 2, 3),
            List.of(INPUT.with(Bias.PULL_UP), HIGH, INPUT.with(Bias.PULL_DOWN), activeLow));
    assertEquals("1100", levels(0, 1, 2, 3));
    assertEquals(0b1011, lines.get(0b1111));
  }

  @Test
  void output_madeAnInput_followsItsPullAndIsDrivenAgain() {
    Lines lines = request(List.of(7), List.of(LOW));
    LineSetup listening = new LineSetup(List.of(INPUT.with(Bias.PULL_UP)));
    LineSetup driving = new LineSetup(List.of(LOW));

    lines.configure(listening, 0);
    assertEquals(1, lines.get(1));
    sim.pull(7, false);
    assertEquals(0, lines.get(1));
    lines.configure(driving, 1);
    assertTrue(sim.isHigh(7));
  }

  @Test
  void output_pulledTheOtherWay_keepsItsLevel() {
    request(List.of(7), List.of(HIGH));
    sim.pull(7, false);
    assertTrue(sim.isHigh(7));
  }

  @Test
  void input_set_isRefused() {
    Lines lines = request(List.of(7), List.of(INPUT));
    KernelException refused = assertThrows(KernelException.class, () -> lines.set(1, 1));
    assertEquals(Errno.EPERM, refused.error());
    assertEquals(
        sim.name() + " line 7: not permitted; an input can't be set", refused.getMessage());
  }

  /** A kernel that is slow to see an edge may miss one, so the bursts go on until it is full. */
  @Test
  void edges_moreThanTheKernelKeeps_areCountedByTheirNumbers() {
    Lines lines = request(List.of(7), List.of(INPUT.with(Edges.BOTH)), 4);
    List<Integer> numbers = new ArrayList<>();
    Until.holds(
        "edges are lost and counted",
        () -> {
          for (int i = 1; i <= 100; i++) {
            sim.pull(7, i % 2 != 0);
          }
          while (lines.awaitEdge(0)) {
            lines.readEdges((_, _, _, number) -> numbers.add(number));
          }
          return !numbers.isEmpty() && numbers.getLast() > numbers.size();
        });
    assertEquals(numbers.stream().sorted().distinct().toList(), numbers);
  }

  @Test
  void edges_ofSeveralLines_areToldByIndex() {
    Lines lines = request(List.of(9, 2), List.of(INPUT.with(Edges.BOTH), INPUT.with(Edges.RISING)));
    assertEquals(List.of("1 true 1"), edgesOf(lines, 2, true));
    assertEquals(List.of("0 true 1"), edgesOf(lines, 9, true));
    assertEquals(List.of("0 false 2"), edgesOf(lines, 9, false));
    sim.pull(2, false);
    assertEquals(List.of("1 true 2"), edgesOf(lines, 2, true));
  }

  private List<String> edgesOf(Lines lines, int pulled, boolean high) {
    sim.pull(pulled, high);
    assertTrue(lines.awaitEdge(60_000), "an edge");
    List<String> edges = new ArrayList<>();
    lines.readEdges((line, active, _, number) -> edges.add(line + " " + active + " " + number));
    return edges;
  }

  @Test
  void edges_none_areNotWaitedFor() {
    assertFalse(request(List.of(7), List.of(INPUT.with(Edges.BOTH))).awaitEdge(0));
  }

  @Test
  void chip_vanished_failsEveryCallButClose() {
    Lines lines = request(List.of(7), List.of(INPUT.with(Edges.BOTH)));
    LineSetup setup = new LineSetup(List.of(LOW));
    String gone = sim.name() + " line 7: the chip is gone";
    sim.unplug();

    assertTrue(lines.awaitEdge(60_000), "something is wrong");
    assertEquals(gone, refusal(() -> lines.readEdges((_, _, _, _) -> {})));
    assertEquals(gone, refusal(() -> lines.get(1)));
    assertEquals(gone, refusal(() -> lines.set(1, 1)));
    assertEquals(gone, refusal(() -> lines.configure(setup, 1)));
    lines.close();
    sim.plugIn();
    request(List.of(7), List.of(HIGH));
    assertTrue(sim.isHigh(7));
  }

  private static String refusal(Runnable call) {
    return String.valueOf(assertThrows(KernelException.class, call::run).getMessage());
  }
}
