package dev.signalbox.hardware.pwm;

import dev.signalbox.testkit.SteppedClock;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A PWM chip of two channels in a temporary folder, with the rules of the kernel's driver
 * (drivers/pwm/sysfs.c): what it would refuse is refused, and what it would do is done. Channels
 * keep what they were set to while they are not exported.
 */
final class FakeSysfs implements SysfsFiles {
  static final int CHANNELS = 2;

  private record Wave(long period, long duty, String polarity, boolean enabled) {}

  /** Every write that went well: the file below the chip, {@code =}, and what was written. */
  final List<String> writes = new ArrayList<>();

  private final SteppedClock clock;
  private final Path chip;
  private final Map<Integer, Wave> waves = new HashMap<>();
  private Duration udevDelay = Duration.ZERO;
  private long accessAt = Long.MIN_VALUE;
  private boolean exportDenied;
  private boolean usedByTheKernel;

  FakeSysfs(Path root, SteppedClock clock) {
    this.clock = clock;
    chip = root.resolve("pwmchip0");
    plugIn();
  }

  /** Has udev allow a channel's files only that long after its export. */
  void delayAccess(Duration delay) {
    udevDelay = delay;
  }

  void denyExport(boolean denied) {
    exportDenied = denied;
  }

  void useInTheKernel(boolean used) {
    usedByTheKernel = used;
  }

  void plugIn() {
    run(() -> {
      Files.createDirectories(chip);
      Files.writeString(chip.resolve("npwm"), CHANNELS + "\n");
      Files.writeString(chip.resolve("export"), "");
      Files.writeString(chip.resolve("unexport"), "");
    });
  }

  /** The chip goes, with all its files. */
  void unplug() {
    waves.clear();
    delete(chip);
  }

  /** Another program exports the channel and sets it. */
  void exportByHand(int channel, long period, long duty, String polarity, boolean enabled) {
    waves.put(channel, new Wave(period, duty, polarity, enabled));
    show(channel);
  }

  void unexportByHand(int channel) {
    delete(folder(channel));
  }

  String shown(int channel, String file) {
    try {
      return SysfsFiles.super.read(folder(channel).resolve(file));
    } catch (IOException fault) {
      throw new UncheckedIOException(fault);
    }
  }

  /** Duty cycle and period of the line itself, whether it is exported or not. */
  String line(int channel) {
    Wave wave = wave(channel);
    return wave.enabled ? wave.duty + "/" + wave.period + " " + wave.polarity : "disabled";
  }

  boolean isExported(int channel) {
    return Files.exists(folder(channel));
  }

  private Path folder(int channel) {
    return chip.resolve("pwm" + channel);
  }

  private Wave wave(int channel) {
    return waves.getOrDefault(channel, new Wave(0, 0, "normal", false));
  }

  @Override
  public boolean isWritable(Path file) {
    return exists(file) && clock.nanos() >= accessAt;
  }

  @Override
  public void write(Path file, String text) throws IOException {
    if (!exists(file)) {
      throw new NoSuchFileException(file.toString());
    }
    if (file.getParent().equals(chip)) {
      writeChip(file, Integer.parseInt(text));
    } else {
      writeChannel(file, text);
    }
    writes.add(chip.relativize(file) + "=" + text);
  }

  private void writeChip(Path file, int channel) throws IOException {
    if (exportDenied) {
      throw new AccessDeniedException(file.toString());
    }
    boolean export = file.endsWith("export");
    if (channel >= CHANNELS || (!export && !isExported(channel))) {
      throw new IOException("No such device");
    }
    if (export && (isExported(channel) || usedByTheKernel)) {
      throw new IOException("Device or resource busy");
    }
    if (export) {
      accessAt = clock.nanos() + udevDelay.toNanos();
      show(channel);
    } else {
      delete(folder(channel));
    }
  }

  private void writeChannel(Path file, String text) throws IOException {
    if (!isWritable(file)) {
      throw new AccessDeniedException(file.toString());
    }
    int channel = file.getParent().endsWith("pwm0") ? 0 : 1;
    Wave after = after(wave(channel), file.getFileName().toString(), text);
    if (after.period <= 0 || after.duty < 0 || after.duty > after.period) {
      throw new IOException("Invalid argument");
    }
    waves.put(channel, after);
    show(channel);
  }

  private static Wave after(Wave wave, String file, String text) throws IOException {
    if (file.equals("polarity") && wave.enabled) {
      throw new IOException("Device or resource busy");
    }
    return switch (file) {
      case "period" -> new Wave(Long.parseLong(text), wave.duty, wave.polarity, wave.enabled);
      case "duty_cycle" -> new Wave(wave.period, Long.parseLong(text), wave.polarity, wave.enabled);
      case "polarity" -> new Wave(wave.period, wave.duty, text, wave.enabled);
      case "enable" -> new Wave(wave.period, wave.duty, wave.polarity, text.equals("1"));
      default -> throw new IOException("Invalid argument");
    };
  }

  private void show(int channel) {
    Wave wave = wave(channel);
    Path folder = folder(channel);
    run(() -> {
      Files.createDirectories(folder);
      Files.writeString(folder.resolve("period"), wave.period + "\n");
      Files.writeString(folder.resolve("duty_cycle"), wave.duty + "\n");
      Files.writeString(folder.resolve("polarity"), wave.polarity + "\n");
      Files.writeString(folder.resolve("enable"), (wave.enabled ? 1 : 0) + "\n");
    });
  }

  private interface FileWork {
    void run() throws IOException;
  }

  private static void run(FileWork work) {
    try {
      work.run();
    } catch (IOException fault) {
      throw new UncheckedIOException(fault);
    }
  }

  private static void delete(Path folder) {
    run(() -> {
      try (Stream<Path> files = Files.walk(folder)) {
        for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(file);
        }
      }
    });
  }
}
