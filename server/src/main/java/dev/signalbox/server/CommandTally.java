package dev.signalbox.server;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/** How many requests to command something were accepted and refused. Thread: any. */
final class CommandTally {
  private final LongAdder accepted = new LongAdder();
  private final Map<String, LongAdder> refused = new ConcurrentHashMap<>();

  void accept() {
    accepted.increment();
  }

  /**
   * @param reason the code of a problem, of which there are few
   */
  void refuse(String reason) {
    refused.computeIfAbsent(reason, _ -> new LongAdder()).increment();
  }

  long accepted() {
    return accepted.sum();
  }

  /** How many for each reason, in alphabetical order. */
  Map<String, Long> refused() {
    Map<String, Long> sums = new TreeMap<>();
    refused.forEach((reason, count) -> sums.put(reason, count.sum()));
    return sums;
  }
}
