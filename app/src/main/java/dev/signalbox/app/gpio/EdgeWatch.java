package dev.signalbox.app.gpio;

import dev.signalbox.hardware.gpio.GpioChip;
import dev.signalbox.hardware.gpio.GpioChips;
import dev.signalbox.hardware.gpio.LineConfig;
import dev.signalbox.hardware.gpio.Lines;
import dev.signalbox.hardware.gpio.LinesRequest;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/**
 * Tells the edges of lines of one chip, and which of them the kernel had no room for. Owned by one
 * platform thread.
 */
public final class EdgeWatch implements AutoCloseable {
  /** The most that the kernel keeps of one request. */
  private static final int EVENT_BUFFER = 1_024;

  private static final long NANOS_PER_SECOND = 1_000_000_000;

  /** Who is told. */
  public interface Listener {
    /** An edge, as a line of text. */
    void edge(String text);

    /** That there were edges before the next one which nobody can tell, as a sentence. */
    void lost(String text);

    /** Everything that is there for now was told. Returns false if nobody listens any more. */
    boolean isListening();
  }

  private final List<NamedLine> named;
  private final Lines lines;
  private final Listener listener;
  private final int[] numbers;
  private long left;

  private EdgeWatch(List<NamedLine> named, Lines lines, Listener listener) {
    this.named = named;
    this.lines = lines;
    this.listener = listener;
    numbers = new int[named.size()];
  }

  /**
   * Watches lines from now on.
   *
   * @throws dev.signalbox.core.engine.DriverFault if they can't be had
   * @throws IllegalArgumentException if they are of several chips
   */
  public static EdgeWatch begin(
      GpioChips chips, List<NamedLine> named, LineConfig config, Listener listener) {
    if (HeldLines.byChip(named).size() > 1) {
      throw new IllegalArgumentException(
          "the lines must be of one chip, not of "
              + String.join(" and ", HeldLines.byChip(named).keySet())
              + "; watch each chip by a command of its own");
    }
    try (GpioChip chip = chips.open(named.getFirst().place().chip())) {
      List<Integer> offsets = named.stream().map(line -> line.place().offset()).toList();
      List<LineConfig> each = Collections.nCopies(named.size(), config);
      Lines lines = chip.request(new LinesRequest(NamedLine.CONSUMER, offsets, each, EVENT_BUFFER));
      return new EdgeWatch(named, lines, listener);
    }
  }

  /**
   * Tells edges until there were enough, the bell rings, or nobody listens. Blocks.
   *
   * @throws dev.signalbox.core.engine.DriverFault if the lines are gone
   */
  public void follow(StopBell bell, long count) {
    left = count;
    while (left > 0 && !bell.isRung() && listener.isListening()) {
      if (lines.awaitEdge(bell.descriptor(), -1)) {
        lines.readEdges(this::edge);
      }
    }
  }

  private void edge(int line, boolean active, long nanos, int number) {
    if (left == 0) {
      return;
    }
    String said = named.get(line).said();
    long missing = Integer.toUnsignedLong(number - numbers[line] - 1);
    numbers[line] = number;
    if (missing > 0) {
      listener.lost(
          missing == 1
              ? "Here 1 edge of " + said + " was lost: the kernel had no room for it."
              : "Here %d edges of %s were lost: the kernel had no room for them."
                  .formatted(missing, said));
    }
    listener.edge(text(said, active, nanos));
    left--;
  }

  private static String text(String said, boolean active, long nanos) {
    return String.format(
        Locale.ROOT,
        "%d.%09d %s %s",
        nanos / NANOS_PER_SECOND,
        nanos % NANOS_PER_SECOND,
        said,
        active ? "rising" : "falling");
  }

  /** Lets go of the lines. */
  @Override
  public void close() {
    lines.close();
  }
}
