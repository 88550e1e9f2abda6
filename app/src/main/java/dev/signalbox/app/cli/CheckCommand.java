package dev.signalbox.app.cli;

import dev.signalbox.app.config.Configuration;
import dev.signalbox.app.config.ConfigurationFile;
import dev.signalbox.app.run.BoardFactory;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Finds the mistakes in a configuration. */
@Command(
    name = "check",
    mixinStandardHelpOptions = true,
    versionProvider = ProgramVersion.class,
    description = "Finds every mistake in a configuration file, without running the hub.",
    footer = {"", "Example: signalbox check signalbox.yaml"})
final class CheckCommand implements Callable<Integer> {
  @Spec private @Nullable CommandSpec spec;

  @Parameters(paramLabel = "FILE", description = "The configuration file.")
  private @Nullable Path file;

  CheckCommand() {}

  @Override
  public Integer call() {
    if (file == null || spec == null) {
      throw new IllegalStateException("the command was not asked for by a command line");
    }
    CommandLine line = spec.commandLine();
    return switch (ConfigurationFile.read(file)) {
      case ConfigurationFile.Fine(Configuration configuration) -> {
        int boards = configuration.boards().size();
        int parts = BoardFactory.countParts(configuration.boards());
        line.getOut()
            .println(
                file + " is fine: " + counted(boards, "board") + ", " + counted(parts, "part"));
        line.getOut().flush();
        yield CommandLine.ExitCode.OK;
      }
      case ConfigurationFile.Mistaken(var lines) -> {
        lines.forEach(line.getErr()::println);
        line.getErr().flush();
        yield CommandLine.ExitCode.SOFTWARE;
      }
    };
  }

  private static String counted(int count, String what) {
    return count + " " + what + (count == 1 ? "" : "s");
  }
}
