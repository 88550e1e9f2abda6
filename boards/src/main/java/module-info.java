import org.jspecify.annotations.NullMarked;

/**
 * What each kind of board does.
 *
 * <p>A kind is a driver, a record of its settings and small ports to its hardware. Drivers live on
 * the engine's thread and never wait; time and chance are handed in. What is behind a port, a chip
 * or a simulation, is no business of the driver. A port tells by itself when something goes wrong
 * with it, and when it is well again; the driver reports that, and goes on with what is well.
 */
@NullMarked
module dev.signalbox.boards {
  requires static org.jspecify;
  requires java.management;
  requires jdk.management;
  requires transitive dev.signalbox.core;

  // The kinds of board: counter, toggle, sensors, outputs, host and hub, each with its settings.
  exports dev.signalbox.boards;

  // What hardware has to offer them, and its simulation.
  exports dev.signalbox.boards.ports;

  // The figures of the machine that the hub runs on.
  exports dev.signalbox.boards.host;
}
