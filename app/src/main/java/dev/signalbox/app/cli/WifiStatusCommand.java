package dev.signalbox.app.cli;

import dev.signalbox.app.network.Wifi;
import dev.signalbox.app.network.WifiFailure;
import dev.signalbox.app.yaml.Shown;
import dev.signalbox.boards.host.Nmcli;
import java.util.Optional;
import picocli.CommandLine.Command;

/** Says what the wireless devices do. */
@Command(
    name = "status",
    mixinStandardHelpOptions = true,
    versionProvider = ProgramVersion.class,
    description = "Says what this machine's Wi-Fi devices do.")
final class WifiStatusCommand extends WifiWork {
  WifiStatusCommand() {}

  @Override
  boolean work(Wifi wifi, Nmcli nmcli, Optional<String> device) throws WifiFailure {
    if (device.isPresent()) {
      say(told(wifi.device(device)));
    } else {
      wifi.devices().forEach(each -> say(told(each)));
    }
    return true;
  }

  private static String told(Wifi.Device device) {
    String network =
        device
            .profile()
            .map(profile -> profile.mode().text() + ", " + Shown.quoted(profile.ssid()))
            .orElse(device.state());
    String addresses =
        device.addresses().isEmpty() ? "" : ", " + String.join(", ", device.addresses());
    return device.name() + ": " + network + addresses;
  }
}
