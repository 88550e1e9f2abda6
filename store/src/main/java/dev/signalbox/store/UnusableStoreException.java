package dev.signalbox.store;

/** The data folder, or what is in it, can't be read or written. */
public final class UnusableStoreException extends StoreException {
  private static final long serialVersionUID = 1;

  UnusableStoreException(String sentence) {
    super(sentence);
  }
}
