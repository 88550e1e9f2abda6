package dev.signalbox.hardware.tm1637;

import java.util.ArrayList;
import java.util.List;

/**
 * Reads TM1637 messages off a waveform, edge by edge, and notes every rule of the data sheet (Titan
 * Micro, version 2.4) that the waveform breaks. Written from the data sheet alone.
 *
 * <p>It begins once both wires are high. As a chip would, it can also say when DIO is to be pulled
 * low to acknowledge: from the fall of the eighth clock of a byte to the fall of the ninth.
 */
final class WaveDecoder {
  /** From a rise of CLK to its fall: "waiting time". */
  static final long CLOCK_HIGH_NANOS = 1_000;

  /** "Clock pulse width", which is also asked of start, stop and the pause between them. */
  static final long PULSE_NANOS = 400;

  /** "Data setup time" and "data hold time", before and after the rise of CLK. */
  static final long DATA_NANOS = 100;

  /** Half a clock at 500 kHz, the most that the chip can do. */
  private static final long CLOCK_NANOS = 2_000;

  record Octet(int value, boolean acknowledged) {}

  /** What was sent from a start to its stop. */
  record Message(List<Octet> octets) {
    List<Integer> values() {
      return octets.stream().map(Octet::value).toList();
    }
  }

  private enum Phase {
    UNKNOWN,
    IDLE,
    SENDING
  }

  final List<Message> messages = new ArrayList<>();
  final List<String> violations = new ArrayList<>();

  private Phase phase = Phase.UNKNOWN;
  private boolean clk;
  private boolean dio;
  private long clkRose = Long.MIN_VALUE / 2;
  private long clkFell = Long.MIN_VALUE / 2;
  private long dioMoved = Long.MIN_VALUE / 2;
  private final List<Octet> octets = new ArrayList<>();
  private int clocks;
  private int octet;
  private boolean acknowledged;
  private boolean acknowledging;

  /** A decoder of wires that have these levels. */
  WaveDecoder(boolean clk, boolean dio) {
    this.clk = clk;
    this.dio = dio;
    settle();
  }

  static WaveDecoder of(boolean clk, boolean dio, List<Edge> waveform) {
    WaveDecoder decoder = new WaveDecoder(clk, dio);
    waveform.forEach(decoder::edge);
    return decoder;
  }

  /** Whether a chip holds DIO low now. */
  boolean isAcknowledging() {
    return acknowledging;
  }

  /** Whether the ninth clock of a byte is high now, which is when the acknowledge can be read. */
  boolean isAcknowledgeClock() {
    return phase == Phase.SENDING && clocks == 9 && clk;
  }

  boolean isIdle() {
    return phase == Phase.IDLE && clk && dio;
  }

  private void settle() {
    if (phase == Phase.UNKNOWN && clk && dio) {
      phase = Phase.IDLE;
    }
  }

  void edge(Edge edge) {
    switch (edge.wire()) {
      case CLK -> {
        clk = edge.high();
        if (clk) {
          rise(edge.nanos());
        } else {
          fall(edge.nanos());
        }
      }
      case DIO -> {
        dio = edge.high();
        move(edge.nanos());
      }
    }
    settle();
  }

  private void rise(long nanos) {
    if (phase == Phase.SENDING) {
      atLeast("CLK low", nanos - clkFell, PULSE_NANOS, nanos);
      atLeast("clock", nanos - clkRose, CLOCK_NANOS, nanos);
      atLeast("data setup", nanos - dioMoved, DATA_NANOS, nanos);
      clocks++;
      if (clocks <= 8) {
        octet |= (dio ? 1 : 0) << (clocks - 1);
      } else {
        acknowledged = !dio;
      }
    } else if (phase == Phase.IDLE) {
      violations.add("CLK rises between messages at " + nanos);
    }
    clkRose = nanos;
  }

  private void fall(long nanos) {
    if (phase == Phase.SENDING) {
      atLeast("CLK high", nanos - clkRose, CLOCK_HIGH_NANOS, nanos);
      if (clocks == 0 && octets.isEmpty()) {
        atLeast("start", nanos - dioMoved, PULSE_NANOS, nanos);
      }
      acknowledging = clocks == 8;
      if (clocks == 9) {
        octets.add(new Octet(octet, acknowledged));
        octet = 0;
        clocks = 0;
      }
    } else if (phase == Phase.IDLE) {
      violations.add("CLK falls without a start at " + nanos);
    }
    clkFell = nanos;
  }

  private void move(long nanos) {
    if (clk && phase != Phase.UNKNOWN) {
      atLeast("data hold", nanos - clkRose, DATA_NANOS, nanos);
      if (dio) {
        stop(nanos);
      } else {
        start(nanos);
      }
    }
    dioMoved = nanos;
  }

  private void start(long nanos) {
    if (phase == Phase.SENDING) {
      violations.add("DIO falls while CLK is high, in a message, at " + nanos);
    } else {
      atLeast("pause between messages", nanos - dioMoved, PULSE_NANOS, nanos);
    }
    phase = Phase.SENDING;
    octets.clear();
    clocks = 0;
    octet = 0;
  }

  /** The rise of CLK before a stop counts as a clock, of which nothing comes. */
  private void stop(long nanos) {
    if (phase != Phase.SENDING || clocks != 1 || octets.isEmpty()) {
      violations.add("DIO rises while CLK is high, after " + clocks + " bits, at " + nanos);
    }
    atLeast("stop", nanos - clkRose, PULSE_NANOS, nanos);
    messages.add(new Message(List.copyOf(octets)));
    phase = Phase.IDLE;
  }

  private void atLeast(String what, long nanos, long least, long at) {
    if (nanos < least) {
      violations.add(what + " of " + nanos + " ns at " + at + ", not " + least);
    }
  }
}
