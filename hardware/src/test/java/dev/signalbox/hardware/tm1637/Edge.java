package dev.signalbox.hardware.tm1637;

/**
 * A change of the level on one of the two wires.
 *
 * @param nanos when, on the clock of the recording
 */
record Edge(long nanos, Wire wire, boolean high) {
  enum Wire {
    CLK,
    DIO
  }
}
