package dev.signalbox.bench.compare;

/** Something that runs until it is closed. */
interface Ending extends AutoCloseable {
  @Override
  void close();
}
