package dev.signalbox.server;

import static org.junit.jupiter.api.Assertions.assertSame;

import dev.signalbox.core.model.HubState;
import java.util.function.Supplier;

/** Checks of refusals: right in form, and nothing became true by them. */
final class Refused {
  private Refused() {}

  /** Asks over a connection of its own; returns the problem. */
  static Doc ask(ServedHub hub, Ask ask, int status, String code) {
    return nothingChangesBy(hub, () -> hub.ask(ask)).problem(status, code);
  }

  /** What {@code action} brings, which must leave the state and its sequence number as they are. */
  static <T> T nothingChangesBy(ServedHub hub, Supplier<T> action) {
    HubState before = hub.state();
    T result = action.get();
    assertSame(before, hub.state(), "something changed");
    return result;
  }
}
