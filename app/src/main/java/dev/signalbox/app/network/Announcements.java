package dev.signalbox.app.network;

import dev.signalbox.app.config.Configuration;
import dev.signalbox.app.config.Endpoint;
import dev.signalbox.app.config.ListenerPlan;
import dev.signalbox.app.network.Announced.Page;
import dev.signalbox.server.Mount;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/** What is announced for a configuration. */
final class Announcements {
  private Announcements() {}

  /**
   * What there is to announce, the hub first; nothing of what only this machine can reach.
   *
   * @param bound all that is listened on: for each listener of the configuration its port for
   *     requests and that for WebSockets, as far as it has them, and at last the hub's own
   * @param version of the hub
   */
  static List<Announced> of(
      Configuration configuration, List<Mount.Listener> bound, String version) {
    if (configuration.mdns().isEmpty()) {
      return List.of();
    }
    String hub = configuration.mdns().get();
    List<Announced> announced = new ArrayList<>();
    Mount.Listener own = bound.getLast();
    announced.add(
        new Announced(
            hub, own.bind(), Optional.of(new Page(configuration.name(), own.port(), version))));
    Iterator<Mount.Listener> rest = bound.iterator();
    for (ListenerPlan plan : configuration.listeners().plans()) {
      Optional<Mount.Listener> http = plan.port().map(_ -> rest.next());
      Optional<Mount.Listener> webSocket = plan.wsPort().map(_ -> rest.next());
      http.or(() -> webSocket)
          .map(at ->
              new Announced(
                  plan.mdns().orElse(hub),
                  at.bind(),
                  http.map(page -> new Page(plan.title(), page.port(), version))))
          .ifPresent(announced::add);
    }
    announced.removeIf(each -> new Endpoint(each.bind(), 0).isPrivate());
    return List.copyOf(announced);
  }
}
