package dev.signalbox.hardware.gpio;

import java.time.Duration;

/**
 * How an input is wired.
 *
 * @param consumer who uses it, for others to see; 1 to 31 bytes of UTF-8
 * @param activeLow whether it is active while the line is low, as with a button to ground
 * @param debounce what the kernel does of it, before whatever a board does; zero for nothing
 * @param mostEdges how many edges a second are listened to; 1 to 1,000,000
 */
public record InputSettings(
    String consumer, boolean activeLow, Bias bias, Duration debounce, int mostEdges) {
  /** More than any contact makes, and few enough to cost nothing. */
  public static final int MOST_EDGES = 1_000;

  private static final int LIMIT = 1_000_000;

  /** Checks the number of edges. */
  public InputSettings {
    if (mostEdges < 1 || mostEdges > LIMIT) {
      throw new IllegalArgumentException("edges a second " + mostEdges + " must be 1 to " + LIMIT);
    }
  }

  /** A button between the line and ground, with the chip's own pull-up. */
  public static InputSettings button(String consumer) {
    return new InputSettings(consumer, true, Bias.PULL_UP, Duration.ZERO, MOST_EDGES);
  }

  LineConfig.Input config(Edges edges) {
    return new LineConfig.Input(bias, edges, debounce, activeLow);
  }
}
