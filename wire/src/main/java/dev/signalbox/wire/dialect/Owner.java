package dev.signalbox.wire.dialect;

import org.jspecify.annotations.Nullable;

/** The one thread that something belongs to: the first that comes. For {@code assert}. */
final class Owner {
  private @Nullable Thread thread;

  /** Whether the calling thread is the owner. */
  boolean isHere() {
    if (thread == null) {
      thread = Thread.currentThread();
    }
    return Thread.currentThread().equals(thread);
  }

  @Override
  public String toString() {
    return "called by " + Thread.currentThread() + ", owned by " + thread;
  }
}
