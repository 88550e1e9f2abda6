package dev.signalbox.hardware.pwm;

import dev.signalbox.core.engine.DriverFault;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * One PWM channel in the kernel's files (Documentation/driver-api/pwm.rst). The kernel refuses a
 * duty cycle longer than the period at any moment, anything else while the period is 0, and with
 * most chips another polarity while the channel is enabled; so the order of the writes matters.
 * Every method throws {@link DriverFault} with the file and what is wrong with it.
 */
final class SysfsChannel {
  private final SysfsFiles files;
  private final PwmAddress address;

  SysfsChannel(SysfsFiles files, PwmAddress address) {
    this.files = files;
    this.address = address;
  }

  boolean isExported() {
    return files.exists(address.channelFolder());
  }

  /** Whether its files may be written; a moment after the export, if udev has to allow it. */
  boolean isReady() {
    return Stream.of("period", "polarity", "duty_cycle", "enable")
        .map(address.channelFolder()::resolve)
        .allMatch(files::isWritable);
  }

  /** Looks whether there is such a channel. */
  void checkChip() {
    Path chip = address.chipFolder();
    if (!files.exists(chip)) {
      throw new DriverFault(
          chip
              + ": no such PWM chip; on a Raspberry Pi, 'dtoverlay=pwm' in config.txt gives it"
              + " one");
    }
    long channels = number(chip.resolve("npwm"));
    if (address.channel() >= channels) {
      throw new DriverFault(
          chip + ": no channel " + address.channel() + "; it has 0 to " + (channels - 1));
    }
  }

  void export() {
    Path export = address.chipFolder().resolve("export");
    try {
      files.write(export, String.valueOf(address.channel()));
    } catch (AccessDeniedException | NoSuchFileException fault) {
      throw fault(export, fault);
    } catch (IOException fault) {
      throw new DriverFault(
          "%s; the kernel itself may be using channel %d, for a fan or a backlight"
              .formatted(fault(export, fault).getMessage(), address.channel()));
    }
  }

  void unexport() {
    write(address.chipFolder().resolve("unexport"), address.channel());
  }

  /**
   * Has the line pulse, from whatever the channel was set to before. One that runs already goes on
   * without a pause, unless its polarity has to change.
   */
  void begin(SysfsPwmSettings settings, long duty) {
    long period = settings.period().toNanos();
    boolean turns = !read(file("polarity")).equals(settings.polarity());
    if (turns && number(file("enable")) != 0) {
      write(file("enable"), 0);
    }
    if (number(file("duty_cycle")) > period) {
      write(file("duty_cycle"), duty);
    }
    if (number(file("period")) != period) {
      write(file("period"), period);
    }
    if (turns) {
      write(file("polarity"), settings.polarity());
    }
    duty(duty);
    write(file("enable"), 1);
  }

  void duty(long nanos) {
    write(file("duty_cycle"), nanos);
  }

  void disable() {
    write(file("enable"), 0);
  }

  /** Looks whether the channel is still there, and still enabled. */
  void look() {
    if (number(file("enable")) == 0) {
      throw new DriverFault(address.channelFolder() + ": someone else disabled it");
    }
  }

  /** That somebody may be using the channel. */
  DriverFault exportedAlready() {
    return new DriverFault(
        "%s: exported already; unless another program uses it, write %d to %s"
            .formatted(
                address.channelFolder(),
                address.channel(),
                address.chipFolder().resolve("unexport")));
  }

  private Path file(String name) {
    return address.channelFolder().resolve(name);
  }

  private long number(Path file) {
    String text = read(file);
    try {
      return Long.parseLong(text);
    } catch (NumberFormatException _) {
      throw new DriverFault(file + ": '" + text + "' is no number");
    }
  }

  private String read(Path file) {
    try {
      return files.read(file);
    } catch (IOException fault) {
      throw fault(file, fault);
    }
  }

  private void write(Path file, Object value) {
    try {
      files.write(file, String.valueOf(value));
    } catch (IOException fault) {
      throw fault(file, fault);
    }
  }

  private static DriverFault fault(Path file, IOException fault) {
    return new DriverFault(
        file
            + ": "
            + switch (fault) {
              case AccessDeniedException _ -> "permission denied; add the user to group gpio";
              case NoSuchFileException _ -> "no such file";
              case FileSystemException other ->
                  Objects.requireNonNullElse(other.getReason(), "failed");
              default -> Objects.requireNonNullElse(fault.getMessage(), "failed");
            });
  }
}
