package dev.signalbox.wire.dialect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.signalbox.core.model.BoardId;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One dialect as the conformance suite drives it, over {@link SampleBoards}. */
interface Specimen {
  /** What golden files begin with. */
  String name();

  BoardId board();

  /** The dialect with its page. */
  default Dialect dialect() {
    return dialect(0, true);
  }

  /**
   * The dialect.
   *
   * @param room how many clients can follow; 0 for more than a test has
   */
  Dialect dialect(int room, boolean page);

  /** The dialect on a stage of its own. */
  default DialectStage stage() {
    return stage(0);
  }

  /** The dialect with that much room on a stage of its own. */
  default DialectStage stage(int room) {
    return new DialectStage(dialect(room, true), SampleBoards.state());
  }

  /** Begins to follow as a client of this firmware does. */
  Listener follow(DialectStage stage, String address);

  /** Tries to follow; whether it is refused in the way that this firmware's clients know. */
  boolean isRefused(DialectStage stage, String address);

  /** Leaves, and lets the time pass that the place may be kept. */
  default void leaveForGood(DialectStage stage, Listener listener) {
    stage.leave(listener);
  }

  /** Brings about something that this dialect tells of: 0, 1, 2, … another thing each time. */
  void change(DialectStage stage, int time);

  /** What a client that got all this holds for true. */
  Object view(String received);

  /** Requests that want something of the board, each of which the engine accepts at first. */
  List<Request> commands();

  /** Requests for which there is an error of this dialect's own, with the status of each. */
  Map<Request, Integer> mistakes();

  /** The sentence of a refusal that is in this dialect's shape. */
  default String sentence(Answer.Reply refusal) {
    assertEquals(Optional.of("text/plain"), Replies.header(refusal, "Content-Type"));
    assertEquals(Optional.of("nosniff"), Replies.header(refusal, "X-Content-Type-Options"));
    String text = refusal.body().text();
    assertTrue(text.endsWith("\n"), text);
    return text.substring(0, text.length() - 1);
  }

  /** How many bytes its page may have. */
  default int pageLimit() {
    return 8 * 1024;
  }

  /** Exchanges and messages, each beside a golden file of that name. */
  Map<String, byte[]> golden();
}
