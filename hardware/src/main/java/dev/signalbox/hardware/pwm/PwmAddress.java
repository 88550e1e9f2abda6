package dev.signalbox.hardware.pwm;

import java.nio.file.Path;

/**
 * Where a PWM channel of the kernel is.
 *
 * @param root the folder of the chips, {@link #ROOT} on every Linux
 * @param chip the folder of one chip: {@code pwmchip} and a number
 * @param channel which of the chip's channels, from 0
 */
public record PwmAddress(Path root, String chip, int channel) {
  /** Where the kernel shows its PWM chips. */
  public static final Path ROOT = Path.of("/sys/class/pwm");

  /**
   * @throws IllegalArgumentException that names the value that is no such thing
   */
  public PwmAddress {
    if (!chip.matches("pwmchip[0-9]{1,9}")) {
      throw new IllegalArgumentException(
          "PWM chip '" + chip + "' must be 'pwmchip' and a number, like pwmchip0");
    }
    if (channel < 0) {
      throw new IllegalArgumentException("PWM channel " + channel + " must be 0 or more");
    }
  }

  Path chipFolder() {
    return root.resolve(chip);
  }

  Path channelFolder() {
    return chipFolder().resolve("pwm" + channel);
  }
}
