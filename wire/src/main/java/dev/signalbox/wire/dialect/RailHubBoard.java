package dev.signalbox.wire.dialect;

import dev.signalbox.core.engine.Effects;
import dev.signalbox.core.model.BoardState;
import dev.signalbox.core.model.Chase;
import dev.signalbox.core.model.Output;
import dev.signalbox.core.model.PartId;
import dev.signalbox.core.model.PartState;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;

/**
 * A board as RailHub sees it: outputs by their pins, and groups by their numbers. Group <i>N</i> is
 * the chase {@code chaseN}; a chase by any other name is none of its groups.
 *
 * @param outputs in the order in which they are shown
 * @param groups in the order in which they are shown
 */
record RailHubBoard(
    Optional<BoardState> state, Map<PartId, Output> outputs, Map<Integer, Chase> groups) {
  /** As a board that is not there is seen. */
  static final RailHubBoard NONE = new RailHubBoard(Optional.empty(), Map.of(), Map.of());

  private static final String CHASE = "chase";
  private static final Pattern GROUP = Pattern.compile("chase(0|[1-9][0-9]{0,2})");
  private static final int HIGHEST_GROUP = 255;

  static RailHubBoard of(BoardState board) {
    Map<PartId, Output> outputs = new LinkedHashMap<>();
    Map<Integer, Chase> groups = new LinkedHashMap<>();
    for (Map.Entry<PartId, PartState> entry : board.parts().entrySet()) {
      if (entry.getValue().part() instanceof Output output) {
        outputs.put(entry.getKey(), output);
      } else if (entry.getValue().part() instanceof Chase chase) {
        group(entry.getKey()).ifPresent(number -> groups.put(number, chase));
      }
    }
    return new RailHubBoard(Optional.of(board), outputs, groups);
  }

  private static OptionalInt group(PartId part) {
    if (!GROUP.matcher(part.value()).matches()) {
      return OptionalInt.empty();
    }
    int number = Integer.parseInt(part.value().substring(CHASE.length()));
    return number <= HIGHEST_GROUP ? OptionalInt.of(number) : OptionalInt.empty();
  }

  /** The number of a group as a client gave it, if there can be such a group. */
  static OptionalInt group(Number given) {
    double number = given.doubleValue();
    return number == Math.rint(number) && number >= 0 && number <= HIGHEST_GROUP
        ? OptionalInt.of((int) number)
        : OptionalInt.empty();
  }

  /** The part that a group is, whether it is there or not. */
  static PartId part(int group) {
    return new PartId(CHASE + group);
  }

  String name() {
    return state.map(board -> board.info().name()).orElse("");
  }

  /**
   * When a group takes its next step after {@code now}, both in milliseconds since the Unix epoch;
   * {@link Long#MAX_VALUE} where none runs.
   */
  long nextStep(long now) {
    return groups.values().stream()
        .filter(Chase::running)
        .map(chase -> chase.members().ids().getFirst())
        .mapToLong(member -> Effects.nextStep(state.orElseThrow(), member, now))
        .min()
        .orElse(Long.MAX_VALUE);
  }

  /** The output on a pin as a client gave it, if there is one. */
  Optional<PartId> output(Number pin) {
    for (Map.Entry<PartId, Output> entry : outputs.entrySet()) {
      if (entry.getValue().pin() == pin.doubleValue()) {
        return Optional.of(entry.getKey());
      }
    }
    return Optional.empty();
  }

  /** Of each output that is in a group, the number of that group. */
  Map<PartId, Integer> memberships() {
    Map<PartId, Integer> memberships = new LinkedHashMap<>();
    groups.forEach((number, chase) ->
        chase.members().ids().forEach(member -> memberships.put(member, number)));
    return memberships;
  }

  /** The pins of these outputs. */
  List<Integer> pins(List<PartId> members) {
    List<Integer> pins = new ArrayList<>();
    for (PartId member : members) {
      Output output = outputs.get(member);
      if (output != null) {
        pins.add(output.pin());
      }
    }
    return pins;
  }

  /** The places of these outputs among all of them, from 0. */
  List<Integer> places(List<PartId> members) {
    List<PartId> all = List.copyOf(outputs.keySet());
    return members.stream().filter(outputs::containsKey).map(all::indexOf).toList();
  }
}
