import org.jspecify.annotations.NullMarked;

/**
 * The roof: configuration, command line, and the wiring of all rooms below.
 *
 * <p>The only module that reads files, flags and the environment. A configuration file is read as
 * YAML ({@code yaml}), by descriptions of what its keys are ({@code settings}) that say what every
 * module needs ({@code config}); commands ({@code cli}) put the hub together and run it ({@code
 * run}), give it a name in the network and set up Wi-Fi ({@code network}), and look at the lines of
 * the machine's chips ({@code gpio}). Nothing is exported: nobody builds on a roof.
 */
@NullMarked
module dev.signalbox.app {
  requires static org.jspecify;
  requires dev.signalbox.bench;
  requires dev.signalbox.boards;
  requires dev.signalbox.core;
  requires dev.signalbox.dashboard;
  requires dev.signalbox.hardware;
  requires dev.signalbox.server;
  requires dev.signalbox.store;
  requires dev.signalbox.wire;
  requires info.picocli;
  requires java.logging;
  requires javax.jmdns;
  requires org.snakeyaml.engine;

  // What JmDNS logs through; its jar does not say so.
  requires org.slf4j;

  // Signals, called by name.
  requires jdk.unsupported;

  // Fills in the options of the commands.
  opens dev.signalbox.app.cli to
      info.picocli;
}
