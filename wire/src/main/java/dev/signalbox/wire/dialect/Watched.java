package dev.signalbox.wire.dialect;

import dev.signalbox.core.model.BoardId;
import dev.signalbox.core.model.Change;
import dev.signalbox.core.model.HubState;
import dev.signalbox.core.model.Part;
import dev.signalbox.core.model.PartAddress;
import dev.signalbox.core.model.PartId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a firmware tells of: the parts of one kind on one board, and of these one property.
 *
 * @param property by its name in the schema
 */
record Watched<P extends Part>(BoardId board, Class<P> kind, String property) {
  /**
   * A part as it is, or was after a change.
   *
   * @param changed the number of its last change
   */
  record Seen<P extends Part>(PartId id, P part, long changed) {}

  /** All of them, in the order in which they are shown. */
  List<Seen<P>> all(HubState state) {
    List<Seen<P>> all = new ArrayList<>();
    state
        .board(board)
        .ifPresent(found ->
            found
                .parts()
                .forEach((id, is) -> {
                  if (kind.isInstance(is.part())) {
                    all.add(new Seen<>(id, kind.cast(is.part()), is.changed().sequence()));
                  }
                }));
    return all;
  }

  /** The first of them, which stands for the one that the firmware has. */
  Optional<Seen<P>> first(HubState state) {
    return all(state).stream().findFirst();
  }

  /** Those that took another value of the property, or are new, one for each change. */
  List<Seen<P>> news(List<Change> changes) {
    List<Seen<P>> news = new ArrayList<>();
    for (Change change : changes) {
      switch (change) {
        case Change.PartChanged c when c.properties().contains(property) ->
            seen(c, c.address(), c.part()).ifPresent(news::add);
        case Change.PartPut c -> seen(c, c.address(), c.part()).ifPresent(news::add);
        case Change.PartChanged _, Change.PartGone _, Change.BoardChanged _ -> {
          // Nothing that the firmware tells of.
        }
      }
    }
    return news;
  }

  /** The news of the first of them. */
  List<P> newsOfFirst(List<Change> changes, HubState state) {
    List<Seen<P>> news = news(changes);
    Optional<PartId> first = news.isEmpty() ? Optional.empty() : first(state).map(Seen::id);
    return news.stream()
        .filter(seen -> first.equals(Optional.of(seen.id())))
        .map(Seen::part)
        .toList();
  }

  private Optional<Seen<P>> seen(Change change, PartAddress address, Part part) {
    return address.board().equals(board) && kind.isInstance(part)
        ? Optional.of(new Seen<>(address.part(), kind.cast(part), change.sequence()))
        : Optional.empty();
  }
}
