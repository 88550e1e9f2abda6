package dev.signalbox.dashboard;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Optional;

/** The files of the dashboard, as they are packed into this module. Thread: any. */
public final class DashboardFiles {
  private static final String ROOT = "/META-INF/signalbox/dashboard/";

  private DashboardFiles() {}

  /**
   * The content of a file.
   *
   * @param path relative, such as {@code index.html} or {@code components/sb-app.js}
   * @return empty if there is no such file
   * @throws UncheckedIOException if it can't be read
   */
  public static Optional<byte[]> read(String path) {
    if (path.endsWith("/")) {
      return Optional.empty();
    }
    try (InputStream file = DashboardFiles.class.getResourceAsStream(ROOT + path)) {
      return file == null ? Optional.empty() : Optional.of(file.readAllBytes());
    } catch (IOException fault) {
      throw new UncheckedIOException(fault);
    }
  }
}
