package dev.signalbox.app.cli;

import dev.signalbox.app.config.Configuration;
import dev.signalbox.app.config.ConfigurationFile;
import dev.signalbox.app.config.DefaultConfiguration;
import dev.signalbox.app.run.DataFolder;
import dev.signalbox.app.run.LogLines;
import dev.signalbox.app.run.RunningHub;
import dev.signalbox.app.run.StartFailure;
import dev.signalbox.hardware.gpio.GpioChips;
import dev.signalbox.server.ServerSettings;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.IntSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The command {@code signalbox}: runs the hub until it is told to stop. */
@Command(
    name = "signalbox",
    mixinStandardHelpOptions = true,
    versionProvider = ProgramVersion.class,
    sortOptions = false,
    subcommands = {
      CheckCommand.class,
      InitCommand.class,
      SchemaCommand.class,
      BenchCommand.class,
      WifiCommand.class
    },
    description = "One live hub for boards. Without a command it runs the hub.",
    footer = {
      "",
      "Examples:",
      "  signalbox                              six simulated boards at http://127.0.0.1:8080/",
      "  signalbox --bind 0.0.0.0               the same, for everyone in the network",
      "  signalbox init                         writes signalbox.yaml, to be edited",
      "  signalbox check signalbox.yaml         finds the mistakes in it",
      "  signalbox --config signalbox.yaml      runs the hub as it says",
      "",
      "Exit codes: 0 stopped or fine, 1 the sentence on stderr says why, 2 not such a command,",
      "130 stopped by Ctrl-C."
    })
public final class SignalboxCommand implements Callable<Integer> {
  private static final int HIGHEST_PORT = 65_535;

  private final Supplier<IntSupplier> stop;

  @Spec private @Nullable CommandSpec spec;

  @Option(
      names = {"-c", "--config"},
      paramLabel = "FILE",
      description = "The configuration; six simulated boards if left out.")
  private @Nullable Path config;

  @Option(
      names = {"-p", "--port"},
      paramLabel = "N",
      description = "The port, 0 for any free one; the configuration's, or 8080, if left out.")
  private @Nullable Integer port;

  @Option(
      names = {"-b", "--bind"},
      paramLabel = "ADDRESS",
      description = "The address to listen on; the configuration's, or 127.0.0.1, if left out.")
  private @Nullable String bind;

  @Option(
      names = {"-d", "--data"},
      paramLabel = "DIR",
      description = "Where settings are kept; a folder in your home if left out.")
  private @Nullable Path data;

  @Option(
      names = {"-s", "--simulate"},
      description = "Simulates every board, whatever it is wired to.")
  private boolean simulate;

  private SignalboxCommand(Supplier<IntSupplier> stop) {
    this.stop = stop;
  }

  /**
   * The command line.
   *
   * @param stop begins to listen for requests to stop the hub; what it returns waits for one, and
   *     returns the exit code
   */
  public static CommandLine line(Supplier<IntSupplier> stop) {
    return line(new GpioWorld(GpioChips::ofThisMachine, stop));
  }

  /**
   * The command line, on these chips. It prints through the stream itself, so that a command finds
   * out when nobody reads any more; the writer that picocli makes would not know.
   */
  static CommandLine line(GpioWorld world) {
    return new CommandLine(new SignalboxCommand(world.stop()))
        .addSubcommand(GpioCommand.line(world))
        .setOut(new PrintWriter(System.out, true, System.out.charset()))
        .setParameterExceptionHandler(CommandMistakes::explain)
        .setExecutionExceptionHandler(CommandMistakes::confess);
  }

  @Override
  public Integer call() {
    checkOptions();
    LogLines.install();
    return switch (configuration()) {
      case ConfigurationFile.Fine(Configuration configuration) -> run(configuration);
      case ConfigurationFile.Mistaken(var lines) -> {
        lines.forEach(line().getErr()::println);
        line().getErr().flush();
        yield CommandLine.ExitCode.SOFTWARE;
      }
    };
  }

  private void checkOptions() {
    if (port != null && (port < 0 || port > HIGHEST_PORT)) {
      throw new ParameterException(line(), "--port " + port + " must be 0 to " + HIGHEST_PORT);
    }
    if (bind != null && bind.isBlank()) {
      throw new ParameterException(line(), "--bind must be an address or a host name");
    }
  }

  private ConfigurationFile.Read configuration() {
    return config == null
        ? new ConfigurationFile.Fine(DefaultConfiguration.read())
        : ConfigurationFile.read(config);
  }

  private int run(Configuration configuration) {
    Path folder = Optional.ofNullable(data).orElseGet(DataFolder::ofThisUser);
    Configuration asked = asked(configuration);
    IntSupplier stopped = stop.get();
    try (RunningHub hub = RunningHub.start(asked, folder, ProgramVersion.build())) {
      PrintWriter out = line().getOut();
      hub.listeners().forEach(out::println);
      hub.addresses().further().forEach(address -> out.println("In the network: " + address));
      out.println("Transport: " + hub.transport());
      out.println("Signalbox is ready: " + hub.addresses().main());
      out.flush();
      return stopped.getAsInt();
    } catch (StartFailure failure) {
      line().getErr().println(failure.getMessage());
      line().getErr().flush();
      return CommandLine.ExitCode.SOFTWARE;
    }
  }

  private Configuration asked(Configuration configuration) {
    Configuration boards = simulate ? configuration.simulated() : configuration;
    Configuration moved = boards.withServer(asked(configuration.server()));
    return port != null && port == 0
        ? moved.withListeners(configuration.listeners().atAnyPort())
        : moved;
  }

  private ServerSettings asked(ServerSettings server) {
    return server.at(bind == null ? server.bind() : bind, port == null ? server.port() : port);
  }

  private CommandLine line() {
    if (spec == null) {
      throw new IllegalStateException("the command was not asked for by a command line");
    }
    return spec.commandLine();
  }
}
