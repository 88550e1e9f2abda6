package dev.signalbox.wire.dialect;

import dev.signalbox.core.model.Command;
import dev.signalbox.core.model.Outcome;
import java.util.List;
import java.util.function.Function;

/** What comes of a client's WebSocket message. */
public sealed interface Heard {
  /** Nothing comes of it. */
  Heard NOTHING = new Nothing();

  /** Nothing comes of it. */
  record Nothing() implements Heard {}

  /** The client is answered at once. */
  record Say(Payload message) implements Heard {}

  /**
   * Commands to be carried out together, and what the client is told of their outcome.
   *
   * @param then called once, by the dialect's thread
   */
  record Carry(List<Command> commands, Function<Outcome, Payload> then) implements Heard {
    public Carry {
      commands = List.copyOf(commands);
    }
  }
}
