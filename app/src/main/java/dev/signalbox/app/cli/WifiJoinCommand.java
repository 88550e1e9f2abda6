package dev.signalbox.app.cli;

import dev.signalbox.app.network.Ssid;
import dev.signalbox.app.network.Wifi;
import dev.signalbox.app.network.WifiFailure;
import dev.signalbox.app.network.WifiPassword;
import dev.signalbox.boards.host.Nmcli;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Joins a network. */
@Command(
    name = "join",
    mixinStandardHelpOptions = true,
    versionProvider = ProgramVersion.class,
    description = {
      "Joins a network, now and whenever it is there again.",
      "The password is asked for, or read from the standard input; no option takes it, because"
          + " everybody on the machine can read those."
    },
    footer = {
      "",
      "Examples:",
      "  signalbox wifi join 'Club house'",
      "  signalbox wifi join --yes 'Club house' <password.txt"
    })
final class WifiJoinCommand extends WifiChange {
  @Parameters(paramLabel = "NETWORK", description = "Its name (SSID).")
  private String network = "";

  @Option(names = "--open", description = "It has no password.")
  private boolean open;

  @Option(names = "--hidden", description = "It does not tell its name.")
  private boolean hidden;

  WifiJoinCommand() {}

  @Override
  boolean work(Wifi wifi, Nmcli nmcli, Optional<String> device) throws WifiFailure {
    Ssid ssid = Ssid.of(network);
    Wifi.Device by = wifi.device(device);
    Optional<WifiPassword> password =
        open ? Optional.empty() : Optional.of(Consent.password(ssid.toString()));
    List<String> changes = new ArrayList<>(left(by));
    changes.add(by.name() + " joins " + ssid + (open ? ", without a password." : "."));
    changes.add("NetworkManager keeps this, and joins it again whenever it is there.");
    if (!isAgreed(changes)) {
      return false;
    }
    wifi.join(by, ssid, hidden, password);
    say(by.name() + " is in " + ssid + " now.");
    return true;
  }
}
