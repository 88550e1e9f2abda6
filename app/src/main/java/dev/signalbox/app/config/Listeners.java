package dev.signalbox.app.config;

import java.util.List;

/**
 * The listeners besides the hub's own.
 *
 * @param byDefault whether nobody asked for them, so that the hub can do without
 */
public record Listeners(List<ListenerPlan> plans, boolean byDefault) {
  /** None. */
  public static final Listeners NONE = new Listeners(List.of(), false);

  public Listeners {
    plans = List.copyOf(plans);
  }

  /** The same, at any free ports if nobody asked for others. */
  public Listeners atAnyPort() {
    return byDefault
        ? new Listeners(plans.stream().map(ListenerPlan::atAnyPort).toList(), true)
        : this;
  }
}
