package dev.signalbox.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A client that wants every change and falls out of the change log. */
final class LaggedTest {
  private static final int LOG = 1_024;
  private static final int CHANGES = 8_000;
  private static final int AT_ONCE = 32;
  private static final int RECEIVE_BUFFER = 4 * 1024;

  private static ServedHub hub() {
    return new ServedHub(ServedHub.settings(ServedHub.generous()), LOG);
  }

  @ParameterizedTest
  @EnumSource
  void away_tooLong(Transport transport) {
    try (ServedHub hub = hub()) {
      Optional<String> id;
      try (Following stream = transport.follow(hub, "?every=true")) {
        id = stream.next("snapshot").id();
        hub.count(1);
        assertEquals(1, stream.next("change").sequence());
      }
      for (int value = 2; value <= LOG + 10; value++) {
        hub.countPatiently(value);
      }
      hub.settle();
      try (Following stream = transport.follow(hub, "?every=true", id)) {
        assertEquals("too-old", stream.next("reset").data().at("reason").text());
        Told snapshot = stream.next().expect("snapshot");
        assertEquals(Optional.of(hub.id()), snapshot.id());
        assertEquals(hub.truth(), snapshot.data().at("boards"));
        hub.count(5);
        assertEquals(LOG + 11, stream.next().expect("change").sequence());
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void stalled_isToldAndLetGo(Transport transport) {
    try (ServedHub hub = hub()) {
      RawConnection connection = new RawConnection(hub.port(), RECEIVE_BUFFER);
      try (Following stream = transport.follow(connection, "?every=true", Optional.empty());
          Following other = transport.follow(hub, "?every=true")) {
        stream.next("snapshot");
        other.next("snapshot");
        for (int value = 1; value <= CHANGES; value++) {
          hub.count(value);
          if (value % AT_ONCE == 0) {
            untilTold(other, value);
          }
        }
        long sequence = 0;
        Told told = stream.next();
        while (told.is("change")) {
          assertEquals(++sequence, told.sequence());
          told = stream.next();
        }
        assertTrue(sequence > 0 && sequence < CHANGES - LOG, "fell out after " + sequence);
        assertEquals(1, hub.server().activity().lagged());
        long skipped = told.expect("lagged").data().at("skipped").number();
        assertTrue(skipped > LOG && skipped <= CHANGES - sequence, "skipped " + skipped);
        if (transport == Transport.SSE) {
          assertTrue(stream.nextOrEnd().isEmpty());
        } else {
          assertEquals(4408, stream.next().expect("close").data().number());
        }
        System.out.printf(
            "lagged, %s: told %d of %d changes, then %d skipped%n",
            transport, sequence, CHANGES, skipped);
      }
      hub.await(
          "it is let go",
          () ->
              hub.server().activity().sseStreams() == 0
                  && hub.server().activity().webSocketStreams() == 0);
    }
  }

  private static void untilTold(Following stream, long sequence) {
    for (long told = 0; told < sequence; told = stream.next().expect("change").sequence()) {}
  }

  /** Reading slowly is no fault: whoever keeps within the log is told everything. */
  @ParameterizedTest
  @EnumSource
  void slow_butWithinTheLog(Transport transport) {
    try (ServedHub hub = new ServedHub(ServedHub.settings(ServedHub.generous()))) {
      RawConnection connection = new RawConnection(hub.port(), RECEIVE_BUFFER);
      try (Following stream = transport.follow(connection, "?every=true", Optional.empty())) {
        stream.next("snapshot");
        for (int value = 1; value <= CHANGES; value++) {
          hub.countPatiently(value);
        }
        for (int sequence = 1; sequence <= CHANGES; sequence++) {
          assertEquals(sequence, stream.next().expect("change").sequence());
        }
      }
    }
  }
}
