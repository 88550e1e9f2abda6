package dev.signalbox.core.engine;

import dev.signalbox.core.model.Command;
import dev.signalbox.core.model.Outcome;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;

/**
 * One or more commands that a client wants carried out together, or not at all.
 *
 * @param key by which a repetition of the same request is known
 * @param unchangedSince where given: refuse if what the first command is about changed after that
 *     sequence number
 * @param answer told the outcome, once, by the engine's thread; must return at once
 */
public record CommandRequest(
    List<Command> commands,
    Optional<RequestKey> key,
    OptionalLong unchangedSince,
    Consumer<Outcome> answer) {
  /** How many commands one request can have. */
  public static final int MOST_COMMANDS = 100;

  /**
   * @throws IllegalArgumentException if there are no commands or more than 100
   */
  public CommandRequest {
    commands = List.copyOf(commands);
    if (commands.isEmpty() || commands.size() > MOST_COMMANDS) {
      throw new IllegalArgumentException(
          "a request of " + commands.size() + " commands must have 1 to " + MOST_COMMANDS);
    }
  }

  /** A request without key or condition. */
  public static CommandRequest of(List<Command> commands, Consumer<Outcome> answer) {
    return new CommandRequest(commands, Optional.empty(), OptionalLong.empty(), answer);
  }
}
