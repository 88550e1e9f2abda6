package dev.signalbox.acceptance;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The example clients that are programs, as they are in the checkout. */
enum Example {
  PYTHON {
    @Override
    List<String> command(Path folder) {
      return List.of(Program.required("signalbox.python"), FOLDER.resolve("railhub.py").toString());
    }
  },
  NODE {
    // Node looks for packages beside the file and above it, so it is run as a copy.
    @Override
    List<String> command(Path folder) throws IOException {
      Path file = folder.resolve("railhub-node.mjs");
      if (!Files.exists(file)) {
        Files.copy(FOLDER.resolve("railhub-node.mjs"), file);
        Path packages = Files.createDirectory(folder.resolve("node_modules"));
        Files.createSymbolicLink(
            packages.resolve("ws"), Path.of(Program.required("signalbox.node.ws")));
      }
      return List.of(Program.required("signalbox.node"), file.toString());
    }
  };

  static final Path FOLDER = Program.ROOT.resolve("clients/examples");

  /** What to run it with; {@code folder} is for what it needs around it. */
  abstract List<String> command(Path folder) throws IOException;

  ProcessBuilder with(Path folder, String... arguments) throws IOException {
    List<String> command = new ArrayList<>(command(folder));
    command.addAll(List.of(arguments));
    return new ProcessBuilder(command);
  }
}
