package dev.signalbox.boards.host;

import java.util.Comparator;
import java.util.List;

/**
 * The network interfaces that are up, loopback apart, by {@code /sys/class/net} (kernel
 * documentation: ABI/testing/sysfs-class-net). Of many interfaces, the eight first: those with
 * hardware behind them before those that software made.
 */
final class Interfaces {
  /** Where each has a folder. */
  static final String FOLDER = "sys/class/net/";

  // linux/if.h
  private static final long IFF_UP = 0x1;
  private static final long IFF_LOOPBACK = 0x8;

  private Interfaces() {}

  static List<String> up(SystemFiles files) {
    return files.names(FOLDER).stream()
        .filter(name -> isUp(files, name))
        .sorted(Comparator.comparing(name -> !files.exists(FOLDER + name + "/device")))
        .limit(NetworkRates.MOST_INTERFACES)
        .toList();
  }

  private static boolean isUp(SystemFiles files, String name) {
    long flags =
        files
            .text(FOLDER + name + "/flags")
            .filter(text -> text.matches("0x[0-9a-fA-F]{1,8}"))
            .map(text -> Long.parseLong(text.substring(2), 16))
            .orElse(0L);
    String state = files.text(FOLDER + name + "/operstate").orElse("");
    // "unknown" is what a driver says that can't tell: a tunnel, say.
    return (flags & IFF_UP) != 0
        && (flags & IFF_LOOPBACK) == 0
        && (state.equals("up") || state.equals("unknown"));
  }
}
