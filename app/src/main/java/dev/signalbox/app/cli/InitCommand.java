package dev.signalbox.app.cli;

import dev.signalbox.app.config.DefaultConfiguration;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Writes the configuration that the hub runs with where it is given none. */
@Command(
    name = "init",
    mixinStandardHelpOptions = true,
    versionProvider = ProgramVersion.class,
    description = "Writes a commented configuration file to begin with. It overwrites nothing.",
    footer = {"", "Example: signalbox init club.yaml"})
final class InitCommand implements Callable<Integer> {
  @Spec private @Nullable CommandSpec spec;

  @Parameters(
      paramLabel = "FILE",
      arity = "0..1",
      defaultValue = DefaultConfiguration.FILE,
      description = "The file to write; ${DEFAULT-VALUE} if left out.")
  private @Nullable Path file;

  InitCommand() {}

  @Override
  public Integer call() {
    if (file == null || spec == null) {
      throw new IllegalStateException("the command was not asked for by a command line");
    }
    CommandLine line = spec.commandLine();
    try {
      Files.write(file, DefaultConfiguration.bytes(), StandardOpenOption.CREATE_NEW);
    } catch (IOException failure) {
      tell(line.getErr(), reason(file, failure));
      return CommandLine.ExitCode.SOFTWARE;
    }
    tell(line.getOut(), "Wrote " + file + ". Run the hub with it: signalbox --config " + file);
    return CommandLine.ExitCode.OK;
  }

  private static void tell(PrintWriter to, String sentence) {
    to.println(sentence);
    to.flush();
  }

  private static String reason(Path file, IOException failure) {
    return switch (failure) {
      case FileAlreadyExistsException _ ->
          file + " is there already; nothing was written. Name another file, or move it away.";
      case NoSuchFileException _ -> "The folder of " + file + " is not there; make it first.";
      default -> file + " can't be written: " + failure.getMessage();
    };
  }
}
