package dev.signalbox.hardware.gpio;

import dev.signalbox.hardware.kernel.Errno;
import dev.signalbox.hardware.kernel.KernelException;
import java.util.List;
import java.util.stream.Collectors;

/** The kernel's errors in words that help somebody who wires a board. */
final class GpioFaults {
  private GpioFaults() {}

  /** A chip could not be opened, or is none. */
  static KernelException ofChip(String path, KernelException refused) {
    return switch (refused.error()) {
      case ENOENT ->
          refused.saying(
              path + ": there is no such chip; `signalbox gpio detect` lists those there are");
      case EACCES, EPERM ->
          refused.saying(path + ": permission denied; add the user to group gpio");
      case ENODEV, ENXIO -> refused.saying(path + ": the chip is gone");
      case ENOTTY, EINVAL -> refused.saying(path + ": not a GPIO chip");
      default -> about(path, refused);
    };
  }

  /** A chip does not tell of its lines, though it has a line of that number. */
  static KernelException ofLineInfo(String subject, KernelException refused) {
    return refused.error() == Errno.EINVAL
        ? refused.saying(
            subject + ": the kernel does not know this call; Linux 5.10 is the oldest that does")
        : about(subject, refused);
  }

  /**
   * Lines could not be had.
   *
   * @param taken those of them that are in use
   */
  static KernelException ofRequest(
      String chip, String subject, List<LineInfo> taken, KernelException refused) {
    return switch (refused.error()) {
      case EBUSY -> refused.saying(chip + ": " + (taken.isEmpty() ? "in use" : inUse(taken)));
      case EINVAL -> refused.saying(subject + ": the kernel refuses to use it so");
      case EPERM, EACCES -> refused.saying(subject + ": the kernel keeps it for itself");
      default -> about(subject, refused);
    };
  }

  private static String inUse(List<LineInfo> taken) {
    return taken.stream()
        .map(line -> line.shown() + " is in use by " + user(line))
        .collect(Collectors.joining(", "));
  }

  private static String user(LineInfo line) {
    return line.consumer().isEmpty() ? "something that gives no name" : "'" + line.consumer() + "'";
  }

  /** Any other error. */
  static KernelException about(String subject, KernelException refused) {
    return switch (refused.error()) {
      case ENODEV, ENXIO -> refused.saying(subject + ": the chip is gone");
      case EPERM -> refused.saying(subject + ": not permitted; an input can't be set");
      case OTHER ->
          refused.saying(subject + ": " + refused.errnoName() + " from " + refused.call());
      default ->
          refused.saying(subject + ": " + refused.error().meaning() + " (" + refused.call() + ")");
    };
  }
}
