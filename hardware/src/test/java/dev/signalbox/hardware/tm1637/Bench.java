package dev.signalbox.hardware.tm1637;

import dev.signalbox.hardware.fake.FakeChip;
import dev.signalbox.hardware.fake.FakeKernel;
import dev.signalbox.hardware.fake.FakeLine;
import dev.signalbox.hardware.gpio.GpioChips;
import dev.signalbox.hardware.gpio.LineAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;
import java.util.stream.IntStream;

/**
 * A display on CLK 22 and DIO 21 of a chip, and what is measured there: a recording of the wires,
 * what it decodes to, and what the display has. A clock that is stepped goes on only where the
 * driver waits, and in {@link #pass}, so every time that is measured is one that the driver saw to.
 */
final class Bench implements Waits {
  static final LineAddress CLK = LineAddress.of("gpiochip0", "22");
  static final LineAddress DIO = LineAddress.of("gpiochip0", "21");

  final FakeKernel kernel = new FakeKernel();
  final FakeChip gpio = kernel.addChip("gpiochip0", "test", 28);
  final FakeLine clk = gpio.line(22);
  final FakeLine dio = gpio.line(21);

  final List<Edge> waveform = new ArrayList<>();
  final WaveDecoder decoder = new WaveDecoder(false, false);
  final ChipMemory chip = new ChipMemory();
  final List<Boolean> readsOnAcknowledgeClock = new ArrayList<>();
  final WatchedKernel seam =
      new WatchedKernel(kernel, () -> readsOnAcknowledgeClock.add(decoder.isAcknowledgeClock()));

  /** How many messages the chip was sent; other threads may wait for it. */
  volatile int sent;

  private final List<String> violations = new ArrayList<>();
  private final GpioChips chips = new GpioChips(seam, kernel::paths);
  private final LongSupplier clock;
  private boolean plugged = true;
  private int acknowledgements = Integer.MAX_VALUE;
  private boolean pulling;
  private int taken;

  /** A bench whose clock is stepped. */
  Bench() {
    clock = kernel::nanos;
    watch();
  }

  /** A bench with a clock that goes by itself. */
  Bench(LongSupplier clock) {
    this.clock = clock;
    watch();
  }

  private void watch() {
    clk.watch(edge -> record(Edge.Wire.CLK, edge.high()));
    dio.watch(edge -> record(Edge.Wire.DIO, edge.high()));
  }

  long nanos() {
    return clock.getAsLong();
  }

  /** Lets time pass in which the driver does nothing. */
  void pass(long by) {
    kernel.step(Duration.ofNanos(by));
  }

  @Override
  public void await(long by) {
    if (pulling && dio.isHigh()) {
      violations.add("DIO driven high against the chip at " + nanos());
    }
    pass(by);
  }

  void unplug() {
    plugged = false;
    chip.clear();
  }

  void plugIn() {
    plugged = true;
  }

  /** From now on the chip takes what it is sent, but acknowledges only so many bytes of it. */
  void acknowledgeOnly(int bytes) {
    acknowledgements = bytes;
  }

  /** The messages since it was last asked. */
  List<List<Integer>> messages() {
    List<List<Integer>> news =
        decoder.messages.subList(taken, decoder.messages.size()).stream()
            .map(WaveDecoder.Message::values)
            .toList();
    taken = decoder.messages.size();
    return news;
  }

  List<String> violations() {
    List<String> all = new ArrayList<>(violations);
    all.addAll(decoder.violations);
    all.addAll(chip.violations);
    return all;
  }

  List<Edge> edges(Edge.Wire wire) {
    return waveform.stream().filter(edge -> edge.wire() == wire).toList();
  }

  /** The shortest time from one edge of CLK to the next of its kind, since the request. */
  long shortestBit() {
    List<Edge> clock = edges(Edge.Wire.CLK);
    return IntStream.range(3, clock.size())
        .mapToLong(i -> clock.get(i).nanos() - clock.get(i - 2).nanos())
        .min()
        .orElseThrow();
  }

  /** The lines, as a driver gets them that asks for them. */
  Wires request(Tm1637Settings settings) {
    return Wires.request(chips, CLK, DIO, settings);
  }

  /** A display with a thread of its own on these lines. */
  Tm1637Display start(Tm1637Settings settings) {
    return Tm1637Display.start(chips, CLK, DIO, settings);
  }

  /** A display on these lines that is written to by whoever calls. */
  Tm1637Trial trial(Tm1637Settings settings) {
    return Tm1637Trial.open(chips, CLK, DIO, settings, this);
  }

  private void record(Edge.Wire wire, boolean high) {
    Edge edge = new Edge(nanos(), wire, high);
    waveform.add(edge);
    int before = decoder.messages.size();
    decoder.edge(edge);
    if (decoder.messages.size() > before) {
      if (plugged) {
        chip.take(decoder.messages.getLast());
      }
      sent = decoder.messages.size();
    }
    if (wire == Edge.Wire.CLK) {
      acknowledge();
    }
  }

  /** One acknowledgement for each time that the decoder says so: the chip's part in it. */
  private void acknowledge() {
    if (!decoder.isAcknowledging()) {
      pulling = false;
      dio.release();
    } else if (plugged && !clk.isHigh() && acknowledgements-- > 0) {
      pulling = true;
      dio.drive(false);
    }
  }
}
