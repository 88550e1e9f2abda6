package dev.signalbox.app.cli;

import picocli.CommandLine.Command;

/** Tries what is wired to lines. */
@Command(
    name = "test",
    mixinStandardHelpOptions = true,
    versionProvider = ProgramVersion.class,
    synopsisSubcommandLabel = "COMMAND",
    description = "Tries what is wired to lines.",
    footer = {"", "Example: signalbox gpio test tm1637 --clk 22 --dio 21"})
final class GpioTestCommand {
  GpioTestCommand() {}
}
