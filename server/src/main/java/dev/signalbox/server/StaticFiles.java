package dev.signalbox.server;

import java.util.Optional;

/** The files of the dashboard. May block for a moment; any thread. */
@FunctionalInterface
public interface StaticFiles {
  /** No files. */
  StaticFiles NONE = _ -> Optional.empty();

  /**
   * The content of a file.
   *
   * @param path relative, with {@code /} between names of letters, digits, '.', '-' and '_'; never
   *     beginning with a dot
   */
  Optional<byte[]> read(String path);
}
