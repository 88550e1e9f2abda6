package dev.signalbox.app.cli;

import dev.signalbox.app.network.AccessPoint;
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

/** Makes a network. */
@Command(
    name = "access-point",
    mixinStandardHelpOptions = true,
    versionProvider = ProgramVersion.class,
    description = {
      "Makes a network with a password (WPA2), now and at every start of the machine.",
      "The password is asked for, or read from the standard input; no option takes it, because"
          + " everybody on the machine can read those."
    },
    footer = {
      "",
      "Examples:",
      "  signalbox wifi access-point ESP32SSID      the hub is at 192.168.4.1 then",
      "  nmcli connection down signalbox-access-point      ends it until the next start",
      "  nmcli connection delete signalbox-access-point    ends it for good"
    })
final class WifiAccessPointCommand extends WifiChange {
  @Parameters(paramLabel = "NETWORK", description = "The name (SSID) that it gets.")
  private String network = "";

  @Option(
      names = "--address",
      paramLabel = "IP",
      defaultValue = "192.168.4.1",
      description = "The address of this machine in it; ${DEFAULT-VALUE} if left out.")
  private String address = "";

  WifiAccessPointCommand() {}

  @Override
  boolean work(Wifi wifi, Nmcli nmcli, Optional<String> device) throws WifiFailure {
    Ssid ssid = Ssid.of(network);
    Wifi.Device by = wifi.device(device);
    AccessPoint point = AccessPoint.at(address, by.name(), ssid);
    WifiPassword password = Consent.password(ssid.toString());
    if (!isAgreed(changes(by, point, AccessPoint.isThere(nmcli)))) {
      return false;
    }
    point.start(nmcli, password);
    say(by.name() + " makes " + ssid + " now; this machine is " + point.address() + " in it.");
    return true;
  }

  private static List<String> changes(Wifi.Device by, AccessPoint point, boolean isThere) {
    List<String> changes = new ArrayList<>(left(by));
    changes.add(
        "%s makes the network %s (WPA2), in which this machine is %s and gives the others addresses."
            .formatted(by.name(), point.ssid(), point.address()));
    changes.add(
        "NetworkManager %s this as '%s', and does it again at every start."
            .formatted(isThere ? "changes" : "keeps", AccessPoint.PROFILE));
    return changes;
  }
}
