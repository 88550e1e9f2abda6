package dev.signalbox.server;

import dev.signalbox.core.engine.CommandRequest;
import dev.signalbox.core.engine.RequestKey;
import dev.signalbox.core.model.Outcome;
import dev.signalbox.wire.ClientMessage;
import dev.signalbox.wire.Problem;
import dev.signalbox.wire.RefusedException;
import dev.signalbox.wire.Subscription;
import dev.signalbox.wire.WebSocketFormat;
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

  /** Reads a message that has come. */
  @FunctionalInterface
  private interface Hearing {
    ClientMessage read() throws RefusedException;
  }

  private final ServerWebSocket socket;
  private final WebSocketFormat format;
  private final Framing framing;
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

  /**
   * @param deflated whether the client inflates
   */
  WebSocketSession(
      ServerWebSocket socket,
      boolean deflated,
      EventLoop loop,
      StreamLoop streams,
      Commanding commanding,
      Activity activity) {
    this.socket = socket;
    this.format = WebSocketFormat.of(socket.subProtocol());
    this.framing = Framing.ofWebSocket(format.encoding(), deflated);
    this.loop = loop;
    this.streams = streams;
    this.commanding = commanding;
    this.activity = activity;
    this.client = socket.remoteAddress().hostAddress();
    this.pulse = new Pulse(socket, loop);
    this.channel = BareChannel.of(socket);
  }

  /** How it was agreed to talk. */
  WebSocketFormat format() {
    return format;
  }

  /** Begins to talk: says hello, and follows {@code atOnce} if there is one. */
  void begin(byte[] hello, Optional<Subscription> atOnce) {
    listen();
    ControlFrames.take(socket, pulse::heard);
    Utf8Frames.check(socket);
    EmptyBeginnings.skip(socket);
    channel.whenWritable(this::drained);
    say(hello);
    try {
      if (atOnce.isPresent()) {
        follow(atOnce.get());
      }
    } catch (RefusedException refused) {
      say(format.problem(refused.problem()));
    }
  }

  private void listen() {
    switch (format.encoding()) {
      case JSON -> {
        socket.textMessageHandler(message -> hear(() -> ClientMessage.read(message)));
        socket.binaryMessageHandler(_ -> mistake(otherKindRefused("text")));
      }
      case CBOR -> {
        socket.binaryMessageHandler(message -> hear(() -> ClientMessage.read(message.getBytes())));
        socket.textMessageHandler(_ -> mistake(otherKindRefused("binary")));
      }
    }
  }

  private Problem otherKindRefused(String kind) {
    return Problem.malformed("Messages must be " + kind + " in " + format.subprotocol() + ".");
  }

  private void hear(Hearing message) {
    try {
      handle(message.read());
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
    say(format.problem(problem));
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
          say(format.refusal(id, problem));
      case ClientMessage.Ping(var ping) -> say(format.pong(ping, loop.epochMs()));
    }
  }

  private void follow(Subscription wanted) throws RefusedException {
    Optional<String> unknown = wanted.filter().unknownIn(streams.state());
    if (unknown.isPresent()) {
      throw new RefusedException(Problem.notFound("There is no " + unknown.get() + "."));
    }
    unfollow();
    follower = streams.follow(wanted, format, this);
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
      say(format.refusal(asked.id(), refused.problem()));
    }
  }

  private void answer(long id, Outcome outcome) {
    say(format.result(id, outcome, streams.state().epoch()));
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
    shut();
    unfollow();
  }

  /** Ends a connection whose frames break the WebSocket protocol or its bounds. */
  void broken(short code, String reason) {
    if (!closing) {
      shut();
      unfollow();
      socket.close(code, reason);
    }
  }

  void close(CloseCode code, String reason) {
    if (!closing) {
      shut();
      unfollow();
      socket.close(code.number(), reason);
    }
  }

  private void shut() {
    closing = true;
    channel.shut();
  }

  @Override
  public boolean isWritable() {
    return channel.isWritable();
  }

  @Override
  public void write(Message message) {
    channel.write(message, framing);
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
