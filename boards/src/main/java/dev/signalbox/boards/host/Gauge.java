package dev.signalbox.boards.host;

/** One thing to look at on a machine. Owned by the thread that reads. */
interface Gauge {
  /** Takes note of what the first reading is to be compared with. Must not wait. */
  default void prepare() {}

  /** Puts what can be read now into {@code readings}, and nothing that can't. */
  void read(Readings readings);
}
