package dev.signalbox.server;

import dev.signalbox.core.engine.CommandRequest;
import dev.signalbox.core.engine.RequestKey;
import dev.signalbox.core.model.Outcome;
import dev.signalbox.wire.ClientMessage;
import dev.signalbox.wire.Problem;
import dev.signalbox.wire.RefusedException;
import dev.signalbox.wire.Subscription;
import dev.signalbox.wire.WebSocketJson;
import io.vertx.core.http.ServerWebSocket;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * One client's WebSocket: what it says and is answered, and what it follows. Owned by its event
 * loop.
 *
 * <p>A client that does not read what it is answered is not read from either, so that nothing piles
 * up for it.
 */
final class WebSocketSession implements Outlet {
  /** How many messages in a row may be beyond understanding. */
  static final int MOST_MISTAKES = 10;

  static final WebSocketJson FORMAT = new WebSocketJson();

  private final ServerWebSocket socket;
  private final EventLoop loop;
  private final StreamLoop streams;
  private final Commanding commanding;
  private final Activity activity;
  private final String client;
  private final Pulse pulse;
  private final BareChannel channel;
  private @Nullable Follower follower;
  private int mistakes;
  private boolean paused;
  private boolean closing;

  WebSocketSession(
      ServerWebSocket socket,
      EventLoop loop,
      StreamLoop streams,
      Commanding commanding,
      Activity activity) {
    this.socket = socket;
    this.loop = loop;
    this.streams = streams;
    this.commanding = commanding;
    this.activity = activity;
    this.client = socket.remoteAddress().hostAddress();
    this.pulse = new Pulse(socket, loop);
    this.channel = BareChannel.of(socket);
  }

  /** Begins to talk: says hello, and follows {@code atOnce} if there is one. */
  void begin(byte[] hello, Optional<Subscription> atOnce) {
    socket.textMessageHandler(this::hear);
    socket.binaryMessageHandler(_ -> mistake(binaryRefused()));
    ControlFrames.take(socket, pulse::heard);
    channel.whenWritable(this::drained);
    say(hello);
    try {
      if (atOnce.isPresent()) {
        follow(atOnce.get());
      }
    } catch (RefusedException refused) {
      say(FORMAT.problem(refused.problem()));
    }
  }

  private static Problem binaryRefused() {
    return Problem.malformed("Messages must be text in " + WebSocketJson.SUBPROTOCOL + ".");
  }

  private void hear(String text) {
    try {
      handle(ClientMessage.read(text));
      mistakes = 0;
    } catch (RefusedException refused) {
      mistake(refused.problem());
    }
    if (!closing && !paused && !socket.isClosed() && !channel.isWritable()) {
      paused = true;
      socket.pause();
    }
  }

  private void mistake(Problem problem) {
    say(FORMAT.problem(problem));
    if (++mistakes >= MOST_MISTAKES) {
      close(CloseCode.NOT_UNDERSTOOD, "not understood " + MOST_MISTAKES + " times in a row");
    }
  }

  private void handle(ClientMessage message) throws RefusedException {
    switch (message) {
      case ClientMessage.Subscribe(Subscription wanted) -> follow(wanted);
      case ClientMessage.Unsubscribe _ -> unfollow();
      case ClientMessage.Do asked -> command(asked);
      case ClientMessage.Misunderstood(long id, Problem problem) ->
          say(FORMAT.refusal(id, problem));
      case ClientMessage.Ping(var ping) -> say(FORMAT.pong(ping, loop.epochMs()));
    }
  }

  private void follow(Subscription wanted) throws RefusedException {
    Optional<String> unknown = wanted.filter().unknownIn(streams.state());
    if (unknown.isPresent()) {
      throw new RefusedException(Problem.notFound("There is no " + unknown.get() + "."));
    }
    unfollow();
    follower = streams.follow(wanted, FORMAT, this);
  }

  private void unfollow() {
    if (follower != null) {
      streams.remove(follower);
      follower = null;
    }
  }

  private void command(ClientMessage.Do asked) {
    CommandRequest request =
        new CommandRequest(
            List.of(asked.command()),
            asked.key().map(key -> new RequestKey(client, key)),
            OptionalLong.empty(),
            outcome -> loop.run(() -> answer(asked.id(), outcome)));
    try {
      commanding.submit(client, request);
    } catch (RefusedException refused) {
      say(FORMAT.refusal(asked.id(), refused.problem()));
    }
  }

  private void answer(long id, Outcome outcome) {
    say(FORMAT.result(id, outcome, streams.state().epoch()));
  }

  private void say(byte[] message) {
    if (!socket.isClosed() && !closing) {
      try (Message said = new Message(message)) {
        write(said);
      }
      activity.sent(1);
    }
  }

  private void drained() {
    if (paused) {
      paused = false;
      socket.resume();
    }
    if (follower != null) {
      streams.writable(follower);
    }
  }

  /**
   * Pings a client that was not pinged for a heartbeat, and ends a connection that answered none
   * for two.
   */
  void sweep(long heartbeatNanos) {
    if (closing) {
      pulse.awaitEnd(channel);
    } else if (!pulse.beats(heartbeatNanos)) {
      close(CloseCode.TRY_LATER, "no answer to pings");
    }
  }

  /** Says that the connection is gone. */
  void ended() {
    closing = true;
    unfollow();
  }

  /** Ends a connection whose frames break the WebSocket protocol or its bounds. */
  void broken(short code, String reason) {
    if (!closing) {
      closing = true;
      unfollow();
      socket.close(code, reason);
    }
  }

  void close(CloseCode code, String reason) {
    if (!closing) {
      closing = true;
      unfollow();
      socket.close(code.number(), reason);
    }
  }

  @Override
  public boolean isWritable() {
    // One that is being closed, by whichever side, takes no more.
    return !closing && !socket.isClosed() && channel.isWritable();
  }

  @Override
  public void write(Message message) {
    channel.write(message, Framing.TEXT);
  }

  @Override
  public void endLagged() {
    close(CloseCode.TOO_SLOW, "fell out of the change log");
  }

  @Override
  public void endStopping() {
    close(CloseCode.STOPPING, "the hub is stopping");
  }
}
