package dev.signalbox.hardware.gpio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.signalbox.hardware.Allocation;
import dev.signalbox.hardware.fake.FakeChip;
import dev.signalbox.hardware.fake.FakeKernel;
import dev.signalbox.hardware.fake.FakeLine;
import dev.signalbox.hardware.kernel.Errno;
import dev.signalbox.hardware.kernel.KernelException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LinesTest {
  private static final LineConfig IN = LineConfig.Input.plain();
  private static final LineConfig OUT = LineConfig.Output.plain(false);
  private static final Duration MS = Duration.ofMillis(1);

  private record Edge(int line, boolean active, long nanos, int number) {}

  private final FakeKernel kernel = new FakeKernel();
  private final FakeChip chip = kernel.addChip("gpiochip0", "fake", 32);
  private final List<Lines> opened = new ArrayList<>();
  private final List<Edge> edges = new ArrayList<>();

  @AfterEach
  void nothingIsLeftOpen() {
    opened.forEach(Lines::close);
    opened.forEach(Lines::close);
    assertEquals(0, kernel.openDescriptors());
  }

  private Lines request(List<Integer> offsets, LineConfig... each) {
    try (GpioChip open = GpioChip.open(kernel, chip.path())) {
      Lines lines = open.request(new LinesRequest("test", offsets, List.of(each)));
      opened.add(lines);
      return lines;
    }
  }

  private int read(Lines lines) {
    return lines.readEdges(
        (line, active, nanos, number) -> edges.add(new Edge(line, active, nanos, number)));
  }

  private static LineConfig debounced(Duration time) {
    return new LineConfig.Input(Bias.AS_IS, Edges.BOTH, time, false);
  }

  private void assertRefused(Errno errno, String message, Runnable call) {
    KernelException refused = assertThrows(KernelException.class, call::run);
    assertSame(errno, refused.error());
    assertEquals(message, refused.getMessage());
  }

  @Test
  void set_countsLinesByTheirIndexInTheRequest() {
    Lines lines = request(List.of(21, 22, 4), OUT, OUT, OUT);
    lines.set(0b101, 0b111);

    assertTrue(chip.line(21).isHigh());
    assertFalse(chip.line(22).isHigh(), "not in the mask");
    assertTrue(chip.line(4).isHigh());

    lines.set(0b001, 0b110);
    assertFalse(chip.line(21).isHigh());
    assertTrue(chip.line(4).isHigh());
  }

  @Test
  void get_countsLinesByTheirIndexInTheRequest() {
    Lines lines = request(List.of(30, 1, 0), IN, IN, OUT);
    chip.line(1).drive(true);
    lines.set(0b100, 0b100);

    assertEquals(0b110, lines.get(0b111));
    assertEquals(0b010, lines.get(0b011));
    assertEquals(0b000, lines.get(0b001));
  }

  @Test
  void sixtyFourLines_areTheMost() {
    FakeChip large = kernel.addChip("gpiochip1", "large", 64);
    List<Integer> offsets = new ArrayList<>();
    List<LineConfig> each = new ArrayList<>();
    for (int i = 63; i >= 0; i--) {
      offsets.add(i);
      each.add(OUT);
    }
    try (GpioChip open = GpioChip.open(kernel, large.path());
        Lines lines = open.request(new LinesRequest("all", offsets, each))) {
      lines.set(-1L, 1L << 63 | 1);
      assertTrue(large.line(0).isHigh());
      assertTrue(large.line(63).isHigh());
      assertFalse(large.line(1).isHigh());
      assertEquals(1L << 63 | 1, lines.get(-1L));
    }
  }

  @Test
  void set_ofAnInput_isRefused() {
    Lines lines = request(List.of(3), IN);

    assertRefused(
        Errno.EPERM,
        "gpiochip0 line 3: not permitted; an input can't be set",
        () -> lines.set(1, 1));
  }

  @Test
  void mask_ofNothing_isRefused() {
    Lines lines = request(List.of(3), OUT);

    assertRefused(
        Errno.EINVAL,
        "gpiochip0 line 3: refused by the kernel as invalid (GPIO_V2_LINE_GET_VALUES)",
        () -> lines.get(0b10));
  }

  @Test
  void activeLow_turnsLevelsRound() {
    Lines lines =
        request(
            List.of(1, 2),
            new LineConfig.Output(Drive.PUSH_PULL, Bias.AS_IS, true, true),
            new LineConfig.Input(Bias.PULL_UP, Edges.NONE, Duration.ZERO, true));
    assertFalse(chip.line(1).isHigh());
    assertEquals(List.of(), chip.line(1).edges(), "never another level");
    assertEquals(0b01, lines.get(0b11));

    chip.line(2).drive(false);
    lines.set(0b01, 0);
    assertTrue(chip.line(1).isHigh());
    assertEquals(0b10, lines.get(0b11));
  }

  @Test
  void openDrain_isHighByItsPullUpOnly() {
    chip.line(1).pull(true);
    Lines lines = request(List.of(1), LineConfig.Output.plain(true).with(Drive.OPEN_DRAIN));
    assertEquals(1, lines.get(1));

    chip.line(1).drive(false);
    assertEquals(0, lines.get(1), "somebody else holds it low");
    assertEquals(0, chip.line(1).conflicts());

    chip.line(1).release();
    lines.set(1, 0);
    assertFalse(chip.line(1).isHigh());
  }

  @Test
  void configure_turnsOneLineAndLeavesTheOthersWithoutAGlitch() {
    Lines lines = request(List.of(22, 21), OUT, OUT);
    LineSetup listening = new LineSetup(List.of(OUT, LineConfig.Input.plain().with(Bias.PULL_UP)));
    LineSetup talking = new LineSetup(List.of(OUT, OUT));
    lines.set(0b11, 0b01);

    lines.configure(listening, 0b01);
    assertTrue(chip.line(21).isHigh(), "pulled up");
    chip.line(21).drive(false);
    assertEquals(0b01, lines.get(0b11));
    chip.line(21).release();
    lines.configure(talking, 0b01);

    assertFalse(chip.line(21).isHigh());
    assertEquals(1, chip.line(22).edges().size(), "the other line kept its level throughout");
    assertEquals(0, chip.line(21).conflicts());
  }

  @Test
  void configure_forAnotherNumberOfLines_isRefused() {
    Lines lines = request(List.of(1), OUT);

    assertThrows(
        IllegalArgumentException.class, () -> lines.configure(new LineSetup(List.of(OUT, OUT)), 0));
  }

  @Test
  void edges_haveTheirTimesAndNumbers() {
    LineConfig edged = LineConfig.Input.plain().with(Edges.BOTH);
    Lines lines = request(List.of(7, 5), edged, edged);
    long start = kernel.nanos();
    kernel.step(MS);
    chip.line(5).drive(true);
    kernel.step(MS);
    chip.line(7).drive(true);
    chip.line(5).drive(false);

    assertTrue(lines.awaitEdge(0));
    assertEquals(3, read(lines));
    assertEquals(
        List.of(
            new Edge(1, true, start + 1_000_000, 1),
            new Edge(0, true, start + 2_000_000, 1),
            new Edge(1, false, start + 2_000_000, 2)),
        edges);
    assertFalse(lines.awaitEdge(0));
  }

  @Test
  void edges_thatWereNotAskedFor_areNotTold() {
    Lines lines =
        request(
            List.of(1, 2, 3),
            LineConfig.Input.plain().with(Edges.RISING),
            LineConfig.Input.plain().with(Edges.FALLING),
            IN);
    for (int line = 1; line <= 3; line++) {
      chip.line(line).drive(true);
      chip.line(line).drive(false);
    }

    assertEquals(2, read(lines));
    assertEquals(0, edges.getFirst().line);
    assertTrue(edges.getFirst().active);
    assertEquals(1, edges.getLast().line);
    assertFalse(edges.getLast().active);
  }

  @Test
  void awaitEdge_waitsAsLongAsItIsTold() {
    Lines lines = request(List.of(1), LineConfig.Input.plain().with(Edges.BOTH));
    long start = kernel.nanos();
    assertFalse(lines.awaitEdge(300));
    assertEquals(300_000_000, kernel.nanos() - start);

    kernel.after(MS, () -> chip.line(1).drive(true));
    assertTrue(lines.awaitEdge(-1));
    assertEquals(301_000_000, kernel.nanos() - start);
  }

  @Test
  void debounce_ofTheKernel_isInMicroseconds() {
    Lines lines = request(List.of(1), debounced(Duration.ofMillis(5)));
    long start = kernel.nanos();
    for (int i = 0; i < 5; i++) {
      chip.line(1).drive(i % 2 == 0);
      kernel.step(MS);
    }
    assertEquals(0, lines.get(1), "not long enough");
    assertTrue(lines.awaitEdge(-1));
    assertEquals(1, read(lines));

    assertEquals(List.of(new Edge(0, true, start + 9_000_000, 1)), edges);
    assertEquals(1, lines.get(1));
  }

  @Test
  void edges_beyondTheBuffer_areCountedAllTheSame() {
    Lines lines = request(List.of(1), LineConfig.Input.plain().with(Edges.BOTH));
    for (int i = 1; i <= 101; i++) {
      chip.line(1).drive(i % 2 == 1);
    }

    assertEquals(16, read(lines));
    assertEquals(86, edges.getFirst().number);
    assertEquals(101, edges.getLast().number);
    assertTrue(edges.getLast().active);
  }

  @Test
  void chip_thatVanishes_isToldByEveryCall() {
    Lines lines = request(List.of(1), LineConfig.Input.plain().with(Edges.BOTH));
    LineSetup setup = new LineSetup(List.of(IN));
    chip.vanish();
    String gone = "gpiochip0 line 1: the chip is gone";

    assertTrue(lines.awaitEdge(-1), "waiting ends");
    assertRefused(Errno.ENODEV, gone, () -> read(lines));
    assertRefused(Errno.ENODEV, gone, () -> lines.get(1));
    assertRefused(Errno.ENODEV, gone, () -> lines.set(1, 1));
    assertRefused(Errno.ENODEV, gone, () -> lines.configure(setup, 0));
  }

  @Test
  void lines_thatAreClosed_canNotBeUsed() {
    Lines lines = request(List.of(1), OUT);
    lines.close();

    assertFalse(chip.line(1).isUsed());
    assertThrows(IllegalStateException.class, () -> lines.set(1, 1));
    assertThrows(IllegalStateException.class, () -> lines.awaitEdge(0));
    assertThrows(IllegalStateException.class, () -> read(lines));
  }

  @Test
  void everyEdge_isRecordedWithItsTime() {
    Lines lines = request(List.of(1), OUT);
    long start = kernel.nanos();
    lines.set(1, 1);
    kernel.step(MS);
    lines.set(1, 1);
    lines.set(1, 0);

    assertEquals(
        List.of(new FakeLine.Edge(start, true), new FakeLine.Edge(start + 1_000_000, false)),
        chip.line(1).edges());
  }

  @Test
  void calls_allocateNothing() {
    Lines lines = new RequestedLines(new SilentKernel(), 3, "quiet lines", List.of(1, 2));
    LineSetup listening = new LineSetup(List.of(OUT, IN));
    LineSetup talking = new LineSetup(List.of(OUT, OUT));

    Allocation.assertNone(() -> {
      lines.set(0b11, 0b10);
      lines.configure(listening, 0b01);
      lines.get(0b10);
      lines.configure(talking, 0b00);
      lines.awaitEdge(0);
      lines.readEdges((_, _, _, _) -> {});
    });
  }
}
