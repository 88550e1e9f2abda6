package dev.signalbox.acceptance;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;

/** Ports for what has to come back at the same one. */
final class FreePort {
  /** Below those that systems give to outgoing connections, which could take it meanwhile. */
  private static final int LOWEST = 20_000;

  private static final int BEYOND = 32_000;
  private static final int TRIES = 100;

  private FreePort() {}

  /** A port of this machine's loopback address that nobody listens on. */
  static int any() {
    for (int i = 0; i < TRIES; i++) {
      int port = ThreadLocalRandom.current().nextInt(LOWEST, BEYOND);
      if (isFree(port)) {
        return port;
      }
    }
    throw new AssertionError("no port is free");
  }

  private static boolean isFree(int port) {
    try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
      return socket.isBound();
    } catch (IOException _) {
      return false;
    }
  }
}
