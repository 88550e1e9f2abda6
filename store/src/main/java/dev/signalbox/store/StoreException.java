package dev.signalbox.store;

/** What is kept can't be got at; the message is a sentence that people are shown. */
public abstract sealed class StoreException extends RuntimeException
    permits StoreInUseException, UnusableStoreException {
  private static final long serialVersionUID = 1;

  StoreException(String sentence) {
    super(sentence);
  }
}
