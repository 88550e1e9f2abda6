package dev.signalbox.hardware.pwm;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** What is done with the files in which the kernel shows a device. */
interface SysfsFiles {
  /** Those of this machine. */
  SysfsFiles REAL = new SysfsFiles() {};

  default boolean exists(Path file) {
    return Files.exists(file);
  }

  default boolean isWritable(Path file) {
    return Files.isWritable(file);
  }

  /** What is in it, without the end of the line. */
  default String read(Path file) throws IOException {
    return Files.readString(file, StandardCharsets.US_ASCII).strip();
  }

  /** Writes all of it at once, into a file that is there. */
  default void write(Path file, String text) throws IOException {
    Files.writeString(
        file,
        text,
        StandardCharsets.US_ASCII,
        StandardOpenOption.WRITE,
        StandardOpenOption.TRUNCATE_EXISTING);
  }
}
