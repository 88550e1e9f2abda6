package dev.signalbox.server;

import dev.signalbox.wire.Problem;
import dev.signalbox.wire.RefusedException;
import dev.signalbox.wire.dialect.Client;
import dev.signalbox.wire.dialect.Request;
import io.vertx.core.http.ServerWebSocket;
import java.util.Optional;

/**
 * One client's WebSocket in a dialect. Owned by its event loop.
 *
 * <p>One message is read at a time: the next is not taken from the connection before the dialect
 * has dealt with the one before and its answer has found room, so that a client that floods, or
 * does not read what it is answered, waits for itself.
 */
final class DialectSocket implements DialectOutlet {
  private final ServerWebSocket socket;
  private final DialectHost host;
  private final Hub hub;
  private final EventLoop loop;
  private final Commanding commanding;
  private final Pulse pulse;
  private final BareChannel channel;
  private Runnable left = () -> {};
  private boolean hearing;
  private boolean closing;

  DialectSocket(
      ServerWebSocket socket, DialectHost host, Hub hub, EventLoop loop, Commanding commanding) {
    this.socket = socket;
    this.host = host;
    this.hub = hub;
    this.loop = loop;
    this.commanding = commanding;
    this.pulse = new Pulse(socket, loop);
    this.channel = BareChannel.of(socket);
  }

  /**
   * Asks the dialect, and begins to talk or closes.
   *
   * @param gone told once the connection is
   */
  void begin(Request request, Runnable gone) {
    socket.pause();
    ControlFrames.take(socket, pulse::heard);
    EmptyBeginnings.skip(socket);
    socket.exceptionHandler(this::failed);
    socket.closeHandler(_ -> {
      gone.run();
      hub.activity().disconnected();
      shut();
      left.run();
    });
    Optional<Problem> stranger = hub.guard().check(socket.headers());
    if (stranger.isPresent()) {
      close(CloseCode.NOT_ALLOWED, stranger.get().detail());
    } else if (hub.activity().isStopping()) {
      stop();
    } else {
      host.admits(request, refusal -> admitted(request, refusal));
    }
  }

  private void failed(Throwable fault) {
    BrokenFrame.of(fault)
        .ifPresentOrElse(
            broken -> close(broken.code(), broken.reason()), () -> Faults.ofPeer(fault));
  }

  /** Thread: the dialect's. */
  private void admitted(Request request, Optional<String> refusal) {
    if (refusal.isPresent()) {
      loop.run(() -> close(CloseCode.TRY_LATER, refusal.get()));
    } else if (!hub.activity().enterWebSocket(hub.settings().limits().streams())) {
      loop.run(() -> close(CloseCode.TRY_LATER, "too many clients"));
    } else {
      DialectAudience audience = host.audience(loop, hub.activity());
      host.join(
          request.client(),
          request.path(),
          audience,
          (client, complete) -> talk(client, audience, complete));
    }
  }

  private void talk(Client client, DialectAudience audience, long complete) {
    audience.add(client, this, complete);
    left = () -> leave(client, audience);
    if (closing || socket.isClosed()) {
      left.run();
      return;
    }
    channel.whenWritable(() -> {
      audience.writable(client);
      listen();
    });
    socket.textMessageHandler(text -> hear(client, text));
    // Whatever it may be, it is no text, and so no more than nothing was said.
    socket.binaryMessageHandler(_ -> hear(client, ""));
    socket.resume();
  }

  private void leave(Client client, DialectAudience audience) {
    if (audience.remove(client)) {
      hub.activity().leaveWebSocket();
      host.left(client);
    }
  }

  private void hear(Client client, String text) {
    if (closing) {
      return;
    }
    hearing = true;
    socket.pause();
    try {
      commanding.countAgainst(client.address());
      host.heard(
          client,
          text,
          () ->
              loop.run(() -> {
                hearing = false;
                listen();
              }));
    } catch (RefusedException _) {
      close(CloseCode.TRY_LATER, "too many messages from this address");
    }
  }

  private void listen() {
    if (!hearing && isWritable()) {
      socket.resume();
    }
  }

  void sweep(long heartbeatNanos) {
    if (closing) {
      pulse.awaitEnd(channel);
    } else if (!pulse.beats(heartbeatNanos)) {
      close(CloseCode.TRY_LATER, "no answer to pings");
    }
  }

  private void close(CloseCode code, String reason) {
    close(code.number(), CloseCode.shortened(reason));
  }

  private void close(short code, String reason) {
    if (!closing) {
      shut();
      if (!socket.isClosed()) {
        socket.resume();
        socket.close(code, reason);
      }
    }
  }

  private void shut() {
    closing = true;
    channel.shut();
  }

  @Override
  public boolean isOpen() {
    return !closing && !socket.isClosed();
  }

  @Override
  public boolean isWritable() {
    return channel.isWritable();
  }

  @Override
  public void write(Message message) {
    channel.write(message, Framing.TEXT);
  }

  @Override
  public void end() {
    close(CloseCode.TRY_LATER, "too many clients");
  }

  @Override
  public void stop() {
    close(CloseCode.STOPPING, "the hub is stopping");
  }
}
