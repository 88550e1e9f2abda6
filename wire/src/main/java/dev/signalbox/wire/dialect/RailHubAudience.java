package dev.signalbox.wire.dialect;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/**
 * RailHub's WebSockets, and what each of them wants of a frame. Owned by the dialect's thread.
 *
 * <p>A selection is a set of keys; the one of a client that never said what it wants is all of
 * them.
 */
final class RailHubAudience {
  private final Map<Client, Set<String>> selections = new HashMap<>();
  private final Map<Set<String>, Set<Client>> bySelection = new LinkedHashMap<>();

  int size() {
    return selections.size();
  }

  boolean isEmpty() {
    return selections.isEmpty();
  }

  void add(Client client) {
    put(client, RailHubStatus.KEYS);
  }

  /** Lets a client that is there have these keys alone from now on. */
  void select(Client client, Set<String> keys) {
    if (selections.containsKey(client)) {
      put(client, keys);
    }
  }

  private void put(Client client, Set<String> keys) {
    remove(client);
    selections.put(client, keys);
    bySelection.computeIfAbsent(keys, _ -> new LinkedHashSet<>()).add(client);
  }

  void remove(Client client) {
    Set<String> keys = selections.remove(client);
    if (keys != null) {
      bySelection.computeIfPresent(
          keys, (_, clients) -> clients.remove(client) && clients.isEmpty() ? null : clients);
    }
  }

  Payload part(RailHubFrame frame, Client client) {
    return frame.of(selections.getOrDefault(client, RailHubStatus.KEYS));
  }

  /** Tells everyone what they want of it, put together once for each selection. */
  void tell(RailHubFrame frame, Outbox out) {
    if (bySelection.keySet().equals(Set.of(RailHubStatus.KEYS))) {
      out.toAll(frame.whole());
    } else {
      bySelection.forEach((keys, clients) -> out.to(clients, frame.of(keys)));
    }
  }
}
