package dev.signalbox.server;

import dev.signalbox.wire.dialect.Client;
import dev.signalbox.wire.dialect.Payload;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A {@link DialectAudience} with one client, whose two loops a test takes on by hand: the dialect's
 * and the client's.
 *
 * <p>The dialect gives one of three parts a new number with each message, and says which by the
 * remainder. To a client that missed something it tells the parts that changed since.
 */
final class SteppedAudience {
  /** How many messages may wait for the client's loop, and some. */
  static final int MANY = 1_200;

  private static final int PARTS = 3;

  // The dialect's loop.
  final SteppedTasks dialect = new SteppedTasks();
  private final Map<Integer, Integer> parts = new TreeMap<>();
  private int number;

  // The client's loop.
  final SteppedTasks clients = new SteppedTasks();
  private final Client client = new Client(1, "127.0.0.1", "/");
  private final Taker taker = new Taker();
  private final DialectAudience audience = audience();

  private DialectAudience audience() {
    return new DialectAudience(clients.loop(), dialect.loop(), new Activity(), this::ask);
  }

  private void ask(Client who, long complete) {
    dialect.loop().run(() -> audience.postCatchUp(who, since(complete), number));
  }

  private Optional<Payload> since(long complete) {
    StringBuilder told = new StringBuilder();
    parts.values().stream()
        .filter(value -> value > complete)
        .sorted()
        .forEach(value -> told.append(value).append(' '));
    return told.isEmpty() ? Optional.empty() : Optional.of(Payload.of(told.toString()));
  }

  /** The client comes, and is told how things stand. */
  void join() {
    long complete = number;
    clients.loop().run(() -> audience.add(client, taker, complete));
    audience.postOwn(client, Payload.of(since(0).map(Payload::text).orElse("")));
  }

  /** The dialect tells everyone so many news, as of one batch of changes. */
  void tell(int count) {
    for (int i = 0; i < count; i++) {
      number++;
      parts.put(number % PARTS, number);
      audience.postAll(Payload.of(number + " "));
    }
    audience.postComplete(number);
  }

  /** The client takes nothing more. */
  void stop() {
    taker.writable = false;
  }

  /** The client takes again. */
  void goOn() {
    taker.writable = true;
    audience.writable(client);
  }

  /** Both loops do all that there is. */
  void stepAll() {
    while (dialect.step() || clients.step()) {}
  }

  /** What the dialect holds true. */
  Map<Integer, Integer> truth() {
    return parts;
  }

  /** What the client holds true. */
  Map<Integer, Integer> told() {
    return taker.parts;
  }

  private static final class Taker implements DialectOutlet {
    private final Map<Integer, Integer> parts = new TreeMap<>();
    private boolean writable = true;

    @Override
    public boolean isWritable() {
      return writable;
    }

    @Override
    public boolean isOpen() {
      return true;
    }

    @Override
    public void write(Message message) {
      Payload payload = Payload.of(message.messages().getFirst());
      for (String word : payload.text().strip().split(" ", -1)) {
        if (!word.isEmpty()) {
          int value = Integer.parseInt(word);
          parts.put(value % PARTS, value);
        }
      }
    }

    @Override
    public void end() {}

    @Override
    public void stop() {}
  }
}
