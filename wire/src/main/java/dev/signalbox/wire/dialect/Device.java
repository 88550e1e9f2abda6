package dev.signalbox.wire.dialect;

/** What the firmwares tell of their chip, as it is for the machine that the hub runs on. */
public interface Device {
  /** A machine of which nothing is known. */
  Device UNKNOWN =
      new Device() {
        @Override
        public Network network() {
          return Network.NONE;
        }

        @Override
        public Storage storage() {
          return new Storage(0, 0, 0, 0);
        }

        @Override
        public long uptimeMs() {
          return 0;
        }

        @Override
        public long freeHeap() {
          return 0;
        }

        @Override
        public String buildDate() {
          return "";
        }
      };

  /** What is known of the machine's network; empty texts where it has none. */
  Network network();

  /** What is known of the disk that holds the data folder. */
  Storage storage();

  /** Milliseconds since the hub started. */
  long uptimeMs();

  /** Free bytes of the Java heap. */
  long freeHeap();

  /** When this version was built, as text. */
  String buildDate();

  /**
   * The machine's network.
   *
   * @param macAddress of the main interface, such as {@code 9C:9C:1F:18:9E:BC}
   * @param ip the main address
   * @param ssid the wireless network that it is in
   * @param wifiMode {@code STA} where it is in a wireless network, {@code AP} where it is an access
   *     point, {@code AP_STA} for both
   * @param apClients stations on its own access point
   */
  record Network(String macAddress, String ip, String ssid, String wifiMode, int apClients) {
    /** Nothing is known. */
    public static final Network NONE = new Network("", "", "", "", 0);
  }

  /**
   * A disk, in bytes.
   *
   * @param partition what its file system takes
   */
  record Storage(long total, long used, long free, long partition) {}
}
