package dev.signalbox.core.engine;

import dev.signalbox.core.model.BoardState;
import dev.signalbox.core.model.Chase;
import dev.signalbox.core.model.Part;
import dev.signalbox.core.model.PartAddress;
import dev.signalbox.core.model.PartId;
import dev.signalbox.core.model.PartState;
import dev.signalbox.core.model.Patched;
import dev.signalbox.core.model.Schema;
import java.util.HashMap;
import java.util.Map;

/** Puts a board's saved settings back to what its specification says. */
final class BoardReset {
  private final BoardSpec spec;
  private final Draft draft;

  private BoardReset(BoardSpec spec, Draft draft) {
    this.spec = spec;
    this.draft = draft;
  }

  static void of(BoardSpec spec, Draft draft) {
    new BoardReset(spec, draft).run();
  }

  private void run() {
    draft.setInfo(spec.id(), board().info().withName(spec.name()));
    for (Map.Entry<PartId, PartState> entry : draft.partsOf(spec.id())) {
      if (!spec.parts().containsKey(entry.getKey()) && isMade(entry.getValue().part())) {
        draft.remove(address(entry.getKey()));
      }
    }
    spec.parts().forEach((part, original) -> reset(address(part), original));
  }

  private boolean isMade(Part part) {
    return spec.makable(part.schema().kind()).isPresent();
  }

  /** What the driver says has vanished stays so, and a chase of it is gone. */
  private void reset(PartAddress address, Part original) {
    Part now = draft.part(address).map(PartState::part).orElse(null);
    if (now == null && !isMade(original)) {
      return;
    }
    Part after = now == null ? original : settled(now, original);
    if (after instanceof Chase chase && ChaseRules.strangerIn(chase, board()).isPresent()) {
      draft.remove(address);
    } else {
      draft.set(address, after.commanded(now, draft.now().epochMs()));
    }
  }

  private static Part settled(Part now, Part original) {
    return now.getClass().equals(original.getClass())
            && original.schema().patch(now, settings(original), Schema.Origin.BOARD)
                instanceof Patched.Done<?>(Part part, var _)
        ? part
        : now;
  }

  private static Map<String, Object> settings(Part part) {
    Map<String, Object> settings = new HashMap<>(part.schema().values(part));
    part.schema().properties().stream()
        .filter(property -> !property.access().persistent())
        .forEach(property -> settings.remove(property.name()));
    return settings;
  }

  private BoardState board() {
    return draft.board(spec.id()).orElseThrow();
  }

  private PartAddress address(PartId part) {
    return new PartAddress(spec.id(), part);
  }
}
