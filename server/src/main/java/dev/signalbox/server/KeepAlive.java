package dev.signalbox.server;

import io.netty.channel.ChannelConfig;
import io.netty.channel.ChannelOption;
import io.netty.channel.socket.nio.NioChannelOption;
import io.netty.channel.socket.nio.NioSocketChannel;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpServerOptions;
import java.net.SocketOption;
import java.util.Map;
import jdk.net.ExtendedSocketOptions;

/**
 * How the system finds out that a connection has nobody at its other end any more.
 *
 * <p>Vert.x hands these settings on to Linux's own transports only. On the JDK's they are set here,
 * connection by connection, as far as the system has them; there is no such thing there as a time
 * within which what was sent must be taken.
 */
record KeepAlive(int seconds) {
  /** How many of the system's questions stay without answer before a connection is given up. */
  private static final int COUNT = 3;

  private int idle() {
    return Math.max(1, seconds / 2);
  }

  private int interval() {
    return Math.max(1, seconds / 6);
  }

  void set(HttpServerOptions options) {
    options.setTcpUserTimeout(seconds * 1_000);
    options.setTcpKeepAlive(true);
    options.setTcpKeepAliveIdleSeconds(idle());
    options.setTcpKeepAliveIntervalSeconds(interval());
    options.setTcpKeepAliveCount(COUNT);
  }

  /** For a connection that was just made. */
  void watch(HttpConnection connection) {
    var channel = Pipelines.of(connection).channel();
    if (channel instanceof NioSocketChannel) {
      Map.of(
              ExtendedSocketOptions.TCP_KEEPIDLE, idle(),
              ExtendedSocketOptions.TCP_KEEPINTERVAL, interval(),
              ExtendedSocketOptions.TCP_KEEPCOUNT, COUNT)
          .forEach((option, value) -> set(channel.config(), option, value));
    }
  }

  /** A system that does not have the option goes without. */
  private static void set(ChannelConfig config, SocketOption<Integer> option, int value) {
    ChannelOption<Integer> here = NioChannelOption.of(option);
    boolean _ = config.setOption(here, value);
  }
}
