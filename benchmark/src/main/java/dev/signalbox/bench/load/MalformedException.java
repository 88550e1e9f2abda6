package dev.signalbox.bench.load;

/** A peer sent what the protocol does not allow. Has no stack trace: it is about the peer. */
final class MalformedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  MalformedException(String message) {
    super(message, null, false, false);
  }
}
