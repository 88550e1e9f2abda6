package dev.signalbox.bench.compare;

import dev.signalbox.bench.load.Target;

/**
 * A stream of a server.
 *
 * @param name as the tables call it
 * @param pid of the process whose time is taken
 */
record Contestant(String name, Target target, long pid) {
  /** The same with this WebSocket subprotocol. */
  Contestant speaking(String subprotocol) {
    return new Contestant(name, target.speaking(subprotocol), pid);
  }
}
