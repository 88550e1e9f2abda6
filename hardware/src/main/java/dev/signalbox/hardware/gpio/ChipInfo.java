package dev.signalbox.hardware.gpio;

/**
 * A chip that lines belong to.
 *
 * @param name the kernel's: {@code gpiochip0}
 * @param label what it is: {@code pinctrl-bcm2711}
 * @param lines how many it has; they are numbered from 0
 */
public record ChipInfo(String name, String label, int lines) {}
