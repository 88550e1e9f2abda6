package dev.signalbox.boards.ports;

import java.util.Optional;

/** The way to one thing that a board is wired to. */
public interface Port extends AutoCloseable {
  /**
   * Has {@code told} run whenever a fault is found between calls: a line that vanished, say. It
   * returns at once. Thread: the engine's calls this, any runs {@code told}.
   */
  default void onFault(Runnable told) {}

  /** What is wrong at present, as a sentence for people, if anything is. Thread: any. */
  default Optional<String> fault() {
    return Optional.empty();
  }

  /** Lets go of it. Thread: any. */
  @Override
  default void close() {}
}
