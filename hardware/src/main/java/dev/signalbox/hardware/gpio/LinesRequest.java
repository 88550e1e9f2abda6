package dev.signalbox.hardware.gpio;

import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;

/**
 * Lines of one chip that are wanted together.
 *
 * @param consumer who wants them, for others to see; 1 to 31 bytes of UTF-8
 * @param offsets their numbers on the chip, each once; 1 to 64
 * @param each what they are used as, in the same order
 * @param eventBuffer how many edges the kernel keeps until they are read, as a proposal; 0 for 16
 *     for each line
 */
public record LinesRequest(
    String consumer, List<Integer> offsets, List<LineConfig> each, int eventBuffer) {
  /** Checks that the two lists belong together. */
  public LinesRequest {
    offsets = List.copyOf(offsets);
    each = List.copyOf(each);
    int bytes = consumer.getBytes(StandardCharsets.UTF_8).length;
    if (bytes < 1 || bytes >= GpioV2.NAME_BYTES || consumer.indexOf('\0') >= 0) {
      throw new IllegalArgumentException(
          "consumer '" + consumer + "' must be 1 to " + (GpioV2.NAME_BYTES - 1) + " bytes");
    }
    if (offsets.isEmpty() || offsets.size() > GpioV2.MOST_LINES || offsets.size() != each.size()) {
      throw new IllegalArgumentException(
          "%d lines with %d configurations must be 1 to %d, and as many"
              .formatted(offsets.size(), each.size(), GpioV2.MOST_LINES));
    }
    if (new HashSet<>(offsets).size() != offsets.size()) {
      throw new IllegalArgumentException("lines " + offsets + " must be there only once");
    }
    if (eventBuffer < 0) {
      throw new IllegalArgumentException("event buffer " + eventBuffer + " must not be negative");
    }
  }

  /** A request with the kernel's own event buffer. */
  public LinesRequest(String consumer, List<Integer> offsets, List<LineConfig> each) {
    this(consumer, offsets, each, 0);
  }
}
