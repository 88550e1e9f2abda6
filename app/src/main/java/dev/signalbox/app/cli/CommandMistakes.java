package dev.signalbox.app.cli;

import dev.signalbox.app.settings.Suggestion;
import dev.signalbox.app.yaml.Shown;
import java.io.PrintWriter;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/** What is said of a command line that is wrong, and of a program that is. */
final class CommandMistakes {
  private CommandMistakes() {}

  static int explain(ParameterException wrong, String... args) {
    CommandLine command = wrong.getCommandLine();
    PrintWriter err = command.getErr();
    err.println(
        wrong instanceof CommandLine.UnmatchedArgumentException unmatched
            ? unknown(unmatched.getUnmatched().getFirst(), command)
            : wrong.getMessage());
    err.println("Try '" + command.getCommandSpec().qualifiedName() + " --help'.");
    err.flush();
    return CommandLine.ExitCode.USAGE;
  }

  private static String unknown(String argument, CommandLine command) {
    Set<String> known = new TreeSet<>(command.getSubcommands().keySet());
    known.addAll(command.getCommandSpec().optionsMap().keySet());
    return Shown.quoted(argument)
        + " is no option or command here"
        + Suggestion.of(argument, known).map(meant -> ", did you mean " + meant + "?").orElse(".");
  }

  static int confess(
      Exception defect, CommandLine command, CommandLine.@Nullable ParseResult parsed) {
    System.getLogger(CommandMistakes.class.getName())
        .log(System.Logger.Level.ERROR, "Signalbox failed: " + defect.getMessage(), defect);
    return CommandLine.ExitCode.SOFTWARE;
  }
}
