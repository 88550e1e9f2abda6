package dev.signalbox.boards.ports;

import java.util.Optional;

/** The way to one thing that a board is wired to. What goes wrong between calls it tells itself. */
public interface Port extends AutoCloseable {
  /**
   * Has {@code told} run, and nobody else's any more, whenever {@link #fault()} has changed: to
   * another sentence, and to none. It returns at once. Thread: the engine's calls this, any runs
   * {@code told}.
   */
  default void onFaultChange(Runnable told) {}

  /**
   * What is wrong at present, if anything is: a sentence for people that names what it is about, a
   * line or a chip, say. Thread: any.
   */
  default Optional<String> fault() {
    return Optional.empty();
  }

  /** Lets go of it. Thread: any. */
  @Override
  default void close() {}
}
