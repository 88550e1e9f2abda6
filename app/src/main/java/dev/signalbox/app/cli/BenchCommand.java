package dev.signalbox.app.cli;

import dev.signalbox.bench.load.Assignment;
import dev.signalbox.bench.load.Measurement;
import dev.signalbox.bench.load.Stimulus;
import dev.signalbox.bench.load.Target;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.UnknownHostException;
import java.nio.file.FileSystemException;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Has a crowd of clients follow any stream, and tells how that went. */
@Command(
    name = "bench",
    mixinStandardHelpOptions = true,
    versionProvider = ProgramVersion.class,
    sortOptions = false,
    description =
        "Measures any server of Server-Sent Events (http://) or WebSocket (ws://)"
            + " with a crowd of clients.",
    footer = {
      "",
      "Examples:",
      "  signalbox bench http://127.0.0.1:8080/v1/stream --clients 1000",
      "  signalbox bench ws://127.0.0.1:8081/ --clients 100 --seconds 60",
      "  signalbox bench http://127.0.0.1:8080/v1/stream --clients 100 \\",
      "    --send http://127.0.0.1:8080/v1/boards/yard/parts/out1 --method PATCH \\",
      "    --body '{\"brightness\":{n}}' --look-for '\"brightness\":'"
    })
final class BenchCommand implements Callable<Integer> {
  @Spec private @Nullable CommandSpec spec;

  @Parameters(paramLabel = "URL", description = "The address of the stream.")
  private @Nullable String url;

  @Option(
      names = {"-n", "--clients"},
      paramLabel = "N",
      required = true,
      description = "How many clients, 1 to 50000.")
  private int clients;

  @Option(
      names = {"-s", "--seconds"},
      paramLabel = "S",
      defaultValue = "10",
      description = "How long once all are in, up to 86400, a day; 10 if left out.")
  private int seconds;

  @Option(
      names = "--at-once",
      paramLabel = "K",
      defaultValue = "200",
      description = "How many may be on their way in at a time; 200 if left out.")
  private int atOnce;

  @Option(
      names = "--protocol",
      paramLabel = "NAME",
      description = "The WebSocket subprotocol to offer.")
  private @Nullable String protocol;

  @Option(
      names = "--pid",
      paramLabel = "PID",
      description = "The server's process here, to take its time (Linux).")
  private @Nullable Long pid;

  @ArgGroup(exclusive = false, heading = "%nUntil a change reaches one client, and the last:%n")
  private @Nullable Change change;

  /** What to send again and again. */
  static final class Change {
    @Option(
        names = "--send",
        paramLabel = "URL",
        required = true,
        description = "Where to send a request that changes something.")
    private @Nullable String url;

    @Option(
        names = "--look-for",
        paramLabel = "TEXT",
        required = true,
        description = "What stands right before the number in a message.")
    private @Nullable String lookFor;

    @Option(
        names = "--method",
        paramLabel = "M",
        defaultValue = "POST",
        description = "Of the request; POST if left out.")
    private String method = "POST";

    @Option(
        names = "--body",
        paramLabel = "TEXT",
        defaultValue = "",
        description = "Of the request; {n} in it, or in the URL, is a number, 10 to 99.")
    private String body = "";

    @Option(
        names = "--every",
        paramLabel = "TIME",
        defaultValue = "100ms",
        converter = TimeArgument.class,
        description = "From one to the next, 10ms to 1m; 100ms if left out.")
    private Duration every = Duration.ofMillis(100);

    Assignment.Prompting prompting() {
      Stimulus stimulus = new Stimulus(method, String.valueOf(url), body, String.valueOf(lookFor));
      return new Assignment.Prompting(stimulus, every);
    }
  }

  BenchCommand() {}

  @Override
  public Integer call() throws InterruptedException {
    if (spec == null) {
      throw new IllegalStateException("the command was not asked for by a command line");
    }
    CommandLine line = spec.commandLine();
    Assignment assignment = assignment(line);
    try {
      Measurement.take(assignment).lines().forEach(line.getOut()::println);
      line.getOut().flush();
      return CommandLine.ExitCode.OK;
    } catch (IOException fault) {
      return fail(line, fault);
    } catch (UncheckedIOException fault) {
      return fail(line, fault.getCause());
    }
  }

  private Assignment assignment(CommandLine line) {
    try {
      Target target = Target.of(String.valueOf(url));
      return new Assignment(
          protocol == null ? target : target.speaking(protocol),
          clients,
          atOnce,
          Duration.ofSeconds(seconds),
          pid == null ? OptionalLong.empty() : OptionalLong.of(pid),
          Optional.ofNullable(change).map(Change::prompting));
    } catch (IllegalArgumentException wrong) {
      throw new ParameterException(line, String.valueOf(wrong.getMessage()), wrong);
    }
  }

  private static int fail(CommandLine line, @Nullable IOException fault) {
    line.getErr()
        .println(
            switch (fault) {
              case UnknownHostException host -> "No such host: " + host.getMessage();
              case FileSystemException file ->
                  "No such process here, or the system does not tell its time: "
                      + file.getMessage();
              case null -> "It could not be measured.";
              case IOException other -> String.valueOf(other.getMessage());
            });
    line.getErr().flush();
    return CommandLine.ExitCode.SOFTWARE;
  }
}
