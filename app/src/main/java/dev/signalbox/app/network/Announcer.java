package dev.signalbox.app.network;

import java.io.IOException;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Keeps what is announced as it should be while networks come and go. {@link #step} compares what
 * should be told with what is told, and begins what is missing; nothing in it waits for the
 * network. Owned by one thread.
 */
final class Announcer {
  private static final System.Logger LOG = System.getLogger(Announcer.class.getName());

  private record Place(String name, InetAddress address) {}

  /** A responder, and the name under which it told of its pages; empty for not yet. */
  private record Open(Responder responder, String told) {}

  private final List<Announced> announced;
  private final Supplier<List<InetAddress>> addresses;
  private final Responder.Opener opener;
  private final Consumer<Set<String>> knownAs;
  private final Map<Place, Open> open = new HashMap<>();
  private final Set<Place> broken = new HashSet<>();

  /** What each wish came to, as it was said last. */
  private final Map<String, String> said = new HashMap<>();

  private Set<String> known = Set.of();

  /**
   * @param addresses where this machine is in networks now
   * @param knownAs is told all host names that the hub has, such as {@code signalbox.local},
   *     whenever they change
   */
  Announcer(
      List<Announced> announced,
      Supplier<List<InetAddress>> addresses,
      Responder.Opener opener,
      Consumer<Set<String>> knownAs) {
    this.announced = announced;
    this.addresses = addresses;
    this.opener = opener;
    this.knownAs = knownAs;
  }

  /**
   * Does what there is to do now.
   *
   * @return whether all names are settled, so that there is no hurry
   */
  boolean step() {
    Map<Place, List<Announced.Page>> wanted = wanted();
    open.entrySet()
        .removeIf(each -> {
          boolean gone = !wanted.containsKey(each.getKey());
          if (gone) {
            each.getValue().responder.withdraw();
          }
          return gone;
        });
    sayNames();
    broken.retainAll(wanted.keySet());
    boolean settled = true;
    for (Map.Entry<Place, List<Announced.Page>> each : wanted.entrySet()) {
      settled &= keep(each.getKey(), each.getValue());
    }
    return settled;
  }

  private Map<Place, List<Announced.Page>> wanted() {
    Map<Place, List<Announced.Page>> wanted = new LinkedHashMap<>();
    for (InetAddress address : addresses.get()) {
      for (Announced each : announced) {
        if (each.isReachedAt(address)) {
          List<Announced.Page> pages =
              wanted.computeIfAbsent(new Place(each.name(), address), _ -> new ArrayList<>());
          each.page().ifPresent(pages::add);
        }
      }
    }
    return wanted;
  }

  private boolean keep(Place place, List<Announced.Page> pages) {
    try {
      Open now = open.get(place);
      if (now == null) {
        open.put(place, new Open(opener.open(place.name, place.address), ""));
        broken.remove(place);
        return false;
      }
      String name = now.responder.name().orElse("");
      if (!name.isEmpty() && !name.equals(now.told)) {
        // Whoever asks by the name must not be refused.
        sayNames();
        now.responder.tell(pages);
        open.put(place, new Open(now.responder, name));
        say(place.name, name);
      }
      return !name.isEmpty();
    } catch (IOException | RuntimeException fault) {
      complain(place, fault);
      return true;
    }
  }

  private void sayNames() {
    Set<String> names =
        open.values().stream()
            .map(each -> each.responder.name().orElse(each.told))
            .filter(name -> !name.isEmpty())
            .map(name -> name + ".local")
            .collect(Collectors.toUnmodifiableSet());
    if (!names.equals(known)) {
      known = names;
      knownAs.accept(names);
    }
  }

  private void say(String wished, String name) {
    if (!name.equals(said.put(wished, name))) {
      LOG.log(
          System.Logger.Level.INFO,
          wished.equals(name)
              ? "In the network this is " + name + ".local."
              : "In the network another machine is %s.local already; this is %s.local."
                  .formatted(wished, name));
    }
  }

  private void complain(Place place, Exception fault) {
    if (broken.add(place)) {
      LOG.log(
          System.Logger.Level.WARNING,
          "{0}.local can''t be announced at {1}: {2}",
          place.name,
          place.address.getHostAddress(),
          fault.getMessage());
    }
  }

  /** Begins to withdraw everything; the threads that are returned end when that is done. */
  List<Thread> withdraw() {
    List<Thread> withdrawals =
        open.values().stream().map(each -> each.responder.withdraw()).toList();
    open.clear();
    return withdrawals;
  }
}
