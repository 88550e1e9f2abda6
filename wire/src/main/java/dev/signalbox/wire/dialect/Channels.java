package dev.signalbox.wire.dialect;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The event bus's channels: numbers from 0, each held by the address that subscribed to it, with at
 * most one listener. Owned by the dialect's thread.
 */
final class Channels {
  /** At which keep-alive a channel is freed to which nobody ever listened. */
  private static final int PATIENCE = 2;

  private static final String LOG_NAME = EventBusDialect.class.getName();
  private static final System.Logger LOG = System.getLogger(LOG_NAME);

  private static final class Channel {
    final String holder;
    @Nullable Client listener;
    boolean wasListenedTo;
    int unheard;

    Channel(String holder) {
      this.holder = holder;
    }
  }

  private final int limit;
  private final Map<Integer, Channel> held = new TreeMap<>();

  /**
   * @param limit how many there are
   */
  Channels(int limit) {
    this.limit = limit;
  }

  /** Gives the lowest free number to {@code address}; empty if all are taken. */
  OptionalInt subscribe(String address) {
    if (held.size() >= limit) {
      return OptionalInt.empty();
    }
    int number = 0;
    for (int taken : held.keySet()) {
      if (taken != number) {
        break;
      }
      number++;
    }
    held.put(number, new Channel(address));
    log(number, "allocated to " + address);
    return OptionalInt.of(number);
  }

  /** Whether {@code address} holds that channel. */
  boolean isHeld(int number, String address) {
    Channel channel = held.get(number);
    return channel != null && channel.holder.equals(address);
  }

  /**
   * Makes {@code client} the listener of a channel that its address holds.
   *
   * @return the listener that it takes the place of
   */
  Optional<Client> listen(int number, Client client) {
    Channel channel = held.get(number);
    if (channel == null) {
      throw new IllegalArgumentException("channel " + number + " is free");
    }
    Optional<Client> earlier = Optional.ofNullable(channel.listener);
    channel.listener = client;
    channel.wasListenedTo = true;
    log(number, channel.holder + " is listening");
    return earlier;
  }

  /** A listener went; its channel stays until the next keep-alive. */
  void leave(Client client) {
    for (Channel channel : held.values()) {
      if (client.equals(channel.listener)) {
        channel.listener = null;
      }
    }
  }

  boolean isListener(Client client) {
    return held.values().stream().anyMatch(channel -> client.equals(channel.listener));
  }

  /** Who is listening now. */
  List<Client> listeners() {
    List<Client> listeners = new ArrayList<>();
    for (Channel channel : held.values()) {
      if (channel.listener != null) {
        listeners.add(channel.listener);
      }
    }
    return listeners;
  }

  /** Notes for whom news comes too early. */
  void logSilent() {
    held.forEach((number, channel) -> {
      if (channel.listener == null) {
        log(number, channel.holder + " is registered but not listening");
      }
    });
  }

  /** A keep-alive is due: frees the channels whose listener went, or never came. */
  void sweep() {
    held.entrySet().removeIf(entry -> isOver(entry.getKey(), entry.getValue()));
  }

  private static boolean isOver(int number, Channel channel) {
    if (channel.listener != null) {
      log(number, channel.holder + " is still connected");
      return false;
    }
    boolean over = channel.wasListenedTo || ++channel.unheard >= PATIENCE;
    if (over) {
      log(number, channel.holder + " is no longer connected, subscription removed");
    }
    return over;
  }

  boolean isEmpty() {
    return held.isEmpty();
  }

  private static void log(int number, String sentence) {
    String line = "event bus, channel " + number + ": " + sentence;
    // An address may be what a proxy says it is.
    LOG.log(System.Logger.Level.INFO, line.replaceAll("\\p{Cntrl}", "?"));
  }
}
