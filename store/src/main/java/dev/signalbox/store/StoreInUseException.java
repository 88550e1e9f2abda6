package dev.signalbox.store;

import java.nio.file.Path;

/** Another hub has the data folder open. */
public final class StoreInUseException extends StoreException {
  private static final long serialVersionUID = 1;

  StoreInUseException(Path folder) {
    super(
        "The data folder "
            + folder
            + " is in use by another hub; give this one a folder of its own.");
  }
}
