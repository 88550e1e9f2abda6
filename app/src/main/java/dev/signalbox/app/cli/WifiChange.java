package dev.signalbox.app.cli;

import dev.signalbox.app.network.Wifi;
import dev.signalbox.app.yaml.Shown;
import dev.signalbox.boards.host.WirelessProfiles.Profile;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;

/** What the commands that change Wi-Fi have in common: they say what, and ask. */
abstract class WifiChange extends WifiWork {
  @Option(names = "--yes", description = "Does it without asking.")
  private boolean yes;

  /** Says what will be changed, and asks whether to go on. */
  final boolean isAgreed(List<String> changes) {
    say("This will be changed:");
    changes.forEach(change -> say("  " + change));
    if (yes) {
      return true;
    }
    Optional<Boolean> consent = Consent.given();
    if (consent.isEmpty()) {
      complain("Nothing was changed. Where nobody can be asked, say --yes.");
    } else if (!consent.get()) {
      complain("Nothing was changed.");
    }
    return consent.orElse(false);
  }

  /** What becomes of what the device does now. */
  static List<String> left(Wifi.Device device) {
    return device.profile().stream()
        .map(Profile::ssid)
        .map(ssid ->
            device.name()
                + " leaves "
                + Shown.quoted(ssid)
                + ", and who is connected by it with it.")
        .toList();
  }
}
