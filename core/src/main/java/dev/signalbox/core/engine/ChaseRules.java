package dev.signalbox.core.engine;

import dev.signalbox.core.model.BoardId;
import dev.signalbox.core.model.BoardState;
import dev.signalbox.core.model.Chase;
import dev.signalbox.core.model.Members;
import dev.signalbox.core.model.Output;
import dev.signalbox.core.model.Part;
import dev.signalbox.core.model.PartAddress;
import dev.signalbox.core.model.PartId;
import dev.signalbox.core.model.PartState;
import dev.signalbox.core.model.Violation;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What holds among the chases of a board: members are outputs of that board, and an output is in at
 * most one chase. It leaves its earlier one when it joins another; a chase that nobody is left in
 * is gone.
 */
final class ChaseRules {
  private ChaseRules() {}

  /** The member that is no output of {@code board}, if there is one. */
  static Optional<Violation> strangerIn(Chase chase, BoardState board) {
    return chase.members().ids().stream()
        .filter(member -> board.part(member, Output.class).isEmpty())
        .map(
            member -> Violation.of("members", member, "is no output of board '" + board.id() + "'"))
        .findFirst();
  }

  /** Takes the members of the chase {@code joined} out of every other chase. */
  static void leaveOthers(PartId joined, Chase chase, BoardId board, Draft draft) {
    for (Map.Entry<PartId, PartState> entry : draft.partsOf(board)) {
      if (entry.getValue().part() instanceof Chase other && !entry.getKey().equals(joined)) {
        take(chase.members(), other, new PartAddress(board, entry.getKey()), draft);
      }
    }
  }

  /**
   * Those of {@code parts} that keep the rules. A chase that does not, because its outputs are not
   * there or belong to a chase before it, is as the specification has it, or left out.
   */
  static Map<PartId, Part> fitting(Map<PartId, Part> parts, BoardSpec spec) {
    Map<PartId, Part> fitting = new LinkedHashMap<>();
    Set<PartId> free = new HashSet<>();
    parts.forEach((id, part) -> {
      if (part instanceof Output) {
        free.add(id);
      }
    });
    parts.forEach((id, part) ->
        Stream.of(part, spec.parts().getOrDefault(id, part))
            .filter(one -> !(one instanceof Chase chase) || takes(chase, free))
            .findFirst()
            .ifPresent(one -> fitting.put(id, one)));
    return fitting;
  }

  private static boolean takes(Chase chase, Set<PartId> free) {
    return free.containsAll(chase.members().ids()) && free.removeAll(chase.members().ids());
  }

  /** Takes a part that is gone out of every chase. */
  static void leaveAll(PartId gone, BoardId board, Draft draft) {
    Members alone = new Members(List.of(gone));
    for (Map.Entry<PartId, PartState> entry : draft.partsOf(board)) {
      if (entry.getValue().part() instanceof Chase chase) {
        take(alone, chase, new PartAddress(board, entry.getKey()), draft);
      }
    }
  }

  private static void take(Members members, Chase from, PartAddress address, Draft draft) {
    List<PartId> left =
        from.members().ids().stream().filter(id -> !members.ids().contains(id)).toList();
    if (left.isEmpty()) {
      draft.remove(address);
    } else if (left.size() < from.members().ids().size()) {
      draft.set(address, from.withMembers(new Members(left), draft.now().epochMs()));
    }
  }
}
