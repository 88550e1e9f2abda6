package dev.signalbox.store;

import java.io.EOFException;
import java.io.IOException;
import org.h2.mvstore.DataUtils;
import org.h2.mvstore.MVStoreException;
import org.jspecify.annotations.Nullable;

/** Why a settings file could not be used, told from what was thrown. */
final class Failure {
  private Failure() {}

  /**
   * Whether the disk, a permission, another process or a lack of memory is to blame, which may
   * pass, and not what is in the file, which stays. A file that ends too early is broken.
   */
  static boolean mayPass(Throwable thrown) {
    if (thrown instanceof StoreException) {
      return true;
    }
    if (thrown instanceof MVStoreException failure && isOfTheDisk(failure.getErrorCode())) {
      return true;
    }
    for (Throwable cause = thrown.getCause(); cause != null; cause = cause.getCause()) {
      if (isOfTheMachine(cause)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isOfTheDisk(int code) {
    return code == DataUtils.ERROR_WRITING_FAILED || code == DataUtils.ERROR_FILE_LOCKED;
  }

  private static boolean isOfTheMachine(@Nullable Throwable cause) {
    return cause instanceof OutOfMemoryError
        || (cause instanceof IOException && !(cause instanceof EOFException));
  }
}
