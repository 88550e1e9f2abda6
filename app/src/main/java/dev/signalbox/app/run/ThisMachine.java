package dev.signalbox.app.run;

import dev.signalbox.wire.dialect.Device;
import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What the dialects tell of the machine that the hub runs on. Asking it costs nothing: what has to
 * be looked up is looked up by a thread of its own. Thread: any.
 */
final class ThisMachine implements Device, AutoCloseable {
  private static final System.Logger LOG = System.getLogger(ThisMachine.class.getName());
  private static final long PAUSE_S = 10;
  private static final long NANOS_PER_MS = 1_000_000;
  private static final Storage UNKNOWN = new Storage(0, 0, 0, 0);

  private final Path dataFolder;
  private final String buildDate;
  private final Supplier<Network> networks;
  private final LongSupplier nanoTime;
  private final long startedNanos;
  private final ScheduledExecutorService thread;

  private volatile Network network = Network.NONE;
  private volatile Storage storage = UNKNOWN;

  /**
   * Nothing is known until {@link #refresh}.
   *
   * @param dataFolder the folder whose disk is of interest; it need not be there yet
   * @param networks looks the network up, which may take a while
   * @param nanoTime the monotonic clock, in nanoseconds; the hub starts now
   */
  ThisMachine(
      Path dataFolder, String buildDate, Supplier<Network> networks, LongSupplier nanoTime) {
    this.dataFolder = dataFolder.toAbsolutePath();
    this.buildDate = buildDate;
    this.networks = networks;
    this.nanoTime = nanoTime;
    this.startedNanos = nanoTime.getAsLong();
    this.thread =
        Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("this-machine").daemon().factory());
  }

  /** Looks things up, now and from time to time until it is closed. */
  static ThisMachine follow(Path dataFolder, String buildDate) {
    ThisMachine machine =
        new ThisMachine(dataFolder, buildDate, new MainNetwork()::read, System::nanoTime);
    Future<?> _ =
        machine.thread.scheduleWithFixedDelay(machine::refresh, 0, PAUSE_S, TimeUnit.SECONDS);
    return machine;
  }

  /** Looks things up; what can't be read stays as it was. */
  void refresh() {
    try {
      network = networks.get();
      storage = read();
    } catch (IOException | RuntimeException fault) {
      LOG.log(System.Logger.Level.DEBUG, "this machine can't be read", fault);
    }
  }

  private Storage read() throws IOException {
    FileStore disk = Files.getFileStore(existing());
    long total = disk.getTotalSpace();
    long free = disk.getUnallocatedSpace();
    return total > 0 && free >= 0 && free <= total
        ? new Storage(total, total - free, free, total)
        : UNKNOWN;
  }

  private Path existing() throws IOException {
    for (@Nullable Path path = dataFolder; path != null; path = path.getParent()) {
      if (Files.exists(path)) {
        return path;
      }
    }
    throw new IOException("nothing of " + dataFolder + " is there");
  }

  @Override
  public Network network() {
    return network;
  }

  @Override
  public Storage storage() {
    return storage;
  }

  @Override
  public long uptimeMs() {
    return (nanoTime.getAsLong() - startedNanos) / NANOS_PER_MS;
  }

  @Override
  public long freeHeap() {
    return Runtime.getRuntime().freeMemory();
  }

  @Override
  public String buildDate() {
    return buildDate;
  }

  @Override
  public void close() {
    thread.shutdownNow();
  }
}
