package dev.signalbox.wire.dialect;

import dev.signalbox.core.model.Command;
import dev.signalbox.core.model.Outcome;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;

/** What a dialect answers to a request. */
public sealed interface Answer {
  /** A header of an answer. */
  record Header(String name, String value) {}

  /**
   * A whole answer.
   *
   * @param headers in this order; {@code Content-Length} is added
   */
  record Reply(int status, List<Header> headers, Payload body) implements Answer {
    public Reply {
      headers = List.copyOf(headers);
    }
  }

  /**
   * Commands to be carried out together, and what their outcome is told as.
   *
   * @param then called once, by the dialect's thread, after the dialect was told what changed by
   *     the commands; what is to be said to those who follow goes into the outbox
   */
  record Carry(List<Command> commands, BiFunction<Outcome, Outbox, Reply> then) implements Answer {
    public Carry {
      commands = List.copyOf(commands);
    }

    /** Commands whose outcome is told to the one who asked, and to nobody else. */
    public Carry(List<Command> commands, Function<Outcome, Reply> then) {
      this(commands, (outcome, _) -> then.apply(outcome));
    }
  }

  /**
   * A stream of Server-Sent Events begins: status 200.
   *
   * @param headers in this order
   * @param framing how its end is told
   */
  record Follow(List<Header> headers, Framing framing) implements Answer {
    public Follow {
      headers = List.copyOf(headers);
    }
  }

  /** How the end of a stream is told. */
  enum Framing {
    /** By the last chunk ({@code Transfer-Encoding: chunked}). */
    CHUNKED,
    /** By closing the connection, as small firmwares do. */
    UNTIL_CLOSE
  }

  /** A stream over its limit: empty, with the time in milliseconds after which to try again. */
  static Reply tryAgain(int retryMs) {
    return new Reply(
        200,
        List.of(
            new Header("Content-Type", "text/event-stream"),
            new Header("Cache-Control", "no-cache"),
            new Header("Access-Control-Allow-Origin", "*")),
        Payload.of("retry: " + retryMs + "\n\n"));
  }
}
