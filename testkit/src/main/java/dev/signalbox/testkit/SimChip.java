package dev.signalbox.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A chip of the kernel's driver {@code gpio-sim}, which is made through configfs and has the world
 * outside of its lines in sysfs (Documentation/admin-guide/gpio/gpio-sim.rst of Linux). Thread: any
 * reads and pulls, one does the rest.
 */
public final class SimChip implements AutoCloseable {
  private static final Path CHIPS = Path.of("/sys/kernel/config/gpio-sim");
  private static final Path DEVICES = Path.of("/sys/devices/platform");
  private static final AtomicInteger NUMBER = new AtomicInteger();

  private final String label = "test-" + NUMBER.incrementAndGet();
  private final Path folder = CHIPS.resolve(label);
  private final Path bank = folder.resolve("bank0");
  private volatile String name = "";
  private volatile Path lines = DEVICES;

  private SimChip() {}

  /** A chip of so many lines that have no names. */
  public static SimChip of(int lines) {
    return of(lines, Map.of());
  }

  /** A chip whose lines have these names, by their numbers. */
  public static SimChip of(int lines, Map<Integer, String> names) {
    SimChip chip = new SimChip();
    try {
      Files.createDirectory(chip.folder);
      Files.createDirectory(chip.bank);
      write(chip.bank.resolve("num_lines"), String.valueOf(lines));
      write(chip.bank.resolve("label"), chip.label);
      for (Map.Entry<Integer, String> line : names.entrySet()) {
        Path configured = Files.createDirectory(chip.bank.resolve("line" + line.getKey()));
        write(configured.resolve("name"), line.getValue());
      }
    } catch (IOException refused) {
      throw new UncheckedIOException(refused);
    }
    chip.plugIn();
    return chip;
  }

  /** Has the kernel use a line itself, from the next {@link #plugIn()} on. */
  public void hog(int line, String user) {
    try {
      Path hog = bank.resolve("line" + line).resolve("hog");
      Files.createDirectories(hog.getParent());
      Files.createDirectory(hog);
      write(hog.resolve("name"), user);
      write(hog.resolve("direction"), "input");
    } catch (IOException refused) {
      throw new UncheckedIOException(refused);
    }
  }

  /** The kernel's name for it, {@code gpiochip0}; another one, perhaps, each time it is plugged. */
  public String name() {
    return name;
  }

  /** Where it is opened. */
  public String path() {
    return "/dev/" + name;
  }

  public String label() {
    return label;
  }

  /** The level of a line, whoever drives it. */
  public boolean isHigh(int line) {
    return read(attribute(line, "value")).equals("1");
  }

  /** Pulls a line to high or to low; it follows unless it is an output. */
  public void pull(int line, boolean high) {
    write(attribute(line, "pull"), high ? "pull-up" : "pull-down");
  }

  private Path attribute(int line, String attribute) {
    return lines.resolve("sim_gpio" + line).resolve(attribute);
  }

  /** The chip vanishes, whoever uses its lines, if it is there. */
  public void unplug() {
    if (read(folder.resolve("live")).equals("1")) {
      write(folder.resolve("live"), "0");
    }
  }

  /** It is there again. */
  public void plugIn() {
    write(folder.resolve("live"), "1");
    name = read(bank.resolve("chip_name"));
    lines = DEVICES.resolve(read(folder.resolve("dev_name"))).resolve(name);
  }

  @Override
  public void close() {
    unplug();
    delete(bank);
    delete(folder);
  }

  /** Only what was made is deleted: the files in it are the kernel's. */
  private static void delete(Path folder) {
    try (var entries = Files.newDirectoryStream(folder, Files::isDirectory)) {
      entries.forEach(SimChip::delete);
    } catch (IOException gone) {
      throw new UncheckedIOException(gone);
    }
    if (!folder.toFile().delete()) {
      throw new IllegalStateException(folder + " can't be deleted");
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file).strip();
    } catch (IOException refused) {
      throw new UncheckedIOException(refused);
    }
  }

  private static void write(Path file, String text) {
    try {
      Files.writeString(file, text);
    } catch (IOException refused) {
      throw new UncheckedIOException(refused);
    }
  }
}
