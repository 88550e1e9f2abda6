package dev.signalbox.boards;

import static dev.signalbox.core.engine.Driver.NEVER;

import dev.signalbox.core.engine.Moment;
import dev.signalbox.core.model.Change;
import dev.signalbox.core.model.PartState;
import dev.signalbox.core.model.Switch;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The press that ends by itself, where one is under way. A simulated switch can also be held down
 * by a command, until a command lets go of it. Owned by the engine's thread.
 *
 * <p>A press is seen when it is drafted, but a draft may be dropped, because another command of the
 * same request can't be carried out. So what was drafted is only noted, by the sequence number that
 * it would get, and what became true decides.
 */
final class SelfRelease {
  /** How long such a press takes. */
  static final long HELD_MS = 100;

  private final Map<Long, Long> drafted = new HashMap<>();
  private long turn;
  private boolean pressing;
  private long due = NEVER;

  /** When the press ends; or {@code NEVER}. */
  long due() {
    return due;
  }

  /** A press begins in the draft that is next {@link #draft}ed. */
  void press() {
    pressing = true;
  }

  /** The switch went from {@code before} to {@code after} in a draft. */
  void draft(PartState before, PartState after, Moment now) {
    if (turn != now.nanos()) {
      turn = now.nanos();
      drafted.clear();
    }
    if (pressing) {
      drafted.put(after.changed().sequence(), now.nanosIn(HELD_MS));
    } else if (!after.equals(before)) {
      drafted.remove(after.changed().sequence());
    }
    pressing = false;
  }

  /** These became true in this turn. */
  void became(List<Change> changes) {
    for (Change change : changes) {
      if (change instanceof Change.PartChanged changed
          && changed.part() instanceof Switch contact
          && changed.properties().contains("pressed")) {
        due = contact.pressed() ? drafted.getOrDefault(changed.sequence(), NEVER) : NEVER;
      }
    }
    drafted.clear();
  }

  /** Whether the press that holds {@code contact} down is over. */
  boolean isOver(PartState contact, Moment now) {
    return now.isPast(due) && !drafted.containsKey(contact.changed().sequence());
  }
}
