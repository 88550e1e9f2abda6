package dev.signalbox.wire;

/** Bytes that can't be read as what they were to be, or exceed what is read; says where. */
public abstract sealed class MalformedException extends Exception
    permits MalformedJsonException, MalformedCborException {
  private static final long serialVersionUID = 1;

  MalformedException(String message) {
    super(message);
  }
}
