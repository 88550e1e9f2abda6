package dev.signalbox.wire;

/** Bytes that were to be JSON and are not, or that exceed what is read; the message says where. */
public final class MalformedJsonException extends MalformedException {
  private static final long serialVersionUID = 1;

  MalformedJsonException(String message) {
    super(message);
  }
}
