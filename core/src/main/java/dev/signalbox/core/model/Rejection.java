package dev.signalbox.core.model;

import java.util.List;
import java.util.stream.Collectors;

/** Why a command was refused. It changed nothing. */
public sealed interface Rejection {
  /** What is wrong and, where it helps, how to mend it: a sentence for people. */
  String detail();

  /** There is no such board or part. */
  record NotFound(String what) implements Rejection {
    @Override
    public String detail() {
      return "There is no " + what + ".";
    }
  }

  /** Properties, each with the value that was given and the rule that it breaks. */
  record Invalid(List<Violation> violations) implements Rejection {
    private static final int MOST = 32;

    /** Keeps the first 32; a client that gets that many wrong has enough to begin with. */
    public Invalid {
      violations = violations.stream().limit(MOST).toList();
    }

    @Override
    public String detail() {
      return violations.stream().map(Violation::toString).collect(Collectors.joining("; ")) + ".";
    }
  }

  /** The kind of part can't do that, or the board does not allow it. */
  record NotPossible(String detail) implements Rejection {}

  /** It is at odds with how things stand. */
  record Conflict(String detail) implements Rejection {}

  /** The part changed since the state that the client decided upon. */
  record ChangedSince(String what) implements Rejection {
    @Override
    public String detail() {
      return "'" + what + "' changed since; read it again.";
    }
  }

  /** The key was used before, for something else. */
  record KeyReused(String key) implements Rejection {
    @Override
    public String detail() {
      return "The key '" + key + "' was used for another command; use a new one for each.";
    }
  }

  /** The board can't be reached. */
  record BoardOffline(BoardId board, String reason) implements Rejection {
    @Override
    public String detail() {
      return "Board '" + board + "' is offline: " + reason;
    }
  }

  /** The hub can't take commands right now. */
  record Unavailable(String detail) implements Rejection {}
}
