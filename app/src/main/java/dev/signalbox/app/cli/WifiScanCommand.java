package dev.signalbox.app.cli;

import dev.signalbox.app.network.Wifi;
import dev.signalbox.app.network.WifiFailure;
import dev.signalbox.app.yaml.Shown;
import dev.signalbox.boards.host.Nmcli;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;

/** Lists the networks that can be heard. */
@Command(
    name = "scan",
    mixinStandardHelpOptions = true,
    versionProvider = ProgramVersion.class,
    description = "Lists the networks that can be heard, the strongest first.")
final class WifiScanCommand extends WifiWork {
  WifiScanCommand() {}

  @Override
  boolean work(Wifi wifi, Nmcli nmcli, Optional<String> device) throws WifiFailure {
    List<Wifi.Heard> heard = wifi.scan(wifi.device(device));
    if (heard.isEmpty()) {
      say("No network can be heard.");
    }
    heard.forEach(each -> say(told(each)));
    return true;
  }

  private static String told(Wifi.Heard heard) {
    return "%s %3d %%  %-10s %s"
        .formatted(
            heard.inUse() ? "*" : " ",
            heard.signal(),
            heard.security().isEmpty() ? "open" : heard.security(),
            Shown.quoted(heard.ssid()));
  }
}
