package dev.signalbox.hardware.tm1637;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * The decoder itself, on waveforms drawn by hand: what it reads, and that it finds every mistake.
 */
class WaveDecoderTest {
  private static final long SLOW = 10_000;

  private final List<Edge> drawn = new ArrayList<>();
  private long nanos;

  private void after(long wait, Edge.Wire wire, boolean high) {
    nanos += wait;
    drawn.add(new Edge(nanos, wire, high));
  }

  private void clk(long wait, boolean high) {
    after(wait, Edge.Wire.CLK, high);
  }

  private void dio(long wait, boolean high) {
    after(wait, Edge.Wire.DIO, high);
  }

  private void start() {
    dio(SLOW, false);
    clk(SLOW, false);
  }

  /** From CLK low and DIO low to the same. */
  private void octet(int value, boolean acknowledge) {
    boolean level = false;
    for (int bit = 0; bit < 8; bit++) {
      boolean one = (value >> bit & 1) != 0;
      if (one != level) {
        dio(SLOW, one);
        level = one;
      }
      clk(SLOW, true);
      clk(SLOW, false);
    }
    if (level == acknowledge) {
      dio(SLOW, !acknowledge);
    }
    clk(SLOW, true);
    clk(SLOW, false);
    if (!acknowledge) {
      dio(SLOW, false);
    }
  }

  private void stop() {
    clk(SLOW, true);
    dio(SLOW, true);
  }

  private List<String> violations() {
    return WaveDecoder.of(true, true, drawn).violations;
  }

  private void assertViolation(String words) {
    List<String> found = violations();
    assertTrue(found.stream().anyMatch(one -> one.startsWith(words)), words + ": " + found);
  }

  @Test
  void decoder_readsBytesLowestBitFirst() {
    start();
    octet(0xC1, true);
    octet(0x02, false);
    stop();
    start();
    octet(0x40, true);
    stop();

    WaveDecoder decoder = WaveDecoder.of(true, true, drawn);
    assertEquals(
        List.of(
            new WaveDecoder.Message(
                List.of(new WaveDecoder.Octet(0xC1, true), new WaveDecoder.Octet(0x02, false))),
            new WaveDecoder.Message(List.of(new WaveDecoder.Octet(0x40, true)))),
        decoder.messages);
    assertEquals(List.of(), decoder.violations);
    assertTrue(decoder.isIdle());
  }

  @Test
  void chip_acknowledgesFromTheEighthFallToTheNinth() {
    start();
    octet(0xFF, false);
    WaveDecoder decoder = new WaveDecoder(true, true);
    int falls = 0;
    for (Edge edge : drawn) {
      decoder.edge(edge);
      if (edge.wire() == Edge.Wire.CLK && !edge.high()) {
        falls++;
      }
      assertEquals(falls == 9, decoder.isAcknowledging(), "after " + edge);
    }
  }

  @Test
  void wiresThatWereLow_areNoMessageAndNoMistake() {
    clk(SLOW, true);
    dio(SLOW, true);

    WaveDecoder decoder = WaveDecoder.of(false, false, drawn);
    assertEquals(List.of(), decoder.violations);
    assertEquals(List.of(), decoder.messages);
    assertFalse(new WaveDecoder(false, true).isIdle());
  }

  @Test
  void times_thatAreTooShort() {
    start();
    clk(399, true);
    assertViolation("CLK low of 399 ns");

    clk(999, false);
    assertViolation("CLK high of 999 ns");

    dio(SLOW, true);
    clk(99, true);
    assertViolation("data setup of 99 ns");
  }

  @Test
  void times_thatAreJustLongEnough() {
    dio(SLOW, false);
    clk(400, false);
    for (int clock = 0; clock < 9; clock++) {
      clk(1_000, true);
      clk(1_000, false);
    }
    clk(1_000, true);
    dio(400, true);
    dio(400, false);

    assertEquals(List.of(), violations());
  }

  @Test
  void clock_thatIsTooFast() {
    start();
    clk(SLOW, true);
    clk(1_000, false);
    clk(999, true);

    assertViolation("clock of 1999 ns");
  }

  @Test
  void data_thatMovesWhileClkIsHigh() {
    start();
    clk(SLOW, true);
    clk(SLOW, false);
    dio(SLOW, true);
    clk(SLOW, true);
    dio(99, false);
    assertViolation("data hold of 99 ns");
    assertViolation("DIO falls while CLK is high");

    dio(SLOW, true);
    assertViolation("DIO rises while CLK is high, after 0 bits");
  }

  @Test
  void stop_inTheMiddleOfAByte() {
    start();
    clk(SLOW, true);
    clk(SLOW, false);
    clk(SLOW, true);
    dio(SLOW, true);

    assertViolation("DIO rises while CLK is high, after 2 bits");
  }

  @Test
  void startAndStop_thatAreTooShort() {
    dio(SLOW, false);
    clk(399, false);
    assertViolation("start of 399 ns");

    octet(0, true);
    clk(SLOW, true);
    dio(399, true);
    assertViolation("stop of 399 ns");

    dio(399, false);
    assertViolation("pause between messages of 399 ns");
  }

  @Test
  void clock_withoutAStart() {
    clk(SLOW, false);
    clk(SLOW, true);

    assertViolation("CLK falls without a start");
    assertViolation("CLK rises between messages");
  }
}
