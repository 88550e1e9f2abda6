package dev.signalbox.app.config;

import dev.signalbox.app.settings.Spot;
import dev.signalbox.app.yaml.Node;
import dev.signalbox.app.yaml.Place;
import dev.signalbox.app.yaml.Problems;
import dev.signalbox.app.yaml.YamlFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Reads configuration files, and finds every mistake in one go. */
public final class ConfigurationFile {
  /** More than any file may have, so that a longer one is noticed. */
  private static final int MOST_BYTES = (1 << 20) + 1;

  private ConfigurationFile() {}

  /** What a file came to. */
  public sealed interface Read {}

  /** It is right. */
  public record Fine(Configuration configuration) implements Read {}

  /**
   * It is not.
   *
   * @param lines one for each mistake, by place: {@code FILE:LINE:COLUMN: what is wrong}
   */
  public record Mistaken(List<String> lines) implements Read {
    public Mistaken {
      lines = List.copyOf(lines);
    }
  }

  /** Reads the file. */
  public static Read read(Path file) {
    try (InputStream in = Files.newInputStream(file)) {
      return read(file.toString(), in.readNBytes(MOST_BYTES));
    } catch (IOException failure) {
      return new Mistaken(List.of(file + ": " + reason(file, failure)));
    }
  }

  private static String reason(Path file, IOException failure) {
    if (failure instanceof NoSuchFileException) {
      return "there is no such file";
    }
    if (failure instanceof AccessDeniedException) {
      return "there is no permission to read it";
    }
    return Files.isDirectory(file)
        ? "this is a folder, not a file"
        : "it can't be read: " + failure.getMessage();
  }

  /**
   * Reads what a file holds.
   *
   * @param name of the file, for messages
   */
  public static Read read(String name, byte[] bytes) {
    Problems problems = new Problems();
    Optional<Configuration> configuration =
        YamlFile.read(bytes, problems).flatMap(root -> configuration(root, problems));
    if (configuration.isPresent() && problems.count() == 0) {
      return new Fine(configuration.get());
    }
    if (problems.count() == 0) {
      problems.add(Place.START, "the file is empty; 'signalbox init' writes one to begin with");
    }
    return new Mistaken(problems.sorted().stream().map(problem -> problem.in(name)).toList());
  }

  private static Optional<Configuration> configuration(Node root, Problems problems) {
    if (root instanceof Node.Scalar scalar && scalar.isNothing()) {
      return Optional.empty();
    }
    if (!(root instanceof Node.Mapping)) {
      problems.add(root.place(), "the file must begin with keys such as 'boards:'");
      return Optional.empty();
    }
    return HubShape.SHAPE.read(new Spot("", Place.START, root), problems);
  }
}
