package dev.signalbox.core.model;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What someone wants. Commands come from outside and hold plain, unchecked values; the engine
 * checks them against the schemas.
 */
public sealed interface Command {
  /** The board that it is about. */
  BoardId board();

  /**
   * Sets properties of one part together, as a merge patch (RFC 7396). A setting that is null goes
   * back to what the configuration says.
   */
  record SetPart(BoardId board, PartId part, Map<String, @Nullable Object> set) implements Command {
    public SetPart {
      set = frozen(set);
    }
  }

  /** Flips or presses one part. */
  record ActOnPart(BoardId board, PartId part, Action action) implements Command {}

  /** Makes a part of {@code kind}, where the board allows it. */
  record MakePart(BoardId board, String kind, Map<String, @Nullable Object> set)
      implements Command {
    public MakePart {
      set = frozen(set);
    }
  }

  /** Makes a part of {@code kind} under an id of the client's choice, or replaces the one there. */
  record PutPart(BoardId board, PartId part, String kind, Map<String, @Nullable Object> set)
      implements Command {
    public PutPart {
      set = frozen(set);
    }
  }

  /** Removes a part that was made by {@link MakePart}. */
  record RemovePart(BoardId board, PartId part) implements Command {}

  /** Sets the board's own properties: its {@code name}. */
  record SetBoard(BoardId board, Map<String, @Nullable Object> set) implements Command {
    public SetBoard {
      set = frozen(set);
    }
  }

  /** Puts every saved setting of the board back to what its configuration says. */
  record ResetBoard(BoardId board) implements Command {}

  private static Map<String, @Nullable Object> frozen(Map<String, @Nullable Object> map) {
    return Collections.unmodifiableMap(new LinkedHashMap<>(map));
  }
}
