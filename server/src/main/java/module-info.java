import org.jspecify.annotations.NullMarked;

/**
 * The way to the hub: REST, Server-Sent Events, WebSocket and the dashboard, on Vert.x.
 *
 * <p>Each event loop ({@code HubLoop}) owns its connections and brings the changes to them ({@code
 * StreamLoop}, {@code Follower}); commands go from any loop to the engine ({@code Commanding}).
 * Nothing here knows what state looks like as bytes: that is {@code wire}'s.
 */
@NullMarked
module dev.signalbox.server {
  requires static transitive org.jspecify;
  requires transitive dev.signalbox.core;
  requires transitive dev.signalbox.wire;
  requires io.netty.buffer;
  requires io.netty.codec;
  requires io.netty.codec.http;
  requires io.netty.common;
  requires io.netty.transport;
  requires io.vertx.core;
  requires java.management;
  requires jdk.management;
  requires jdk.net;

  // The fast transports. Vert.x uses whichever is there and asks for none.
  requires io.netty.transport.classes.epoll;
  requires io.netty.transport.classes.io_uring;
  requires io.netty.transport.classes.kqueue;

  // Starting a server, its settings, and what goes on at it.
  exports dev.signalbox.server;
}
