package dev.signalbox.hardware.figures;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** The same calls in C: {@code hardware/src/test/c/loop.c}. */
record CLoop(String program) {
  /** How many nanoseconds it took, as the program itself has measured it. */
  long nanos(String... arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of(program));
    command.addAll(List.of(arguments));
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (process.waitFor() != 0) {
      throw new IOException(String.join(" ", command) + " failed");
    }
    return Long.parseLong(said.strip());
  }
}
