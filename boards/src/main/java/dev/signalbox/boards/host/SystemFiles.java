package dev.signalbox.boards.host;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The files in which Linux tells about itself, below a root. What can't be read, is missing or is
 * far larger than such a file ever is, is empty; nothing is thrown.
 */
final class SystemFiles {
  private static final int LARGEST = 1 << 20;
  private static final int MOST_ENTRIES = 1_000;

  private final Path root;

  /**
   * @param root {@code /} for this machine
   */
  SystemFiles(Path root) {
    this.root = root;
  }

  /** All of a file, without white space around it. */
  Optional<String> text(String path) {
    try (InputStream in = Files.newInputStream(root.resolve(path))) {
      byte[] bytes = in.readNBytes(LARGEST + 1);
      return bytes.length > LARGEST
          ? Optional.empty()
          : Optional.of(new String(bytes, StandardCharsets.UTF_8).strip());
    } catch (IOException | SecurityException | InvalidPathException _) {
      return Optional.empty();
    }
  }

  /** The lines of a file; none where it can't be read. */
  List<String> lines(String path) {
    return text(path).map(text -> text.lines().toList()).orElse(List.of());
  }

  /** A file that holds one whole number. */
  Optional<Long> number(String path) {
    return text(path).flatMap(SystemFiles::parse);
  }

  /** The whole number that {@code text} is. */
  static Optional<Long> parse(String text) {
    try {
      return Optional.of(Long.parseLong(text));
    } catch (NumberFormatException _) {
      return Optional.empty();
    }
  }

  /** The names in a folder, in order: {@code hwmon2} before {@code hwmon10}. */
  List<String> names(String folder) {
    try (Stream<Path> entries = Files.list(root.resolve(folder))) {
      return entries
          .limit(MOST_ENTRIES)
          .map(entry -> entry.getFileName().toString())
          .sorted(Comparator.comparingInt(String::length).thenComparing(Comparator.naturalOrder()))
          .toList();
    } catch (IOException | RuntimeException _) {
      return List.of();
    }
  }

  boolean exists(String path) {
    return Files.exists(root.resolve(path));
  }
}
