package dev.signalbox.app.config;

import dev.signalbox.app.yaml.Node;
import dev.signalbox.app.yaml.Problems;
import dev.signalbox.app.yaml.YamlFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** What the hub runs with where nobody gave it a configuration, and what {@code init} writes. */
public final class DefaultConfiguration {
  /** What the file is called. */
  public static final String FILE = "signalbox.yaml";

  private DefaultConfiguration() {}

  /** The file as it is. */
  public static byte[] bytes() {
    try (InputStream in = DefaultConfiguration.class.getResourceAsStream(FILE)) {
      if (in == null) {
        throw new IllegalStateException(FILE + " is not in the program");
      }
      return in.readAllBytes();
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  /** What it says; nobody asked for its listeners. */
  public static Configuration read() {
    return switch (ConfigurationFile.read(FILE, bytes())) {
      case ConfigurationFile.Fine(Configuration configuration) ->
          configuration.withListeners(new Listeners(configuration.listeners().plans(), true));
      case ConfigurationFile.Mistaken(var lines) ->
          throw new IllegalStateException(String.join("\n", lines));
    };
  }

  /** Its keys, as they are written. */
  static Node.Mapping root() {
    return YamlFile.read(bytes(), new Problems())
        .filter(Node.Mapping.class::isInstance)
        .map(Node.Mapping.class::cast)
        .orElseThrow();
  }
}
