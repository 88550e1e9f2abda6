package dev.signalbox.boards.host;

import dev.signalbox.boards.host.WirelessProfiles.Profile;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The machine's wireless devices, by {@code /sys/class/net}, and what they do. The kernel tells
 * whether a device is in use; of the network's name and of access points it is NetworkManager that
 * knows, which is asked only where there is such a device, and seldom. Owned by the thread that
 * reads, which may have to wait for seconds.
 */
public final class WirelessLinks {
  private static final long PAUSE_NANOS = 10_000_000_000L;

  /** What a device does in its network. */
  public enum Mode {
    /** It is in a network that another machine makes. */
    STATION("station"),
    /** It makes a network. */
    ACCESS_POINT("access point"),
    /** It is in a network that nobody makes alone. */
    OTHER("peer"),
    /** It is in no network. */
    NONE("none");

    private final String text;

    Mode(String text) {
      this.text = text;
    }

    /** What people read. */
    public String text() {
      return text;
    }
  }

  /**
   * A wireless device.
   *
   * @param ssid the name of its network, as text from outside; empty where it is not known
   */
  public record Link(String device, Mode mode, String ssid) {}

  private final SystemFiles files;
  private final Supplier<Map<String, Profile>> manager;
  private final LongSupplier nanoTime;
  private @Nullable Map<String, Profile> profiles;
  private long asked;

  /**
   * @param manager what NetworkManager does, by device
   * @param nanoTime the monotonic clock, in nanoseconds
   */
  WirelessLinks(SystemFiles files, Supplier<Map<String, Profile>> manager, LongSupplier nanoTime) {
    this.files = files;
    this.manager = manager;
    this.nanoTime = nanoTime;
  }

  /** Those of the machine that this program runs on; none where it is not Linux. */
  public static WirelessLinks ofThisMachine() {
    Nmcli nmcli = Nmcli.ofThisMachine();
    return new WirelessLinks(
        new SystemFiles(Path.of("/")), () -> WirelessProfiles.active(nmcli), System::nanoTime);
  }

  /** All of them, as they are now. */
  public List<Link> read() {
    List<String> devices =
        files.names(Interfaces.FOLDER).stream()
            .filter(this::isWireless)
            .limit(NetworkRates.MOST_INTERFACES)
            .toList();
    if (devices.isEmpty()) {
      return List.of();
    }
    Map<String, Profile> known = profiles();
    return devices.stream().map(device -> link(device, known)).toList();
  }

  private boolean isWireless(String name) {
    return files.exists(Interfaces.FOLDER + name + "/wireless")
        || files.exists(Interfaces.FOLDER + name + "/phy80211");
  }

  private Map<String, Profile> profiles() {
    Map<String, Profile> known = profiles;
    long now = nanoTime.getAsLong();
    if (known == null || now - asked >= PAUSE_NANOS) {
      known = Map.copyOf(manager.get());
      profiles = known;
      asked = now;
    }
    return known;
  }

  private Link link(String device, Map<String, Profile> known) {
    if (!files.text(Interfaces.FOLDER + device + "/operstate").orElse("").equals("up")) {
      return new Link(device, Mode.NONE, "");
    }
    Profile profile = known.get(device);
    if (profile != null) {
      return new Link(device, profile.mode(), profile.ssid());
    }
    // Where hostapd makes a network, it can be talked to here (its example configuration).
    boolean isAccessPoint = files.exists("run/hostapd/" + device);
    return new Link(device, isAccessPoint ? Mode.ACCESS_POINT : Mode.STATION, "");
  }
}
