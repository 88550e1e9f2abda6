package dev.signalbox.core.model;

/**
 * When something last changed.
 *
 * @param sequence the number of that change
 * @param at milliseconds since the Unix epoch
 */
public record Stamp(long sequence, long at) {}
