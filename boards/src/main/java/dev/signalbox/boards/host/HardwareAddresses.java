package dev.signalbox.boards.host;

import java.util.Locale;
import java.util.regex.Pattern;

/** The address that each network interface has from its maker (MAC), by {@code /sys/class/net}. */
final class HardwareAddresses implements Gauge {
  private static final Pattern MAC =
      Pattern.compile("(?!00(:00){5})[0-9a-fA-F]{2}(:[0-9a-fA-F]{2}){5}");

  private final SystemFiles files;

  HardwareAddresses(SystemFiles files) {
    this.files = files;
  }

  @Override
  public void read(Readings readings) {
    for (String name : Interfaces.up(files)) {
      files
          .text(Interfaces.FOLDER + name + "/address")
          .filter(address -> MAC.matcher(address).matches())
          .ifPresent(address ->
              readings.text("mac-" + name, name + " MAC", address.toUpperCase(Locale.ROOT)));
    }
  }
}
