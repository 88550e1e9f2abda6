package dev.signalbox.core.engine;

import dev.signalbox.core.model.BoardId;
import dev.signalbox.core.model.BoardState;
import dev.signalbox.core.model.Command;
import dev.signalbox.core.model.Outcome;
import dev.signalbox.core.model.PartAddress;
import dev.signalbox.core.model.PartState;
import dev.signalbox.core.model.Rejection;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Where requests of commands are decided: all of a request becomes true, or nothing, and a request
 * that comes twice under one key is carried out once. Owned by the engine's thread.
 */
final class CommandDesk {
  /** When what is not there changed: whatever the condition, it is refused as unknown. */
  private static final long NEVER = Long.MIN_VALUE;

  private final Map<BoardId, RunningBoard> boards;
  private final AnsweredRequests answered = new AnsweredRequests();

  CommandDesk(Map<BoardId, RunningBoard> boards) {
    this.boards = boards;
  }

  Outcome decide(CommandRequest request, Turn turn) {
    Optional<Outcome> earlier = answered.recall(request, turn.now());
    if (earlier.isPresent()) {
      return earlier.get();
    }
    Outcome outcome = carryOut(request, turn);
    answered.keep(request, outcome, turn.now());
    return outcome;
  }

  private Outcome carryOut(CommandRequest request, Turn turn) {
    Draft draft = new Draft(turn);
    Optional<Rejection> stale = stale(request, draft);
    if (stale.isPresent()) {
      return new Outcome.Rejected(stale.get(), 0);
    }
    List<Outcome.Result> results = new ArrayList<>();
    for (Command command : request.commands()) {
      switch (execute(command, draft, turn)) {
        case CommandExecution.Done.Well(var result) -> results.add(result);
        case CommandExecution.Done.Not(var reason) -> {
          return new Outcome.Rejected(reason, results.size());
        }
      }
    }
    Outcome accepted = new Outcome.Accepted(sequence(draft, results), results);
    turn.take(draft);
    return accepted;
  }

  private CommandExecution.Done execute(Command command, Draft draft, Turn turn) {
    RunningBoard board = boards.get(command.board());
    if (board == null) {
      Rejection unknown = new Rejection.NotFound("board '" + command.board() + "'");
      return new CommandExecution.Done.Not(unknown);
    }
    try {
      return CommandExecution.of(command, board, draft);
    } catch (RuntimeException fault) {
      Draft offline = new Draft(turn);
      board.failed(fault, offline);
      turn.take(offline);
      return new CommandExecution.Done.Not(
          new Rejection.BoardOffline(board.id(), String.valueOf(fault.getMessage())));
    }
  }

  private static Optional<Rejection> stale(CommandRequest request, Draft draft) {
    Command first = request.commands().getFirst();
    if (request.unchangedSince().isEmpty()
        || lastChange(first, draft) <= request.unchangedSince().getAsLong()) {
      return Optional.empty();
    }
    String what = address(first).map(PartAddress::toString).orElse(first.board().value());
    return Optional.of(new Rejection.ChangedSince(what));
  }

  private static long lastChange(Command command, Draft draft) {
    Optional<PartAddress> address = address(command);
    return address.isPresent()
        ? draft.part(address.get()).map(CommandDesk::sequence).orElse(NEVER)
        : draft.board(command.board()).map(BoardState::lastSequence).orElse(NEVER);
  }

  private static Optional<PartAddress> address(Command command) {
    return switch (command) {
      case Command.SetPart c -> Optional.of(new PartAddress(c.board(), c.part()));
      case Command.ActOnPart c -> Optional.of(new PartAddress(c.board(), c.part()));
      case Command.PutPart c -> Optional.of(new PartAddress(c.board(), c.part()));
      case Command.RemovePart c -> Optional.of(new PartAddress(c.board(), c.part()));
      case Command.MakePart _, Command.SetBoard _, Command.ResetBoard _ -> Optional.empty();
    };
  }

  private static long sequence(Draft draft, List<Outcome.Result> results) {
    return draft.changes().isEmpty()
        ? results.stream().mapToLong(result -> lastChange(result, draft)).max().orElseThrow()
        : draft.sequence();
  }

  private static long lastChange(Outcome.Result result, Draft draft) {
    return result
        .part()
        .map(CommandDesk::sequence)
        .orElseGet(() -> draft.board(result.board()).orElseThrow().lastSequence());
  }

  private static long sequence(PartState part) {
    return part.changed().sequence();
  }
}
