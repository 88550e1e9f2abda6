package dev.signalbox.core.model;

import java.util.List;
import java.util.Optional;

/** How a request of one or more commands ended. */
public sealed interface Outcome {
  /**
   * All of them are true.
   *
   * @param sequence the last change that they made; where they made none, the last change to what
   *     they are about
   * @param results one for each command, in order
   */
  record Accepted(long sequence, List<Result> results) implements Outcome {
    public Accepted {
      results = List.copyOf(results);
    }
  }

  /**
   * None of them was carried out.
   *
   * @param index which of them is at fault, from 0
   */
  record Rejected(Rejection reason, int index) implements Outcome {}

  /**
   * What one command came to.
   *
   * @param address the part that it was about, or the one that it made; empty for a whole board
   * @param part that part as it then was; empty when it is gone
   */
  record Result(BoardId board, Optional<PartAddress> address, Optional<PartState> part) {}
}
