package dev.signalbox.wire;

/** Bytes that were to be CBOR and are not, or that exceed what is read; the message says where. */
public final class MalformedCborException extends MalformedException {
  private static final long serialVersionUID = 1;

  MalformedCborException(String reason, int at) {
    super(reason + " at byte " + at);
  }
}
