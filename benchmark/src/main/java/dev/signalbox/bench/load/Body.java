package dev.signalbox.bench.load;

/**
 * Reads what one client receives after the head of the response. Owned by the crowd's thread; keeps
 * nothing of the bytes that it is given.
 */
interface Body {
  /** Is told what there is in the bytes. */
  interface Receiver {
    /** A whole message. */
    void message(byte[] bytes, int from, int length);

    /** The peer asks for an answer: a pong that carries these bytes. */
    void ping(byte[] bytes, int from, int length);

    /** The peer ends the stream. */
    void end();
  }

  /**
   * Reads on.
   *
   * @return how many bytes were understood; the rest comes again, with more behind it
   * @throws MalformedException if this is not what it should be
   */
  int read(byte[] bytes, int from, int to, Receiver receiver);
}
