package dev.signalbox.app.run;

import dev.signalbox.app.config.BoardPlan;
import dev.signalbox.app.config.Configuration;
import dev.signalbox.app.config.ListenerPlan;
import dev.signalbox.server.Mount;
import dev.signalbox.wire.dialect.CounterDialect;
import dev.signalbox.wire.dialect.Dialect;
import dev.signalbox.wire.dialect.EventBusDialect;
import dev.signalbox.wire.dialect.LedDialect;
import dev.signalbox.wire.dialect.RailHubDialect;
import dev.signalbox.wire.dialect.RailHubSettings;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Makes dialects out of their plans, and says where each is reached. */
final class Dialects {
  private final Configuration configuration;
  private final Set<Class<?>> onMain = new HashSet<>();

  private Dialects(Configuration configuration) {
    this.configuration = configuration;
  }

  /**
   * The configured listeners in their order, and then, on the hub's own listener alone, the
   * dialects whose first fitting board none of them serves. Where one does, it answers there too,
   * so that a board counts its clients once.
   */
  static List<Mount> mounts(Configuration configuration) {
    Dialects dialects = new Dialects(configuration);
    List<Mount> mounts = new ArrayList<>();
    configuration.listeners().plans().forEach(plan -> mounts.add(dialects.mount(plan)));
    for (ListenerPlan.Format format : ListenerPlan.FORMATS) {
      dialects
          .first(format)
          .filter(_ -> !dialects.onMain.contains(format.getClass()))
          .map(board -> ListenerPlan.withoutPorts(board.id(), format))
          .ifPresent(plan -> mounts.add(dialects.mount(plan)));
    }
    return mounts;
  }

  private Mount mount(ListenerPlan plan) {
    boolean isFirst = first(plan.format()).filter(at -> at.id().equals(plan.board())).isPresent();
    return new Mount(
        dialect(plan),
        isFirst && onMain.add(plan.format().getClass()),
        plan.port().map(port -> listener(plan, port)),
        plan.wsPort().map(port -> listener(plan, port)));
  }

  private Mount.Listener listener(ListenerPlan plan, int port) {
    return new Mount.Listener(
        plan.title(), plan.bind().orElse(configuration.server().bind()), port);
  }

  /** The first board that can speak so. */
  private Optional<BoardPlan> first(ListenerPlan.Format format) {
    return configuration.boards().stream().filter(board -> format.fits(board.kind())).findFirst();
  }

  private Dialect dialect(ListenerPlan plan) {
    boolean page = plan.port().isPresent();
    return switch (plan.format()) {
      case ListenerPlan.CounterFormat(int clients) ->
          new CounterDialect(plan.board(), new CounterDialect.Settings(clients, page));
      case ListenerPlan.LedFormat(int clients) ->
          new LedDialect(plan.board(), new LedDialect.Settings(clients, page));
      case ListenerPlan.EventBusFormat(var channels, var keepAlive) ->
          new EventBusDialect(
              plan.board(), new EventBusDialect.Settings(channels, keepAlive, page));
      case ListenerPlan.RailHubFormat(var format, var broadcast, var clients, var wsPort) ->
          new RailHubDialect(
              plan.board(),
              new RailHubSettings(
                  format,
                  broadcast,
                  clients,
                  groups(plan),
                  plan.port().map(_ -> new RailHubSettings.Page(wsPort.orElse(0)))));
    };
  }

  /** How many groups the board of that plan can have. */
  private int groups(ListenerPlan plan) {
    return configuration.boards().stream()
        .filter(board -> board.id().equals(plan.board()))
        .map(BoardPlan::kind)
        .filter(BoardPlan.OutputsKind.class::isInstance)
        .map(kind -> ((BoardPlan.OutputsKind) kind).settings().groups())
        .findFirst()
        .orElse(RailHubSettings.DEFAULT.groups());
  }
}
