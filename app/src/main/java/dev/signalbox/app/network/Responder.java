package dev.signalbox.app.network;

import java.io.IOException;
import java.net.InetAddress;
import java.util.List;
import java.util.Optional;

/** Answers for one name at one address of this machine. Owned by the thread that opened it. */
interface Responder {
  /** Opens responders. */
  @FunctionalInterface
  interface Opener {
    /**
     * Begins to claim a name; does not wait until it is had.
     *
     * @param name without {@code .local}
     * @throws IOException if the network can't be used
     */
    Responder open(String name, InetAddress address) throws IOException;
  }

  /**
   * The name that it has got, without {@code .local}: the one that was asked for or, where another
   * machine has that, one like it. Empty while that is not settled. It may change when networks
   * meet.
   */
  Optional<String> name();

  /**
   * Tells of pages, in place of those that it told of before.
   *
   * @throws IOException if the network can't be used
   */
  void tell(List<Announced.Page> pages) throws IOException;

  /** Begins to withdraw everything, on the thread that is returned; it ends when all is done. */
  Thread withdraw();
}
