package dev.signalbox.bench.compare;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Measurements of several contestants in turns, so that whatever else the machine does falls on all
 * of them. Ratios are taken within a round.
 */
final class Turns {
  private final Map<String, List<Delivery>> deliveries = new LinkedHashMap<>();

  private Turns() {}

  /** Has every contestant deliver to {@code clients} in every round. */
  static Turns take(List<Contestant> contestants, int clients, Pace pace)
      throws IOException, InterruptedException {
    Turns turns = new Turns();
    for (int round = 0; round < pace.rounds(); round++) {
      for (Contestant contestant : contestants) {
        Delivery delivery = Delivery.watch(contestant, clients, pace.settle(), pace.length());
        turns.deliveries.computeIfAbsent(contestant.name(), _ -> new ArrayList<>()).add(delivery);
      }
    }
    return turns;
  }

  private List<Delivery> of(String name) {
    List<Delivery> found = deliveries.get(name);
    if (found == null) {
      throw new IllegalArgumentException(name + " had no turn");
    }
    return found;
  }

  /** Nanoseconds of processor time for one message to one client. */
  Spread nanosEach(String name) {
    return Spread.of(of(name).stream().map(Delivery::nanosEach).toList());
  }

  /** The same, as a multiple of another's in the same round. */
  Spread ratio(String name, String to) {
    List<Double> ratios = new ArrayList<>();
    for (int round = 0; round < of(name).size(); round++) {
      ratios.add(of(name).get(round).nanosEach() / of(to).get(round).nanosEach());
    }
    return Spread.of(ratios);
  }

  /** Bytes on the wire for one message. */
  Spread bytesEach(String name) {
    return Spread.of(of(name).stream().map(Delivery::bytesEach).toList());
  }

  /** Messages a second that were delivered. */
  Spread rate(String name) {
    return Spread.of(
        of(name).stream().map(one -> one.messages() * 1e9 / one.elapsedNanos()).toList());
  }
}
