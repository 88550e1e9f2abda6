import org.jspecify.annotations.NullMarked;

/** Clocks and fakes for the tests of all modules. Never part of the hub. */
@NullMarked
module dev.signalbox.testkit {
  requires static org.jspecify;
  requires transitive dev.signalbox.core;
  requires transitive java.logging;

  // Time that passes only when a test says so, a hub that runs on it, what it logs, and lines that
  // the kernel makes up.
  exports dev.signalbox.testkit;
}
