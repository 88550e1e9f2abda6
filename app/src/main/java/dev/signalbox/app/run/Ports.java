package dev.signalbox.app.run;

import dev.signalbox.app.config.Configuration;
import dev.signalbox.app.config.Endpoint;
import dev.signalbox.app.config.ListenerPlan;
import dev.signalbox.app.config.Listeners;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Whether every listener can have the ports that it asks for. */
final class Ports {
  private Ports() {}

  /**
   * The configuration with the listeners that can be had.
   *
   * @param without those that nobody asked for, whose port is taken
   */
  record Settled(Configuration configuration, List<ListenerPlan> without) {
    Settled {
      without = List.copyOf(without);
    }
  }

  /**
   * Leaves out listeners that nobody asked for if their port is the hub's, or is in use. The
   * options of the command line may have moved the hub, so that what was right in a file is wrong
   * now.
   *
   * @throws StartFailure if a listener that somebody asked for is at the hub's port
   */
  static Settled settle(Configuration configuration) throws StartFailure {
    Endpoint hub = new Endpoint(configuration.server().bind(), configuration.server().port());
    Listeners listeners = configuration.listeners();
    List<ListenerPlan> kept = new ArrayList<>();
    List<ListenerPlan> without = new ArrayList<>();
    for (ListenerPlan plan : listeners.plans()) {
      List<Endpoint> endpoints = plan.endpoints(hub.bind());
      Optional<Endpoint> clash = endpoints.stream().filter(hub::clashes).findFirst();
      if (clash.isPresent() && !listeners.byDefault()) {
        throw new StartFailure(
            "Port %d is that of %s; choose another for the hub with --port."
                .formatted(clash.get().port(), plan.title()));
      }
      boolean spare = listeners.byDefault() && !endpoints.stream().allMatch(Ports::isFree);
      (clash.isPresent() || spare ? without : kept).add(plan);
    }
    return new Settled(
        configuration.withListeners(new Listeners(kept, listeners.byDefault())), without);
  }

  private static boolean isFree(Endpoint endpoint) {
    try (ServerSocket _ =
        new ServerSocket(endpoint.port(), 1, InetAddress.getByName(endpoint.bind()))) {
      return true;
    } catch (IOException _) {
      return false;
    }
  }
}
