package dev.signalbox.core.engine;

import dev.signalbox.core.model.Action;
import dev.signalbox.core.model.BoardId;
import dev.signalbox.core.model.BoardState;
import dev.signalbox.core.model.Chase;
import dev.signalbox.core.model.Command;
import dev.signalbox.core.model.Link;
import dev.signalbox.core.model.Outcome;
import dev.signalbox.core.model.Part;
import dev.signalbox.core.model.PartAddress;
import dev.signalbox.core.model.PartState;
import dev.signalbox.core.model.Patched;
import dev.signalbox.core.model.Rejection;
import dev.signalbox.core.model.Schema;
import dev.signalbox.core.model.Switch;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Carries out one command on a draft, or finds out why it can't be. Owned by the engine's thread.
 *
 * <p>A refusal inside is thrown as a stackless {@link Refused} so that the path of a command that
 * goes well reads straight; it never leaves this class but as a value.
 */
final class CommandExecution {
  /** What a command came to. */
  sealed interface Done {
    record Well(Outcome.Result result) implements Done {}

    record Not(Rejection reason) implements Done {}
  }

  private static final class Refused extends RuntimeException {
    private static final long serialVersionUID = 1;
    private final transient Rejection reason;

    Refused(Rejection reason) {
      super(reason.detail(), null, false, false);
      this.reason = reason;
    }
  }

  private final RunningBoard board;
  private final Draft draft;

  private CommandExecution(RunningBoard board, Draft draft) {
    this.board = board;
    this.draft = draft;
  }

  static Done of(Command command, RunningBoard board, Draft draft) {
    try {
      return new Done.Well(new CommandExecution(board, draft).run(command));
    } catch (Refused refused) {
      return new Done.Not(refused.reason);
    }
  }

  private Outcome.Result run(Command command) {
    if (state().info().link() instanceof Link.Offline(long _, String reason)) {
      throw new Refused(new Rejection.BoardOffline(id(), reason));
    }
    BoardState before = state();
    Optional<PartAddress> target =
        switch (command) {
          case Command.SetPart c -> Optional.of(set(c));
          case Command.ActOnPart c -> Optional.of(act(c));
          case Command.MakePart c -> Optional.of(make(c));
          case Command.PutPart c -> Optional.of(put(c));
          case Command.RemovePart c -> Optional.of(remove(c));
          case Command.SetBoard c -> rename(c);
          case Command.ResetBoard _ -> reset();
        };
    board.follow(before, draft);
    return new Outcome.Result(id(), target, target.flatMap(draft::part));
  }

  private PartAddress set(Command.SetPart command) {
    PartAddress address = new PartAddress(id(), command.part());
    Part before = existing(address);
    Map<String, @Nullable Object> set =
        Unset.filled(command.set(), address, before, board.configured(command.part()));
    bring(address, before, accepted(before.schema().patch(before, set, Schema.Origin.COMMAND)));
    return address;
  }

  private PartAddress act(Command.ActOnPart command) {
    PartAddress address = new PartAddress(id(), command.part());
    Part before = existing(address);
    if (!before.schema().actions().contains(command.action())) {
      throw new Refused(new Rejection.NotPossible(cannot(before, command.action())));
    }
    switch (command.action()) {
      case TOGGLE -> bring(address, before, before.toggled().orElseThrow());
      case PRESS -> press(address, before);
    }
    return address;
  }

  private void press(PartAddress address, Part part) {
    if (part instanceof Switch contact && !contact.simulated()) {
      throw new Refused(
          new Rejection.NotPossible(
              "The switch '" + address + "' is real: only a simulated one can be pressed."));
    }
    board.press(address.part(), draft);
  }

  private static String cannot(Part part, Action action) {
    String verb = action == Action.TOGGLE ? "toggle" : "press";
    return "A " + part.schema().kind() + " has nothing to " + verb + ".";
  }

  private PartAddress make(Command.MakePart command) {
    Schema<? extends Part> schema = makable(command.kind());
    requireRoomFor(schema);
    NewPart fresh = NewPart.in(state(), schema);
    bring(fresh.address(), null, accepted(fresh.make(command.set())));
    return fresh.address();
  }

  private PartAddress put(Command.PutPart command) {
    Schema<? extends Part> schema = makable(command.kind());
    NewPart fresh = new NewPart(new PartAddress(id(), command.part()), schema);
    Part before = draft.part(fresh.address()).map(PartState::part).orElse(null);
    if (before == null) {
      requireRoomFor(schema);
    } else if (!schema.type().isInstance(before)) {
      throw new Refused(
          new Rejection.Conflict("'" + fresh.address() + "' is a " + before.schema().kind() + "."));
    }
    bring(fresh.address(), null, accepted(fresh.make(command.set())));
    return fresh.address();
  }

  private void requireRoomFor(Schema<? extends Part> schema) {
    long count =
        draft.partsOf(id()).stream()
            .filter(entry -> schema.type().isInstance(entry.getValue().part()))
            .count();
    int limit = board.limit(schema.kind());
    if (count >= limit) {
      throw new Refused(
          new Rejection.Conflict(
              "Board '" + id() + "' has all " + limit + " of its " + schema.kind() + "s in use."));
    }
  }

  private Schema<? extends Part> makable(String kind) {
    return board
        .makable(kind)
        .orElseThrow(() ->
            new Refused(
                new Rejection.NotPossible(
                    "Board '" + id() + "' can't make parts of kind '" + kind + "'.")));
  }

  private PartAddress remove(Command.RemovePart command) {
    PartAddress address = new PartAddress(id(), command.part());
    Part part = existing(address);
    if (board.makable(part.schema().kind()).isEmpty()) {
      throw new Refused(
          new Rejection.NotPossible("Part '" + address + "' is fixed; it can't be removed."));
    }
    draft.remove(address);
    return address;
  }

  private Optional<PartAddress> rename(Command.SetBoard command) {
    BoardNames.Patched patched = BoardNames.patch(command.set(), state().info().name());
    if (!patched.violations().isEmpty()) {
      throw new Refused(new Rejection.Invalid(patched.violations()));
    }
    draft.setInfo(id(), state().info().withName(patched.name()));
    return Optional.empty();
  }

  private Optional<PartAddress> reset() {
    board.reset(draft);
    return Optional.empty();
  }

  /** Makes the part true as a command has it, with what the rules among parts make of that. */
  private void bring(PartAddress address, @Nullable Part before, Part wanted) {
    Part after = wanted.commanded(before, draft.now().epochMs());
    if (after instanceof Chase chase) {
      ChaseRules.strangerIn(chase, state())
          .ifPresent(violation -> {
            throw new Refused(new Rejection.Invalid(List.of(violation)));
          });
      draft.set(address, chase);
      ChaseRules.leaveOthers(address.part(), chase, id(), draft);
    } else {
      draft.set(address, after);
    }
  }

  private static <P extends Part> P accepted(Patched<P> patched) {
    return switch (patched) {
      case Patched.Done<P> done -> done.part();
      case Patched.Refused<P> refused ->
          throw new Refused(new Rejection.Invalid(refused.violations()));
    };
  }

  private Part existing(PartAddress address) {
    return draft
        .part(address)
        .orElseThrow(() -> new Refused(new Rejection.NotFound("part '" + address + "'")))
        .part();
  }

  private BoardState state() {
    return draft.board(id()).orElseThrow();
  }

  private BoardId id() {
    return board.id();
  }
}
