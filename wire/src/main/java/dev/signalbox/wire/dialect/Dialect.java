package dev.signalbox.wire.dialect;

import dev.signalbox.core.model.Change;
import java.util.List;
import java.util.Optional;

/**
 * One firmware's formats over one board: what it answers, and what it tells those who follow.
 *
 * <p>A dialect holds no state but what its format itself needs (channels, counts of clients), and
 * knows neither sockets nor clocks: requests, clients and time reach it through these methods, all
 * called by one thread, and what it has to say goes into an {@link Outbox}. What it is shown of the
 * board is always up to date with what it was told of changes.
 */
public interface Dialect {
  /** A due time that never comes. */
  long NEVER = Long.MAX_VALUE;

  /** What it answers. The same throughout its life. */
  List<Route> routes();

  /**
   * Answers a request on one of its routes; on its own listener, any request.
   *
   * <p>An {@link Answer.Follow} is followed by {@link #joined}, unless the client is gone by then.
   */
  Answer answer(Request request, Situation at);

  /**
   * Words what is refused before the dialect is asked, or where it can't be: a body that is too
   * long, a page from elsewhere, too many commands. Thread: any.
   *
   * @param status 4xx or 5xx
   * @param sentence what is wrong, and how to mend it; may repeat what the client sent
   */
  Answer.Reply refusal(int status, String sentence);

  /** Decides whether a WebSocket is taken; the text is why not, and closes it with 1013. */
  default Optional<String> refuses(Request request, Situation at) {
    return Optional.empty();
  }

  /** A client's stream began. What it gets first is for it alone. */
  void joined(Client client, Situation at, Outbox out);

  /** A client's stream ended, whoever ended it. */
  void left(Client client, Situation at, Outbox out);

  /** A client said something over its WebSocket. */
  default Heard heard(Client client, String text, Situation at) {
    return Heard.NOTHING;
  }

  /** Changes became true, of any board: they are in {@code at} already. */
  void changed(List<Change> changes, Situation at, Outbox out);

  /**
   * What a client gets that could not be written to for a while, instead of all that it missed;
   * empty if nothing.
   *
   * @param complete the sequence number up to which the client got all that was put for it
   */
  Optional<Payload> catchUp(Client client, long complete, Situation at);

  /** When {@link #due} is to be called next, on the monotonic clock; or {@link #NEVER}. */
  default long nextDue() {
    return NEVER;
  }

  /** Time has come. */
  default void due(Situation at, Outbox out) {}
}
