package dev.signalbox.app.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** Looks at the lines of the machine's chips, and drives them. */
@Command(
    name = "gpio",
    mixinStandardHelpOptions = true,
    versionProvider = ProgramVersion.class,
    synopsisSubcommandLabel = "COMMAND",
    description = {
      "Looks at this machine's GPIO lines, and drives them, by the kernel's own interface.",
      "A line that somebody uses, the hub for one, can be looked at but not read or set."
    },
    footer = {
      "",
      "Examples:",
      "  signalbox gpio detect               the chips",
      "  signalbox gpio info                 all their lines, and who uses them",
      "  signalbox gpio get GPIO17           reads one",
      "  signalbox gpio set GPIO17=1         sets one until Ctrl-C",
      "  signalbox gpio watch GPIO17         tells its edges until Ctrl-C",
      "  signalbox gpio test tm1637 --clk 22 --dio 21",
      "",
      "Exit codes: 0 fine, 1 the sentence on stderr says why, 2 not such a command,",
      "130 stopped by Ctrl-C."
    })
final class GpioCommand {
  private GpioCommand() {}

  /** The command with all of its own. */
  static CommandLine line(GpioWorld world) {
    return new CommandLine(new GpioCommand())
        .addSubcommand(new GpioDetectCommand(world))
        .addSubcommand(new GpioInfoCommand(world))
        .addSubcommand(new GpioGetCommand(world))
        .addSubcommand(new GpioSetCommand(world))
        .addSubcommand(new GpioWatchCommand(world))
        .addSubcommand(
            new CommandLine(new GpioTestCommand()).addSubcommand(new GpioTm1637Command(world)));
  }
}
