package dev.signalbox.bench.load;

/**
 * What all clients received together, and the one with the least and the one with the most.
 *
 * @param silence between messages to one client, of all clients; one that goes on at the end counts
 *     as long as it has lasted
 */
public record Received(long all, long least, long most, Percentiles silence) {}
