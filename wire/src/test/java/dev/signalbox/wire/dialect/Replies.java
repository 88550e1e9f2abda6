package dev.signalbox.wire.dialect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.signalbox.core.model.BoardId;
import dev.signalbox.core.model.Command;
import dev.signalbox.core.model.Outcome;
import dev.signalbox.core.model.Rejection;
import dev.signalbox.core.model.Violation;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** What a test wants to know of answers. */
final class Replies {
  static final Outcome.Accepted ACCEPTED = new Outcome.Accepted(1, List.of());

  /** One of every kind. */
  static final List<Rejection> REJECTIONS =
      List.of(
          new Rejection.NotFound("part 'x'"),
          new Rejection.Invalid(List.of(Violation.of("value", "1", "must be 2"))),
          new Rejection.NotPossible("It can't."),
          new Rejection.Conflict("All in use."),
          new Rejection.ChangedSince("x/y"),
          new Rejection.KeyReused("k"),
          new Rejection.BoardOffline(new BoardId("x"), "no answer"),
          new Rejection.Unavailable("Too many commands are waiting."));

  /** For an outcome that is told to the one who asked alone, whatever else there is to say. */
  private static final Outbox NOBODY =
      new Outbox() {
        @Override
        public void toAll(Payload message) {}

        @Override
        public void to(Collection<Client> clients, Payload message) {}

        @Override
        public void to(Client client, Payload message) {}

        @Override
        public void end(Client client) {}
      };

  private Replies() {}

  /** What the one who asked is told of the outcome. */
  static Answer.Reply told(Answer.Carry carry, Outcome outcome) {
    return carry.then().apply(outcome, NOBODY);
  }

  static Outcome.Rejected rejected(Rejection reason) {
    return new Outcome.Rejected(reason, 0);
  }

  /** A header's value, if there is that header. */
  static Optional<String> header(Answer.Reply reply, String name) {
    return reply.headers().stream()
        .filter(header -> header.name().equals(name))
        .map(Answer.Header::value)
        .findFirst();
  }

  /** An answer as a person reads it: status, headers, an empty line, the body. */
  static byte[] bytes(Answer answer) {
    return switch (answer) {
      case Answer.Reply reply ->
          (reply.status() + "\n" + text(reply.headers()) + "\n" + reply.body().text())
              .getBytes(StandardCharsets.UTF_8);
      case Answer.Follow follow ->
          ("200, " + follow.framing() + "\n" + text(follow.headers()) + "\n")
              .getBytes(StandardCharsets.UTF_8);
      case Answer.Carry carry ->
          (String.join("\n", carry.commands().stream().map(Command::toString).toList()) + "\n")
              .getBytes(StandardCharsets.UTF_8);
    };
  }

  private static String text(List<Answer.Header> headers) {
    StringBuilder text = new StringBuilder();
    headers.forEach(header -> text.append(header.name() + ": " + header.value() + "\n"));
    return text.toString();
  }

  /** Fails unless the answer can be put on a wire, and wants nothing of another board. */
  static void assertSound(Answer answer, BoardId board) {
    switch (answer) {
      case Answer.Reply reply -> assertSound(reply);
      case Answer.Follow follow -> assertSound(follow.headers());
      case Answer.Carry carry -> {
        assertFalse(carry.commands().isEmpty());
        carry.commands().forEach(command -> assertEquals(board, command.board()));
        assertSound(told(carry, ACCEPTED));
        for (Rejection rejection : REJECTIONS) {
          Answer.Reply refusal = told(carry, rejected(rejection));
          assertSound(refusal);
          assertTrue(refusal.status() >= 400, () -> rejection + " is told as " + refusal);
        }
      }
    }
  }

  static void assertSound(Answer.Reply reply) {
    assertTrue(reply.status() >= 200 && reply.status() < 600, reply::toString);
    assertSound(reply.headers());
  }

  private static void assertSound(List<Answer.Header> headers) {
    for (Answer.Header header : headers) {
      assertTrue(header.name().matches("[A-Za-z-]+"), header::toString);
      assertTrue(header.value().matches("[\\x20-\\x7e]*"), header::toString);
      assertFalse(header.name().equals("Content-Length"), header::toString);
    }
  }
}
