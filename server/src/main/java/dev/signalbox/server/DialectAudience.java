package dev.signalbox.server;

import dev.signalbox.wire.dialect.Client;
import dev.signalbox.wire.dialect.Payload;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Those of a dialect's clients that are on one event loop.
 *
 * <p>The dialect's thread posts messages, one task for each whatever the number of clients. When
 * the loop is so late that too many tasks wait ({@link Backlog}), and when a client can't be
 * written to, messages are left out. As soon as that client can be written to again, the dialect is
 * asked how things stand, and until its answer comes the client gets no news: all that was posted
 * before is in that answer, and all that is posted later comes after it, or makes it ask again.
 *
 * <p>Owned by its event loop, but for the methods that say otherwise.
 */
final class DialectAudience {
  /** Has a client shown how things stand that got everything up to {@code complete} only. */
  @FunctionalInterface
  interface CatchUp {
    void of(Client client, long complete);
  }

  private static final class Member {
    private final Client client;
    private final DialectOutlet outlet;
    private long complete;
    private boolean missed;
    private boolean asked;

    Member(Client client, DialectOutlet outlet, long complete) {
      this.client = client;
      this.outlet = outlet;
      this.complete = complete;
    }

    void completeTo(long sequence) {
      complete = Math.max(complete, sequence);
    }
  }

  // Any thread.
  private final EventLoop loop;
  private final Backlog backlog;

  // The event loop.
  private final Map<Client, Member> members = new LinkedHashMap<>();

  /** Up to where those are complete who missed nothing. */
  private long complete;

  private final CatchUp catchUp;
  private final Activity activity;

  /**
   * @param loop that of the clients
   * @param dialects the dialect's
   * @param catchUp called on the clients' loop
   */
  DialectAudience(EventLoop loop, EventLoop dialects, Activity activity, CatchUp catchUp) {
    this.loop = loop;
    this.backlog = new Backlog(dialects, loop, this::allMissed);
    this.activity = activity;
    this.catchUp = catchUp;
  }

  /** Runs {@code task} on the loop, after everything that was posted. Thread: any. */
  void run(Runnable task) {
    loop.run(task);
  }

  /** Has everyone told. Thread: the dialect's. */
  void postAll(Payload payload) {
    post(() -> List.copyOf(members.values()), payload);
  }

  /** Has these told. Thread: the dialect's. */
  void post(Collection<Client> clients, Payload payload) {
    List<Client> told = List.copyOf(clients);
    post(() -> members(told), payload);
  }

  /**
   * Says that all was posted that there is to say of the changes up to {@code sequence}. Thread:
   * the dialect's.
   */
  void postComplete(long sequence) {
    if (!backlog.leavesOut()) {
      loop.run(() -> complete = Math.max(complete, sequence));
    }
  }

  private List<Member> members(List<Client> clients) {
    List<Member> found = new ArrayList<>();
    for (Client client : clients) {
      Member member = members.get(client);
      if (member != null) {
        found.add(member);
      }
    }
    return found;
  }

  /** Chooses members, on the loop. */
  @FunctionalInterface
  private interface Choice {
    List<Member> members();
  }

  private void post(Choice choice, Payload payload) {
    backlog.post(() -> deliver(choice.members(), payload));
  }

  private void deliver(List<Member> told, Payload payload) {
    int sent = 0;
    try (Message message = new Message(payload.bytes())) {
      for (Member member : told) {
        if (!member.missed && member.outlet.isWritable()) {
          member.outlet.write(message);
          sent++;
        } else {
          missed(member);
        }
      }
    }
    activity.sent(sent);
  }

  private void allMissed() {
    List.copyOf(members.values()).forEach(this::missed);
  }

  private void missed(Member member) {
    if (!member.missed) {
      member.missed = true;
      member.completeTo(complete);
    }
    writable(member.client);
  }

  private void send(Member member, Payload payload) {
    try (Message message = new Message(payload.bytes())) {
      member.outlet.write(message);
    }
    activity.sent(1);
  }

  /**
   * Tells a client what is for it alone, as it comes or in answer to its own message: written even
   * where news have to wait, because no more than one can be owed. Thread: the dialect's.
   */
  void postOwn(Client client, Payload payload) {
    loop.run(() -> {
      Member member = members.get(client);
      if (member != null && member.outlet.isOpen()) {
        send(member, payload);
      }
    });
  }

  /**
   * Shows a client that missed something how things stand. Thread: the dialect's.
   *
   * @param message empty if that is nothing new
   * @param sequence up to which the client is complete with it
   */
  void postCatchUp(Client client, Optional<Payload> message, long sequence) {
    loop.run(() -> {
      Member member = members.get(client);
      if (member != null) {
        caughtUp(member, message, sequence);
      }
    });
  }

  private void caughtUp(Member member, Optional<Payload> message, long sequence) {
    member.asked = false;
    if (message.isPresent() && !member.outlet.isWritable()) {
      return;
    }
    member.missed = false;
    member.completeTo(sequence);
    message.ifPresent(payload -> send(member, payload));
  }

  /**
   * Takes a client in.
   *
   * @param complete what is true up to then is no news to it
   */
  void add(Client client, DialectOutlet outlet, long complete) {
    members.put(client, new Member(client, outlet, complete));
  }

  /** True if it was there. */
  boolean remove(Client client) {
    return members.remove(client) != null;
  }

  /** Says that the client can be written to. */
  void writable(Client client) {
    Member member = members.get(client);
    if (member != null && member.missed && !member.asked && member.outlet.isWritable()) {
      member.asked = true;
      catchUp.of(client, member.complete);
    }
  }

  /** Ends one client's stream. */
  void end(Client client) {
    Member member = members.get(client);
    if (member != null) {
      member.outlet.end();
    }
  }

  /** Ends all streams because the hub stops. */
  void stop() {
    List.copyOf(members.values()).forEach(member -> member.outlet.stop());
  }
}
