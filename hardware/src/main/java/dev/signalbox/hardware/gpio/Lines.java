package dev.signalbox.hardware.gpio;

import dev.signalbox.hardware.kernel.Kernel;

/**
 * Lines of one chip that were requested together, and belong to nobody else until they are closed.
 * Masks and values count them by their index in the request: bit 0 is the first. Values are active
 * (1) or not, whatever level that is.
 *
 * <p>Thread: one at a time. Nothing is allocated by a call, unless it fails. A line that vanishes
 * makes every call but {@link #close} fail with {@code ENODEV}.
 *
 * <p>All calls throw {@link dev.signalbox.hardware.kernel.KernelException}.
 */
public interface Lines extends AutoCloseable {
  /** Who is told an edge. */
  @FunctionalInterface
  interface EdgeListener {
    /**
     * A line became active, or ceased to be.
     *
     * @param line its index in the request
     * @param nanos when, on the monotonic clock of {@link System#nanoTime()}
     * @param number counts the edges of this line from 1 as 32 bits do, those included that the
     *     kernel had no room for
     */
    void edge(int line, boolean active, long nanos, int number);
  }

  /**
   * Drives outputs, all at once if the chip can.
   *
   * @param mask which; at least one
   * @param values to what; other lines' bits mean nothing
   */
  void set(long mask, long values);

  /**
   * Reads lines, outputs too.
   *
   * @param mask which; at least one
   * @return their values; other lines' bits are 0
   */
  long get(long mask);

  /**
   * Has each line be what {@code setup} says from now on.
   *
   * @param values what the outputs are then, all of them; other lines' bits mean nothing
   * @throws IllegalArgumentException if {@code setup} is for another number of lines
   */
  void configure(LineSetup setup, long values);

  /**
   * Waits for an edge. Blocks.
   *
   * @param timeoutMs 0 not to wait, negative to wait without end
   * @return whether there is one, or something is wrong, which {@link #readEdges} tells
   */
  default boolean awaitEdge(int timeoutMs) {
    return awaitEdge(Kernel.NONE, timeoutMs);
  }

  /**
   * Waits for an edge, or until {@code bell} rings. Blocks.
   *
   * @param bell one of {@link Kernel#bell()}, or {@link Kernel#NONE}
   * @param timeoutMs 0 not to wait, negative to wait without end
   * @return whether there is one, or something is wrong, which {@link #readEdges} tells
   */
  boolean awaitEdge(int bell, int timeoutMs);

  /**
   * Tells edges that wait, up to 16, the oldest first. Blocks while there is none.
   *
   * @return how many
   */
  int readEdges(EdgeListener listener);

  /** Lets the lines go: the kernel may do with them as it likes then. May be repeated. */
  @Override
  void close();
}
