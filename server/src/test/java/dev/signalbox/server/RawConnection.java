package dev.signalbox.server;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;

/**
 * A TCP connection to a hub, byte by byte. A read that brings nothing for 30 s fails; a peer that
 * resets the connection has ended it.
 */
final class RawConnection implements AutoCloseable {
  /** Where the hub of a test listens. */
  static final InetAddress HERE = InetAddress.ofLiteral("127.0.0.1");

  private static final int PATIENCE_MS = 30_000;

  private final Socket socket = new Socket();

  RawConnection(int port) {
    this(port, 0);
  }

  /**
   * @param receiveBuffer in bytes; 0 for what the system has
   */
  RawConnection(int port, int receiveBuffer) {
    try {
      if (receiveBuffer > 0) {
        socket.setReceiveBufferSize(receiveBuffer);
      }
      socket.setTcpNoDelay(true);
      socket.setSoTimeout(PATIENCE_MS);
      socket.connect(new InetSocketAddress(HERE, port), PATIENCE_MS);
    } catch (IOException fault) {
      throw new UncheckedIOException(fault);
    }
  }

  /** Sends text as bytes of UTF-8. */
  void send(String text) {
    send(text.getBytes(StandardCharsets.UTF_8));
  }

  void send(byte[] bytes) {
    try {
      socket.getOutputStream().write(bytes);
    } catch (IOException fault) {
      throw new UncheckedIOException(fault);
    }
  }

  /** Sends as much as the hub takes before it ends the connection. */
  void sendUnlessEnded(byte[] bytes) {
    try {
      socket.getOutputStream().write(bytes);
    } catch (IOException _) {
      // The hub has heard enough.
    }
  }

  /** At least one byte, -1 at the end. */
  int read(byte[] into) {
    return read(into, into.length);
  }

  /** At least one byte and at most {@code most}, -1 at the end. */
  int read(byte[] into, int most) {
    try {
      return socket.getInputStream().read(into, 0, most);
    } catch (SocketException _) {
      return -1;
    } catch (IOException fault) {
      throw new UncheckedIOException(fault);
    }
  }

  /** What comes, where a reset is an end like any other. */
  InputStream in() {
    return new InputStream() {
      @Override
      public int read() {
        byte[] one = new byte[1];
        return RawConnection.this.read(one) < 0 ? -1 : one[0] & 0xff;
      }

      @Override
      public int read(byte[] into, int offset, int length) {
        byte[] part = new byte[length];
        int count = RawConnection.this.read(part);
        if (count > 0) {
          System.arraycopy(part, 0, into, offset, count);
        }
        return count;
      }
    };
  }

  /** Reads until the hub ends the connection. */
  String rest() {
    try {
      return new String(in().readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException fault) {
      throw new UncheckedIOException(fault);
    }
  }

  /** Says that nothing more will be sent. */
  void endSending() {
    try {
      socket.shutdownOutput();
    } catch (IOException fault) {
      throw new UncheckedIOException(fault);
    }
  }

  /** Ends the connection without a farewell: the hub sees a reset. */
  void cut() {
    try {
      socket.setSoLinger(true, 0);
      socket.close();
    } catch (IOException fault) {
      throw new UncheckedIOException(fault);
    }
  }

  @Override
  public void close() {
    try {
      socket.close();
    } catch (IOException fault) {
      throw new UncheckedIOException(fault);
    }
  }
}
