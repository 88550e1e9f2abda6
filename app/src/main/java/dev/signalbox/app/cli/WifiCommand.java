package dev.signalbox.app.cli;

import picocli.CommandLine.Command;

/** Looks at the machine's Wi-Fi, and sets it up. */
@Command(
    name = "wifi",
    mixinStandardHelpOptions = true,
    versionProvider = ProgramVersion.class,
    subcommands = {
      WifiStatusCommand.class,
      WifiScanCommand.class,
      WifiJoinCommand.class,
      WifiAccessPointCommand.class
    },
    synopsisSubcommandLabel = "COMMAND",
    description = {
      "Looks at this machine's Wi-Fi, and sets it up, by NetworkManager.",
      "What changes something says what, and asks before."
    },
    footer = {
      "",
      "Examples:",
      "  signalbox wifi status                    the devices and their networks",
      "  signalbox wifi scan                      the networks that can be heard",
      "  signalbox wifi join 'Club house'         joins one, asks for its password",
      "  signalbox wifi access-point ESP32SSID    makes one, here at 192.168.4.1"
    })
final class WifiCommand {
  WifiCommand() {}
}
