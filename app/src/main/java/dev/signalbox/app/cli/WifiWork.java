package dev.signalbox.app.cli;

import dev.signalbox.app.network.Wifi;
import dev.signalbox.app.network.WifiFailure;
import dev.signalbox.boards.host.Nmcli;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** What the commands for Wi-Fi have in common. */
abstract class WifiWork implements Callable<Integer> {
  @Spec private @Nullable CommandSpec spec;

  @Option(
      names = "--device",
      paramLabel = "NAME",
      description = "The Wi-Fi device, such as wlan0; the first one if left out.")
  private @Nullable String device;

  /** Does what the command is for; false if people decided against it. */
  abstract boolean work(Wifi wifi, Nmcli nmcli, Optional<String> device) throws WifiFailure;

  @Override
  public final Integer call() {
    Nmcli nmcli = Nmcli.ofThisMachine();
    try {
      return work(new Wifi(nmcli), nmcli, Optional.ofNullable(device))
          ? CommandLine.ExitCode.OK
          : CommandLine.ExitCode.SOFTWARE;
    } catch (WifiFailure failure) {
      complain(String.valueOf(failure.getMessage()));
      return CommandLine.ExitCode.SOFTWARE;
    }
  }

  /** A line for people. */
  final void say(String line) {
    line().getOut().println(line);
    line().getOut().flush();
  }

  /** A line about what is wrong. */
  final void complain(String line) {
    line().getErr().println(line);
    line().getErr().flush();
  }

  private CommandLine line() {
    if (spec == null) {
      throw new IllegalStateException("the command was not asked for by a command line");
    }
    return spec.commandLine();
  }
}
