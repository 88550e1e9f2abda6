package dev.signalbox.wire.dialect;

/**
 * One client that follows a dialect's stream.
 *
 * @param number given once in the life of a hub
 * @param address that it comes from
 * @param path of the request that began the stream
 */
public record Client(long number, String address, String path) {}
