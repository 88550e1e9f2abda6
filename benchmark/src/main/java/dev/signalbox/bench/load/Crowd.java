package dev.signalbox.bench.load;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Map;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Supplier;

/**
 * Many clients of one stream, on one thread of their own, which costs less than what it measures:
 * it reads, finds where messages end, and counts.
 *
 * <p>Towards a loopback address the clients come from as many loopback addresses as they need,
 * since one has some 28,000 ports. Public methods: any thread; the rest is the crowd's thread's.
 */
public final class Crowd implements AutoCloseable {
  private static final int BUFFER = 256 * 1024;
  private static final int CLIENTS_AN_ADDRESS = 20_000;

  // Any thread.
  private final Target target;
  private final Selector selector;
  private final Queue<Runnable> tasks = new ConcurrentLinkedQueue<>();
  private final Thread thread;
  private volatile boolean closed;

  // The crowd's thread.
  private final Listener listener;
  private final Fates fates = new Fates();
  private final InetSocketAddress address;
  private final ByteBuffer buffer = ByteBuffer.allocateDirect(BUFFER);
  private final byte[] scratch = new byte[2 * BUFFER];
  private final Map<String, Integer> ends = new TreeMap<>();
  private int wanted;
  private int atOnce;
  private int begun;
  private int opening;
  private final BitSet live = new BitSet();
  private int failed;
  private long bytes;

  /**
   * How a crowd stands.
   *
   * @param live clients whose stream goes on
   * @param over clients that were refused or whose stream ended
   * @param ends why, with how many
   * @param bytes received, heads and framing included
   */
  public record Standing(int live, int over, Map<String, Integer> ends, long bytes) {
    public Standing {
      ends = Map.copyOf(ends);
    }
  }

  /**
   * A crowd of nobody yet.
   *
   * @throws IOException if the host has no address
   */
  public Crowd(Target target, Listener listener) throws IOException {
    this.target = target;
    this.listener = listener;
    this.address = new InetSocketAddress(InetAddress.getByName(target.host()), target.port());
    this.selector = Selector.open();
    this.thread = Thread.ofPlatform().name("crowd").daemon().start(this::run);
  }

  /**
   * Has {@code clients} more come.
   *
   * @param atOnce how many may be on their way in at the same time
   */
  public void add(int clients, int atOnce) {
    ask(() -> {
      wanted += clients;
      this.atOnce = atOnce;
      return open();
    });
  }

  /** How it stands now. */
  public Standing standing() {
    return ask(() -> new Standing(live.cardinality(), failed, ends, bytes));
  }

  /** The numbers of the clients whose stream goes on. */
  public BitSet live() {
    return ask(() -> (BitSet) live.clone());
  }

  /**
   * Waits until all who were asked to come are in or out.
   *
   * @return how it stands then, or when the time is over
   */
  public Standing awaitAll(Duration most) throws InterruptedException {
    long end = System.nanoTime() + most.toNanos();
    Standing now = standing();
    while (now.live() + now.over() < ask(() -> wanted) && System.nanoTime() - end < 0) {
      Thread.sleep(5);
      now = standing();
    }
    return now;
  }

  /** Runs {@code question} on the crowd's thread, where listeners are told, and waits for it. */
  public <T> T ask(Supplier<T> question) {
    CompletableFuture<T> answer = new CompletableFuture<>();
    tasks.add(() -> {
      try {
        answer.complete(question.get());
      } catch (RuntimeException fault) {
        answer.completeExceptionally(fault);
      }
    });
    selector.wakeup();
    return answer.join();
  }

  private void run() {
    try {
      while (!closed) {
        selector.select(this::ready);
        for (Runnable task = tasks.poll(); task != null; task = tasks.poll()) {
          task.run();
        }
      }
      for (SelectionKey key : new ArrayList<>(selector.keys())) {
        key.channel().close();
      }
      selector.close();
    } catch (IOException fault) {
      ends.merge(String.valueOf(fault.getMessage()), 1, Integer::sum);
    }
  }

  private void ready(SelectionKey key) {
    Connection connection = (Connection) key.attachment();
    try {
      if (key.isConnectable()) {
        connection.connected(key);
      } else {
        bytes += connection.read(buffer, scratch);
      }
    } catch (IOException | MalformedException fault) {
      fates.over(connection, String.valueOf(fault.getMessage()));
    }
  }

  private int open() {
    while (begun < wanted && opening < atOnce) {
      int number = begun++;
      opening++;
      try {
        open(number);
      } catch (IOException fault) {
        opening--;
        failed++;
        ends.merge(String.valueOf(fault.getMessage()), 1, Integer::sum);
      }
    }
    return begun;
  }

  private void open(int number) throws IOException {
    SocketChannel channel = SocketChannel.open();
    channel.configureBlocking(false);
    channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
    int group = number / CLIENTS_AN_ADDRESS;
    if (group > 0 && address.getAddress().isLoopbackAddress()) {
      channel.bind(new InetSocketAddress("127.0.1." + group, 0));
    }
    Connection connection = new Connection(number, target, channel, listener, fates);
    channel.connect(address);
    channel.register(selector, SelectionKey.OP_CONNECT, connection);
  }

  private final class Fates implements Connection.Fate {
    @Override
    public void live(Connection connection) {
      opening--;
      live.set(connection.number());
      open();
    }

    @Override
    public void over(Connection connection, String why) {
      leave(connection, why);
      open();
    }
  }

  private void leave(Connection connection, String why) {
    if (!connection.leave()) {
      return;
    }
    if (connection.isLive()) {
      live.clear(connection.number());
    } else {
      opening--;
    }
    failed++;
    ends.merge(why, 1, Integer::sum);
  }

  /** Has everyone leave; returns when they have. */
  @Override
  public void close() {
    closed = true;
    selector.wakeup();
    try {
      thread.join();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }
}
