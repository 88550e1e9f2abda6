package dev.signalbox.wire;

import dev.signalbox.core.engine.CommandRequest;
import dev.signalbox.core.model.Action;
import dev.signalbox.core.model.BoardId;
import dev.signalbox.core.model.Command;
import dev.signalbox.core.model.PartId;
import dev.signalbox.core.model.Violation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads commands. What it refuses is wrong in form; whether a command can be carried out is for the
 * engine to say.
 */
public final class CommandReader {
  private CommandReader() {}

  /** The id of a board in a path or a query. */
  public static BoardId board(String text) throws RefusedException {
    return Fields.board(text);
  }

  /** The id of a part in a path. */
  public static PartId part(String text) throws RefusedException {
    return Fields.part(text);
  }

  /** The body of {@code PATCH …/parts/{part}}. */
  public static Command setPart(BoardId board, PartId part, byte[] body, Encoding encoding)
      throws RefusedException {
    return new Command.SetPart(board, part, object(body, encoding));
  }

  /** The body of {@code PATCH /v1/boards/{board}}. */
  public static Command setBoard(BoardId board, byte[] body, Encoding encoding)
      throws RefusedException {
    return new Command.SetBoard(board, object(body, encoding));
  }

  /** The body of {@code POST …/parts}. */
  public static Command makePart(BoardId board, byte[] body, Encoding encoding)
      throws RefusedException {
    Map<String, @Nullable Object> set = new LinkedHashMap<>(object(body, encoding));
    String kind = Fields.of(set, "The body").text("kind");
    set.remove("kind");
    return new Command.MakePart(board, kind, set);
  }

  /** The body of {@code POST /v1/commands}. */
  public static List<Command> batch(byte[] body, Encoding encoding) throws RefusedException {
    if (!(value(body, encoding) instanceof List<?> list)) {
      throw new RefusedException(Problem.malformed("The body must be an array of commands."));
    }
    if (list.isEmpty() || list.size() > CommandRequest.MOST_COMMANDS) {
      String rule = "must have 1 to " + CommandRequest.MOST_COMMANDS + " commands";
      throw new RefusedException(
          Problem.invalid(List.of(Violation.of("commands", list.size(), rule))));
    }
    List<Command> commands = new ArrayList<>();
    for (Object item : list) {
      try {
        commands.add(command(Fields.of(item, "A command").only("board", "part", "set", "do")));
      } catch (RefusedException refused) {
        throw new RefusedException(refused.problem().withIndex(commands.size()));
      }
    }
    return commands;
  }

  /** A command of the fields {@code board}, {@code part} and one of {@code set} and {@code do}. */
  static Command command(Fields fields) throws RefusedException {
    BoardId board = fields.board();
    Optional<PartId> part = fields.part();
    if (fields.has("set") == fields.has("do")) {
      throw new RefusedException(
          Problem.invalid(
              List.of(
                  Violation.of("set", fields.raw("set"), "or 'do' must be given, one of them"))));
    }
    if (fields.has("do")) {
      PartId acted = part.isPresent() ? part.get() : Fields.part(fields.text("part"));
      return new Command.ActOnPart(board, acted, action(fields));
    }
    return part.isPresent()
        ? new Command.SetPart(board, part.get(), fields.object("set"))
        : new Command.SetBoard(board, fields.object("set"));
  }

  private static Action action(Fields fields) throws RefusedException {
    String name = fields.text("do");
    return action(name)
        .orElseThrow(() ->
            new RefusedException(
                Problem.invalid(List.of(Violation.of("do", name, "must be 'toggle' or 'press'")))));
  }

  /** The action of that name. */
  public static Optional<Action> action(String name) {
    return switch (name) {
      case "toggle" -> Optional.of(Action.TOGGLE);
      case "press" -> Optional.of(Action.PRESS);
      default -> Optional.empty();
    };
  }

  private static Map<String, @Nullable Object> object(byte[] body, Encoding encoding)
      throws RefusedException {
    return Fields.object(value(body, encoding), "The body");
  }

  private static @Nullable Object value(byte[] body, Encoding encoding) throws RefusedException {
    try {
      return encoding.read(body);
    } catch (MalformedException bad) {
      throw new RefusedException(
          Problem.malformed(
              "The body is not " + encoding + " that can be read: " + bad.getMessage()));
    }
  }
}
