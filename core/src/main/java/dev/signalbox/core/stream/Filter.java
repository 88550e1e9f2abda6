package dev.signalbox.core.stream;

import dev.signalbox.core.model.BoardId;
import dev.signalbox.core.model.Change;
import dev.signalbox.core.model.HubState;
import dev.signalbox.core.model.PartAddress;
import dev.signalbox.core.model.PartId;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Which boards and parts a subscriber follows.
 *
 * @param boards empty for all
 * @param parts patterns of which a part's id must fit one; empty for all
 */
public record Filter(Set<BoardId> boards, List<Glob> parts) {
  /** Everything. */
  public static final Filter ALL = new Filter(Set.of(), List.of());

  public Filter {
    boards = Set.copyOf(boards);
    parts = List.copyOf(parts);
  }

  /** Whether this filter lets everything through. */
  public boolean isAll() {
    return boards.isEmpty() && parts.isEmpty();
  }

  /** Whether the board's own properties are followed. */
  public boolean selects(BoardId board) {
    return boards.isEmpty() || boards.contains(board);
  }

  /** Whether the part is followed. */
  public boolean selects(BoardId board, PartId part) {
    return selects(board)
        && (parts.isEmpty() || parts.stream().anyMatch(glob -> glob.matches(part.value())));
  }

  /** Whether the change is about something that is followed. */
  public boolean selects(Change change) {
    return switch (change) {
      case Change.PartChanged c -> selects(c.address());
      case Change.PartPut c -> selects(c.address());
      case Change.PartGone c -> selects(c.address());
      case Change.BoardChanged c -> selects(c.board());
    };
  }

  private boolean selects(PartAddress address) {
    return selects(address.board(), address.part());
  }

  /** What this filter names outright and {@code state} has never had; empty if all is known. */
  public Optional<String> unknownIn(HubState state) {
    for (BoardId board : boards) {
      if (state.board(board).isEmpty()) {
        return Optional.of("board '" + board + "'");
      }
    }
    return parts.stream()
        .filter(glob -> glob.isExact() && !isKnown(glob, state))
        .map(glob -> "part '" + glob.pattern() + "'")
        .findFirst();
  }

  private boolean isKnown(Glob glob, HubState state) {
    if (!PartId.isValid(glob.pattern())) {
      return false;
    }
    PartId part = new PartId(glob.pattern());
    return state.boards().values().stream()
            .anyMatch(board -> selects(board.id()) && board.parts().containsKey(part))
        || state.tombstones().parts().keySet().stream()
            .anyMatch(gone -> selects(gone.board()) && gone.part().equals(part));
  }
}
