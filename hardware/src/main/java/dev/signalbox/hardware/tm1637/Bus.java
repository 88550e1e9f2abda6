package dev.signalbox.hardware.tm1637;

/**
 * Bytes over the two wires, by the rules of the TM1637's data sheet (Titan Micro, version 2.4,
 * "Interface interpretation"). Owned by the display's thread.
 *
 * <p>DIO changes only while CLK is low, and the chip takes a bit, the lowest of a byte first, when
 * CLK rises. DIO that falls while CLK is high is the start; DIO that rises then is the end. From
 * the fall of a byte's eighth clock to that of its ninth the chip holds DIO low, to acknowledge.
 *
 * <p>A bit is four quarters: CLK low and DIO still as it was (an edge of CLK that a capacitor slows
 * down is over before DIO changes), CLK low and DIO as it is to be, and two with CLK high. So at
 * the shortest bit time, 2 µs, everything is held for 500 ns and CLK high for 1 µs; the data sheet
 * asks for 100 ns before and after the edge of CLK, 400 ns for its pulses and 1 µs from its rise to
 * its fall.
 */
final class Bus {
  private static final int CLOCKS = 8;

  private final Wires wires;
  private final Waits waits;
  private final long quarterNanos;
  private final boolean trusting;

  Bus(Wires wires, Waits waits, Tm1637Settings settings) {
    this.wires = wires;
    this.waits = waits;
    quarterNanos = Math.ceilDiv(settings.bitTime().toNanos(), 4);
    trusting = settings.acknowledge() == Tm1637Settings.Acknowledge.IGNORE;
  }

  /** Begins to send, from two lines that are high, be it since a moment ago. */
  void start() {
    await(2);
    wires.data(false);
    await(2);
    wires.clock(false);
    await(1);
  }

  /**
   * Sends a byte.
   *
   * @return whether the chip has it, as far as it is asked
   */
  boolean send(int octet) {
    for (int bit = 0; bit < CLOCKS; bit++) {
      if (bit > 0) {
        wires.clock(false);
        await(1);
      }
      wires.data((octet >>> bit & 1) != 0);
      await(1);
      wires.clock(true);
      await(2);
    }
    return hasAcknowledged();
  }

  private boolean hasAcknowledged() {
    wires.listen();
    await(2);
    wires.clock(true);
    await(1);
    boolean acknowledged = trusting || !wires.isDataHigh();
    await(1);
    wires.talk();
    await(1);
    return acknowledged;
  }

  /** Ends, from two lines that are low as after a byte; both are high then. */
  void stop() {
    await(1);
    wires.clock(true);
    await(2);
    wires.data(true);
  }

  private void await(int quarters) {
    waits.await(quarters * quarterNanos);
  }
}
