package dev.signalbox.server;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The client of a {@link SteppedLoop}: takes down what it is told, and what of that can't be.
 *
 * <p>It knows by each id alone what must be true, since the change of each number gives its own
 * number to one of two outputs.
 */
final class SteppedClient implements Outlet {
  private final List<Integer> ids = new ArrayList<>();
  private final List<Integer> rests = new ArrayList<>();
  private final List<String> faults = new ArrayList<>();
  private final int[] heard = new int[2];
  private int messages;
  private int skipped;
  private boolean begun;
  private boolean full;
  private boolean lagged;

  void stop() {
    full = true;
  }

  void goOn() {
    full = false;
  }

  /** Says that nothing more comes for now. */
  void rest() {
    rests.add(last());
  }

  /** The last id that it was told; 0 for none. */
  int last() {
    return ids.isEmpty() ? 0 : ids.getLast();
  }

  boolean hasLagged() {
    return lagged;
  }

  /** Whether it was told all changes from the first to the last that it knows of, one by one. */
  boolean wasToldEach() {
    return ids.equals(IntStream.rangeClosed(1, last()).boxed().toList()) && skipped == 0;
  }

  /** Whether what it was told and what it was told to be folded are all that there was. */
  boolean hasCountedAll() {
    return messages + skipped == last();
  }

  /**
   * What it was told that can't be.
   *
   * @param turns where what became true at once ends: between them it must never be left
   */
  List<String> faults(List<Integer> turns) {
    List<String> all = new ArrayList<>(faults);
    rests.stream()
        .filter(rest -> !turns.contains(rest))
        .forEach(rest -> all.add("left within a turn at " + rest));
    return all;
  }

  @Override
  public boolean isWritable() {
    return !full;
  }

  @Override
  public void write(Message message) {
    if (full) {
      faults.add("written to while it takes nothing");
    }
    // The snapshot comes first, and is not what this is about.
    if (begun) {
      message.messages().forEach(this::take);
    }
    begun = true;
  }

  private void take(byte[] bytes) {
    Doc doc = Doc.of(new String(bytes, StandardCharsets.UTF_8));
    if (lagged) {
      faults.add("told after the end: " + doc.value());
    } else if (!doc.at("change").isMissing()) {
      change(doc.at("change"));
    } else {
      lagged = !doc.at("lagged").isMissing();
    }
  }

  private void change(Doc change) {
    String kind = change.at("put").isMissing() ? "set" : "put";
    int out = change.at("part").text().equals("out1") ? 0 : 1;
    heard[out] = (int) change.at(kind, "brightness").number();
    messages++;
    if (!change.at("skipped").isMissing()) {
      skipped += (int) change.at("skipped").number();
    }
    if (!change.at("id").isMissing()) {
      complete(Integer.parseInt(change.at("id").text().substring("e.".length())));
    }
  }

  private void complete(int id) {
    if (id <= last()) {
      faults.add(id + " again or late");
    }
    // One output has that number and the other the one before; 0 is what nothing was said of.
    if (Math.max(heard[0], heard[1]) != id || Math.min(heard[0], heard[1]) != id - 1) {
      faults.add(id + " before all that it stands for");
    }
    ids.add(id);
  }

  @Override
  public void endLagged() {}

  @Override
  public void endStopping() {}

  /** The ids that it was told. */
  @Override
  public String toString() {
    return ids + (lagged ? " lagged" : "");
  }
}
