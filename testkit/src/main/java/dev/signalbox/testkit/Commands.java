package dev.signalbox.testkit;

import dev.signalbox.core.model.Action;
import dev.signalbox.core.model.BoardId;
import dev.signalbox.core.model.Command;
import dev.signalbox.core.model.PartAddress;
import java.util.Collections;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Commands, as short as a test wants to say them. */
public final class Commands {
  private Commands() {}

  /** Sets one property of a part. */
  public static Command set(PartAddress part, String property, @Nullable Object value) {
    return set(part, Collections.singletonMap(property, value));
  }

  /** Sets properties of a part together. */
  public static Command set(PartAddress part, Map<String, @Nullable Object> properties) {
    return new Command.SetPart(part.board(), part.part(), properties);
  }

  /** Flips a part. */
  public static Command toggle(PartAddress part) {
    return new Command.ActOnPart(part.board(), part.part(), Action.TOGGLE);
  }

  /** Presses a part. */
  public static Command press(PartAddress part) {
    return new Command.ActOnPart(part.board(), part.part(), Action.PRESS);
  }

  /** Makes a part of that kind. */
  public static Command make(String board, String kind, Map<String, @Nullable Object> properties) {
    return new Command.MakePart(new BoardId(board), kind, properties);
  }

  /** Removes a part. */
  public static Command remove(PartAddress part) {
    return new Command.RemovePart(part.board(), part.part());
  }

  /** Forgets a board's saved settings. */
  public static Command reset(String board) {
    return new Command.ResetBoard(new BoardId(board));
  }
}
