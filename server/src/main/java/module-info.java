import org.jspecify.annotations.NullMarked;

/**
 * The way to the hub: REST, Server-Sent Events, WebSocket and the dashboard, on Vert.x.
 *
 * <p>Each event loop ({@code HubLoop}) owns its connections and brings the changes to them. It
 * reads the changes once ({@code StreamLoop}) and encodes them once for all who are told in one
 * format ({@code Audience}); those of them who follow the same at the same pace get the same
 * buffers ({@code Selection}). Whoever can't be written to is remembered by itself until it has
 * caught up ({@code Follower}). Requests are answered ({@code RequestRouter}) or become WebSockets
 * ({@code Upgrades}), and the firmwares' own clients are served by the dialects ({@code
 * DialectHost}); commands go from any loop to the engine ({@code Commanding}). Nothing here knows
 * what state looks like as bytes: that is {@code wire}'s.
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

  // Starting a server (HubServer), its settings, and what goes on at it (Activity).
  exports dev.signalbox.server;
}
