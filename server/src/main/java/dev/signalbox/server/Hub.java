package dev.signalbox.server;

import dev.signalbox.core.engine.StateEngine;

/** What all event loops of a server share. Each part may be used by any thread. */
record Hub(StateEngine engine, ServerSettings settings, String version, Shared shared) {
  /** What the server makes of its settings, once. */
  record Shared(Activity activity, Guard guard, Reading reading, Dashboard dashboard) {}

  Activity activity() {
    return shared.activity();
  }

  Guard guard() {
    return shared.guard();
  }

  Reading reading() {
    return shared.reading();
  }

  Dashboard dashboard() {
    return shared.dashboard();
  }
}
