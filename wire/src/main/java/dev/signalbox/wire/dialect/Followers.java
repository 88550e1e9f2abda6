package dev.signalbox.wire.dialect;

import dev.signalbox.wire.dialect.Answer.Header;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Those who follow a dialect's stream, up to a limit. Owned by the dialect's thread. */
final class Followers {
  /** After how long one that found no place is to come back. */
  private static final int RETRY_MS = 5_000;

  private final int limit;
  private final Set<Client> clients = new HashSet<>();

  /**
   * @param limit how many there may be; 0 for any number
   */
  Followers(int limit) {
    this.limit = limit;
  }

  /** A stream with these headers, or the word to come back later. */
  Answer admit(List<Header> headers, Answer.Framing framing) {
    return isFull() ? Answer.tryAgain(RETRY_MS) : new Answer.Follow(headers, framing);
  }

  /**
   * Takes in one whose stream began. Where several were admitted for the last place, the late ones
   * are told to come back, and end.
   */
  boolean add(Client client, Outbox out) {
    if (isFull()) {
      out.to(client, Answer.tryAgain(RETRY_MS).body());
      out.end(client);
      return false;
    }
    return clients.add(client);
  }

  /** Lets one go; false if it was not taken in. */
  boolean remove(Client client) {
    return clients.remove(client);
  }

  int count() {
    return clients.size();
  }

  private boolean isFull() {
    return limit > 0 && clients.size() >= limit;
  }
}
