package dev.signalbox.core.engine;

import dev.signalbox.core.model.Command;
import dev.signalbox.core.model.Outcome;
import dev.signalbox.core.model.PartAddress;
import dev.signalbox.core.model.Rejection;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The answers to requests that had a key, so that a repetition is answered and not carried out
 * again. The newest 10,000, for ten minutes. Owned by the engine's thread.
 */
final class AnsweredRequests {
  private static final int MOST = 10_000;
  private static final long KEPT_MS = 600_000;

  private record Question(RequestKey key, String targets) {}

  private record Answer(String commands, Outcome outcome, long until) {}

  private final Map<Question, Answer> answers = new LinkedHashMap<>();

  /** What a repetition is answered; empty if the request is new. */
  Optional<Outcome> recall(CommandRequest request, Moment now) {
    forgetOld(now);
    return request
        .key()
        .map(key -> answers.get(new Question(key, targets(request))))
        .map(answer -> answerTo(request, answer));
  }

  private static Outcome answerTo(CommandRequest request, Answer answer) {
    return answer.commands.equals(fingerprint(request.commands()))
        ? answer.outcome
        : new Outcome.Rejected(new Rejection.KeyReused(request.key().orElseThrow().key()), 0);
  }

  /** Keeps an answer, unless it is one that a repetition may well turn out better than. */
  void keep(CommandRequest request, Outcome outcome, Moment now) {
    if (outcome instanceof Outcome.Rejected(Rejection reason, int _) && passes(reason)) {
      return;
    }
    request
        .key()
        .ifPresent(key ->
            answers.put(
                new Question(key, targets(request)),
                new Answer(fingerprint(request.commands()), outcome, now.nanosIn(KEPT_MS))));
    if (answers.size() > MOST) {
      answers.remove(answers.keySet().iterator().next());
    }
  }

  private static boolean passes(Rejection reason) {
    return reason instanceof Rejection.Unavailable || reason instanceof Rejection.BoardOffline;
  }

  private void forgetOld(Moment now) {
    var oldest = answers.values().iterator();
    while (oldest.hasNext() && now.isPast(oldest.next().until)) {
      oldest.remove();
    }
  }

  private static String targets(CommandRequest request) {
    return fingerprint(request.commands().stream().map(AnsweredRequests::target).toList());
  }

  /** What tells one list from another, in little room whatever its size. */
  private static String fingerprint(List<?> list) {
    try {
      byte[] text = list.toString().getBytes(StandardCharsets.UTF_8);
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java has SHA-256", impossible);
    }
  }

  private static String target(Command command) {
    return switch (command) {
      case Command.SetPart c -> new PartAddress(c.board(), c.part()).toString();
      case Command.ActOnPart c -> new PartAddress(c.board(), c.part()) + " " + c.action();
      case Command.RemovePart c -> new PartAddress(c.board(), c.part()) + " remove";
      case Command.PutPart c -> new PartAddress(c.board(), c.part()) + " put";
      case Command.MakePart c -> c.board() + " make";
      case Command.SetBoard c -> c.board().toString();
      case Command.ResetBoard c -> c.board() + " reset";
    };
  }
}
