package dev.signalbox.wire.dialect;

import dev.signalbox.core.model.Outcome;
import dev.signalbox.wire.Problem;
import dev.signalbox.wire.dialect.Answer.Header;
import dev.signalbox.wire.dialect.Answer.Reply;
import java.util.ArrayList;
import java.util.List;

/** Answers of plain text, as small firmwares give them. */
final class Plain {
  private static final Header TYPE = new Header("Content-Type", "text/plain");

  /** The text may repeat what the client sent; no browser is to take it for a page. */
  private static final Header AS_IT_IS = new Header("X-Content-Type-Options", "nosniff");

  /** Come back after a second. */
  static final Header LATER = new Header("Retry-After", "1");

  private Plain() {}

  static Reply of(int status, String text, Header... more) {
    List<Header> headers = new ArrayList<>(List.of(TYPE, AS_IT_IS));
    headers.addAll(List.of(more));
    return new Reply(status, headers, Payload.of(text));
  }

  /** 200 without a body. */
  static Reply done(Header... headers) {
    return new Reply(200, List.of(headers), Payload.EMPTY);
  }

  /** 404 for a path that means nothing. */
  static Reply notFound(Header... more) {
    return of(404, "Nothing is here.\n", more);
  }

  /**
   * 405.
   *
   * @param methods that the path takes, as {@code Allow} lists them
   */
  static Reply notAllowed(String methods, Header... more) {
    List<Header> headers = new ArrayList<>(List.of(more));
    headers.add(new Header("Allow", methods));
    return of(405, "Only " + methods + " here.\n", headers.toArray(Header[]::new));
  }

  /** What the engine refused, with the status that it has everywhere and the sentence alone. */
  static Reply refused(Outcome.Rejected rejected, Header... more) {
    Problem problem = Problem.of(rejected);
    return refused(problem.status(), problem.detail(), more);
  }

  /** A refusal with its sentence alone; one that holds for the moment says when to come back. */
  static Reply refused(int status, String sentence, Header... more) {
    List<Header> headers = new ArrayList<>(List.of(more));
    if (isForNow(status)) {
      headers.add(LATER);
    }
    return of(status, sentence + "\n", headers.toArray(Header[]::new));
  }

  /** Whether the same request may do well a moment later. */
  static boolean isForNow(int status) {
    return status == 429 || status == 503;
  }
}
