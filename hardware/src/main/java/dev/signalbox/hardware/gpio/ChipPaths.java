package dev.signalbox.hardware.gpio;

import dev.signalbox.core.engine.DriverFault;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Where the kernel has its chips: {@code /dev/gpiochip} and a number. */
final class ChipPaths {
  static final String FOLDER = "/dev/";

  private static final String PREFIX = "gpiochip";

  private ChipPaths() {}

  /**
   * The chips in a folder, each once, in the order of their numbers.
   *
   * @throws DriverFault if it can't be read
   */
  static List<String> in(Path folder) {
    List<Path> found = new ArrayList<>();
    try (DirectoryStream<Path> entries =
        Files.newDirectoryStream(
            folder, entry -> isChip(name(entry)) && !Files.isSymbolicLink(entry))) {
      entries.forEach(found::add);
    } catch (IOException unreadable) {
      throw new DriverFault(folder + ": can't be read, so there are no GPIO chips");
    }
    return found.stream()
        .sorted(Comparator.comparingInt(ChipPaths::number))
        .map(Path::toString)
        .toList();
  }

  /** The path of a chip that is given by its path, name or number; none for a label. */
  static Optional<String> named(String chip) {
    if (chip.startsWith("/")) {
      return Optional.of(chip);
    }
    if (LineAddress.isNumber(chip)) {
      return Optional.of(FOLDER + PREFIX + chip);
    }
    return isChip(chip) ? Optional.of(FOLDER + chip) : Optional.empty();
  }

  private static boolean isChip(String name) {
    return name.startsWith(PREFIX) && LineAddress.isNumber(name.substring(PREFIX.length()));
  }

  private static int number(Path chip) {
    return Integer.parseInt(name(chip).substring(PREFIX.length()));
  }

  private static String name(Path path) {
    return String.valueOf(path.getFileName());
  }
}
