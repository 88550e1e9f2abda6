package dev.signalbox.boards.host;

import dev.signalbox.core.model.Part;
import dev.signalbox.core.model.PartId;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * What can be read of a machine. What it does not have, or does not tell, is absent; nothing is
 * made up. Figures are rounded so that noise is no news; loads and rates are those since the
 * reading before, at first since this object was made. Owned by the thread that reads, which may
 * have to wait for a disk.
 */
public final class Machine {
  private static final System.Logger LOG = System.getLogger(Machine.class.getName());

  private final List<Gauge> gauges;

  private Machine(List<Gauge> gauges) {
    this.gauges = gauges;
    gauges.forEach(gauge -> guarded(gauge, Gauge::prepare));
  }

  /**
   * The machine that this program runs on.
   *
   * @param dataFolder the folder whose disk is of interest; it need not be there yet
   * @param nanoTime the monotonic clock, in nanoseconds
   */
  public static Machine here(Path dataFolder, LongSupplier nanoTime) {
    return System.getProperty("os.name", "").toLowerCase(Locale.ROOT).startsWith("linux")
        ? linux(Path.of("/"), dataFolder, nanoTime, Machine::active)
        : portable(dataFolder);
  }

  private static Map<String, WirelessProfiles.Profile> active() {
    return WirelessProfiles.active(Nmcli.ofThisMachine());
  }

  /**
   * A Linux machine without NetworkManager, by its proc and sys file systems.
   *
   * @param root where these are mounted: {@code /}, or a recording of them
   */
  public static Machine linux(Path root, Path dataFolder, LongSupplier nanoTime) {
    return linux(root, dataFolder, nanoTime, Map::of);
  }

  private static Machine linux(
      Path root,
      Path dataFolder,
      LongSupplier nanoTime,
      Supplier<Map<String, WirelessProfiles.Profile>> manager) {
    SystemFiles files = new SystemFiles(root);
    return new Machine(
        List.of(
            new ProcessorLoad(files),
            new LoadAverage(files),
            new Temperature(files),
            new Memory(files),
            new Disk(dataFolder),
            new NetworkRates(files, nanoTime),
            new Addresses(Addresses.ofThisMachine()),
            new HardwareAddresses(files),
            new Wireless(files, new WirelessLinks(files, manager, nanoTime)),
            new BootTime(files),
            Identity.linux(files)));
  }

  /** A machine of any other kind, by what Java tells of it. */
  public static Machine portable(Path dataFolder) {
    return new Machine(
        List.of(
            new JavaFigures(),
            new Disk(dataFolder),
            new Addresses(Addresses.ofThisMachine()),
            Identity.portable()));
  }

  /** What there is to read now, in the order in which it is shown. */
  public Map<PartId, Part> read() {
    Readings readings = new Readings();
    gauges.forEach(gauge -> guarded(gauge, each -> each.read(readings)));
    return Collections.unmodifiableMap(readings.parts());
  }

  private static void guarded(Gauge gauge, Consumer<Gauge> work) {
    try {
      work.accept(gauge);
    } catch (RuntimeException fault) {
      String name = gauge.getClass().getSimpleName();
      LOG.log(System.Logger.Level.DEBUG, () -> "no reading of " + name, fault);
    }
  }
}
