package dev.signalbox.bench.compare;

import dev.signalbox.bench.load.Listener;

/** Which clients have had their first messages, up to the state. Owned by the crowd's thread. */
final class Firsts implements Listener {
  private final int needed;
  private final int[] had;
  private int whole;

  /**
   * @param needed how many messages bring the state
   */
  Firsts(int clients, int needed) {
    this.needed = needed;
    this.had = new int[clients];
  }

  @Override
  public void message(int client, byte[] bytes, int from, int length, long nanos) {
    if (++had[client] == needed) {
      whole++;
    }
  }

  boolean areAll() {
    return whole == had.length;
  }
}
