package dev.signalbox.bench.load;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One client of a crowd. Owned by the crowd's thread. */
final class Connection implements Body.Receiver {
  /** What becomes of it. */
  interface Fate {
    /** The stream has begun. */
    void live(Connection connection);

    /** It is over; {@code why} is for people. */
    void over(Connection connection, String why);
  }

  private static final byte[] NOTHING = {};
  private static final int LONGEST_PONG = 125;

  private final int number;
  private final Target target;
  private final SocketChannel channel;
  private final Listener listener;
  private final Fate fate;
  private @Nullable Body body;
  private byte[] rest = NOTHING;
  private long nanos;
  private boolean ended;
  private boolean left;

  Connection(int number, Target target, SocketChannel channel, Listener listener, Fate fate) {
    this.number = number;
    this.target = target;
    this.channel = channel;
    this.listener = listener;
    this.fate = fate;
  }

  int number() {
    return number;
  }

  boolean isLive() {
    return body != null;
  }

  /** Closes it. True the first time only. */
  boolean leave() {
    boolean first = !left;
    left = true;
    try {
      channel.close();
    } catch (IOException _) {
      // It is over all the same.
    }
    return first;
  }

  /** Asks for the stream, once connected. */
  void connected(SelectionKey key) throws IOException {
    channel.finishConnect();
    ByteBuffer request = ByteBuffer.wrap(target.request());
    while (request.hasRemaining()) {
      // A fresh connection has room for far more than a request.
      channel.write(request);
    }
    key.interestOps(SelectionKey.OP_READ);
  }

  /**
   * Reads what has come.
   *
   * @param scratch for whatever waited and what has come; good for one call
   * @return how many bytes came
   */
  int read(ByteBuffer buffer, byte[] scratch) throws IOException {
    buffer.clear();
    int count = channel.read(buffer);
    if (count < 0) {
      fate.over(this, isLive() ? "the stream ended" : "closed without an answer");
      return 0;
    }
    nanos = System.nanoTime();
    buffer.flip();
    int waited = rest.length;
    byte[] bytes = waited + count <= scratch.length ? scratch : new byte[waited + count];
    System.arraycopy(rest, 0, bytes, 0, waited);
    buffer.get(bytes, waited, count);
    understand(bytes, waited + count);
    return count;
  }

  private void understand(byte[] bytes, int length) {
    int from = 0;
    Body reading = body;
    if (reading == null) {
      Optional<Head> head = Head.read(bytes, length);
      if (head.isEmpty()) {
        rest = Arrays.copyOf(bytes, length);
        return;
      }
      reading = begin(head.get());
      from = head.get().length();
    }
    int understood = reading.read(bytes, from, length, this);
    int left = length - from - understood;
    rest = left == 0 ? NOTHING : Arrays.copyOfRange(bytes, from + understood, length);
    if (ended) {
      fate.over(this, "the stream ended");
    }
  }

  private Body begin(Head head) {
    if (!head.isStream(target.kind())) {
      throw new MalformedException("answered with status " + head.status());
    }
    Body begun =
        switch (target.kind()) {
          case EVENTS -> head.isChunked() ? new Chunks(new Events()) : new Events();
          case WEB_SOCKET -> new Frames();
        };
    body = begun;
    fate.live(this);
    return begun;
  }

  @Override
  public void message(byte[] bytes, int from, int length) {
    listener.message(number, bytes, from, length, nanos);
  }

  @Override
  public void ping(byte[] bytes, int from, int length) {
    int carried = Math.min(length, LONGEST_PONG);
    // A mask of zeros leaves the payload as it is.
    ByteBuffer pong = ByteBuffer.allocate(6 + carried);
    pong.put((byte) 0x8a).put((byte) (0x80 | carried)).putInt(0).put(bytes, from, carried).flip();
    try {
      channel.write(pong);
    } catch (IOException _) {
      // The next read tells.
    }
  }

  @Override
  public void end() {
    ended = true;
  }
}
