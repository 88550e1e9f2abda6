package dev.signalbox.server;

import org.jspecify.annotations.Nullable;

/** The hub can't be reached where its settings say; the message says why and how to mend it. */
public final class CannotListenException extends Exception {
  private static final long serialVersionUID = 1;

  CannotListenException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
