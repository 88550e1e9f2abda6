package dev.signalbox.app.cli;

import dev.signalbox.app.run.Build;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;
import picocli.CommandLine.IVersionProvider;

/** Which Signalbox this is, as the build wrote it down. */
final class ProgramVersion implements IVersionProvider {
  private static final String FILE = "/dev/signalbox/app/version.properties";

  ProgramVersion() {}

  /** What the build wrote down. */
  static Build build() {
    Properties properties = new Properties();
    try (InputStream in = ProgramVersion.class.getResourceAsStream(FILE)) {
      if (in == null) {
        throw new IllegalStateException(FILE + " is not in the program");
      }
      properties.load(in);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
    return new Build(properties.getProperty("version", ""), properties.getProperty("built", ""));
  }

  @Override
  public String[] getVersion() {
    return new String[] {"Signalbox " + build().version()};
  }
}
