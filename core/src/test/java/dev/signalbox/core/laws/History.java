package dev.signalbox.core.laws;

import dev.signalbox.core.engine.CommandRequest;
import dev.signalbox.core.engine.RequestKey;
import dev.signalbox.core.fixture.FaultyDriver;
import dev.signalbox.core.model.BoardId;
import dev.signalbox.core.model.Command;
import dev.signalbox.core.model.Outcome;
import dev.signalbox.core.model.Report;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;

/** What happens to a hub from outside, turn by turn. */
record History(List<Turn> turns) {
  /** Some time, and what comes in at the end of it. */
  record Turn(int ms, List<Input> inputs) {}

  /** One thing that comes in. */
  sealed interface Input {}

  /** A request of commands. */
  record Ask(List<Command> commands, Optional<RequestKey> key, OptionalLong unchangedSince)
      implements Input {
    CommandRequest request(Consumer<Outcome> answer) {
      return new CommandRequest(commands, key, unchangedSince, answer);
    }
  }

  /** What a thread of a driver observes. */
  record Observe(BoardId board, List<Report> reports) implements Input {}

  /** From now on the next such call to the board's driver fails. */
  record Break(BoardId board, FaultyDriver.Call call) implements Input {}
}
