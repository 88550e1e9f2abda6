package dev.signalbox.server;

import io.vertx.core.transport.Transport;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** The ways to the kernel's sockets. */
public enum NetworkTransport {
  /** The first of the others that the machine has. */
  AUTO,
  /** Linux's io_uring, which costs the least for each message. */
  IO_URING,
  /** Linux's epoll. */
  EPOLL,
  /** The kqueue of macOS and the BSDs. */
  KQUEUE,
  /** Java's own, on every system. */
  NIO;

  /** Its name in a configuration and in what the hub says. */
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * What Vert.x calls it.
   *
   * @throws CannotListenException if the machine does not have it
   */
  Transport open() throws CannotListenException {
    if (this == AUTO) {
      return Stream.of(IO_URING, EPOLL, KQUEUE)
          .flatMap(each -> each.ofVertx().filter(Transport::available).stream())
          .findFirst()
          .orElse(Transport.NIO);
    }
    Optional<Transport> wanted = ofVertx().filter(Transport::available);
    return wanted.orElseThrow(() ->
        new CannotListenException(
            "This machine has no "
                + wireName()
                + ", which the setting 'transport' asks for; 'auto' takes what there is.",
            ofVertx().map(Transport::unavailabilityCause).orElse(null)));
  }

  /** Vert.x names only those that came with this build. */
  private Optional<Transport> ofVertx() {
    return Optional.ofNullable(
        switch (this) {
          case AUTO -> null;
          case IO_URING -> Transport.IO_URING;
          case EPOLL -> Transport.EPOLL;
          case KQUEUE -> Transport.KQUEUE;
          case NIO -> Transport.NIO;
        });
  }
}
