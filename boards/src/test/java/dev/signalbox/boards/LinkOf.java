package dev.signalbox.boards;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.signalbox.core.model.Change;
import dev.signalbox.core.model.Link;
import dev.signalbox.testkit.SteppedHub;

/** What a test asks of the link of a hub's only board. */
record LinkOf(SteppedHub hub) {
  Link now() {
    return hub.state().boards().values().iterator().next().info().link();
  }

  void assertOnline() {
    assertEquals(new Link.Online(), now());
  }

  void assertOffline(String reason) {
    assertEquals(reason, assertInstanceOf(Link.Offline.class, now()).reason());
  }

  /** How often it changed. */
  long changes() {
    return hub.changes().stream().filter(Change.BoardChanged.class::isInstance).count();
  }
}
