package dev.signalbox.core.stream;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.signalbox.core.fixture.Commands;
import dev.signalbox.core.model.Change;
import dev.signalbox.core.model.Stamp;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class ChangeLogTest {
  private static Change change(long sequence) {
    return new Change.PartGone(new Stamp(sequence, 0), Commands.at("plugs/s1"));
  }

  /** A log to which the changes up to {@code last} were appended. */
  private static ChangeLog log(int capacity, long last) {
    ChangeLog log = new ChangeLog(capacity);
    LongStream.rangeClosed(1, last).forEach(sequence -> log.append(change(sequence)));
    return log;
  }

  private static Optional<List<Change>> changes(long from, long to) {
    return Optional.of(LongStream.rangeClosed(from, to).mapToObj(ChangeLogTest::change).toList());
  }

  @Test
  void capacity_outOfRange() {
    for (int capacity : new int[] {0, -1, (1 << 24) + 1, Integer.MAX_VALUE}) {
      assertThrows(IllegalArgumentException.class, () -> new ChangeLog(capacity));
    }
    assertEquals(changes(3, 3), log(1, 3).read(2, 3, 10));
  }

  @Test
  void read_nothing() {
    assertEquals(changes(1, 0), log(4, 0).read(0, 0, 10));
    assertEquals(changes(1, 0), log(4, 9).read(9, 9, 10));
    assertEquals(changes(1, 0), log(4, 9).read(2, 2, 10));
    assertEquals(changes(1, 0), log(4, 9).read(9, 5, 10));
    assertEquals(changes(1, 0), log(4, 9).read(6, 9, 0));
  }

  @Test
  void read_allThatIsKept() {
    assertEquals(changes(1, 4), log(4, 4).read(0, 4, 10));
    assertEquals(changes(6, 9), log(4, 9).read(5, 9, Integer.MAX_VALUE));
    assertEquals(changes(7, 8), log(4, 9).read(6, 8, 10));
  }

  @Test
  void read_theFirstOfThem() {
    assertEquals(changes(6, 7), log(4, 9).read(5, 9, 2));
  }

  @Test
  void read_whatIsNoLongerKept() {
    assertEquals(Optional.empty(), log(4, 9).read(4, 9, 10));
    assertEquals(Optional.empty(), log(4, 9).read(4, 9, 1));
    assertEquals(Optional.empty(), log(4, 9).read(0, 9, 4));
    assertEquals(Optional.empty(), log(4, 9).read(0, 1, 1));
  }

  @Test
  void read_whatIsNotThereYet() {
    assertEquals(Optional.empty(), log(4, 2).read(0, 3, 10));
  }

  @Test
  void keeps_theNewestOnly() {
    ChangeLog log = log(4, 9);
    for (long sequence = 0; sequence <= 14; sequence++) {
      assertEquals(sequence >= 6 && sequence <= 9, log.keeps(sequence), "of " + sequence);
    }
  }

  @Test
  void wrapAround_manyTimes_atAnyCapacity() {
    for (int capacity = 1; capacity <= 7; capacity++) {
      ChangeLog log = new ChangeLog(capacity);
      for (long last = 1; last <= 30; last++) {
        log.append(change(last));
        long oldest = Math.max(1, last - capacity + 1);
        assertEquals(changes(oldest, last), log.read(oldest - 1, last, 100));
        if (oldest > 1) {
          assertEquals(Optional.empty(), log.read(oldest - 2, last, 100));
        }
      }
    }
  }

  @Test
  @Timeout(30)
  void read_whileTheWriterOvertakes_isConsecutiveOrNothing() throws Exception {
    int count = 300_000;
    ChangeLog log = new ChangeLog(64);
    AtomicLong written = new AtomicLong();
    try (ExecutorService readers = Executors.newFixedThreadPool(2)) {
      List<Future<Long>> read = new ArrayList<>();
      for (int i = 0; i < 2; i++) {
        read.add(readers.submit(() -> readAll(log, written, count)));
      }
      for (long sequence = 1; sequence <= count; sequence++) {
        log.append(change(sequence));
        written.setRelease(sequence);
      }
      for (Future<Long> one : read) {
        assertTrue(result(one) > 0, "read nothing");
      }
    }
    assertFalse(log.keeps(count - 64));
  }

  private static long result(Future<Long> read) throws InterruptedException {
    try {
      return read.get();
    } catch (ExecutionException failed) {
      throw new AssertionError(failed.getCause());
    }
  }

  /**
   * Follows the writer to the end, and starts anew from what is newest wherever it falls behind.
   */
  private static long readAll(ChangeLog log, AtomicLong written, long end) {
    long after = 0;
    long read = 0;
    while (after < end) {
      long upTo = written.getAcquire();
      Optional<List<Change>> changes = log.read(after, upTo, 50);
      if (changes.isEmpty()) {
        after = Math.max(after, upTo - 10);
        continue;
      }
      for (Change change : changes.get()) {
        assertEquals(++after, change.sequence());
        read++;
      }
    }
    return read;
  }
}
