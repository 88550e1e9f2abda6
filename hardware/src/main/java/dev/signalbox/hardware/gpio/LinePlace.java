package dev.signalbox.hardware.gpio;

/**
 * Where a line is.
 *
 * @param chip the path of its chip
 * @param offset its number there
 */
public record LinePlace(String chip, int offset) {}
