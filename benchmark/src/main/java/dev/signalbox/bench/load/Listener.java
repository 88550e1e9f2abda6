package dev.signalbox.bench.load;

/** Is told what a crowd's clients receive. Called on the crowd's thread only. */
public interface Listener {
  /**
   * One whole message: the payload of a WebSocket message, or an event with all its lines.
   *
   * @param client the number of the client, from 0
   * @param bytes in which the message is from {@code from} on; good until this returns
   * @param nanos when it was read from the connection, by {@code System.nanoTime()}
   */
  void message(int client, byte[] bytes, int from, int length, long nanos);
}
