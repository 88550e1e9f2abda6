package dev.signalbox.bench.load;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.BitSet;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** What is counted, by a clock that the test steps. */
final class ReceiptsTest {
  private static final byte[] MESSAGE = {'x'};

  private final Receipts receipts = new Receipts(3);

  private static long ms(long count) {
    return TimeUnit.MILLISECONDS.toNanos(count);
  }

  private void told(int client, long nanos) {
    receipts.message(client, MESSAGE, 0, 1, nanos);
  }

  private static BitSet clients(int... numbers) {
    BitSet clients = new BitSet();
    for (int number : numbers) {
      clients.set(number);
    }
    return clients;
  }

  /** Percentiles are kept to three digits. */
  private static void assertAbout(long expected, long nanos) {
    assertEquals((double) expected, (double) nanos, expected / 500.0);
  }

  @Test
  void messages_areCountedFromTheBeginning() {
    told(0, ms(1));
    told(1, ms(2));
    receipts.begin(clients(0, 1), ms(10));
    told(0, ms(11));
    told(0, ms(12));
    told(1, ms(13));
    Received received = receipts.end(ms(14));
    assertEquals(3, received.all());
    assertEquals(1, received.least());
    assertEquals(2, received.most());
  }

  @Test
  void silence_betweenMessages_isTold() {
    told(0, ms(5));
    receipts.begin(clients(0), ms(10));
    told(0, ms(105));
    told(0, ms(107));
    Percentiles silence = receipts.end(ms(108)).silence();
    assertEquals(3, silence.count());
    assertAbout(ms(2), silence.p50());
    assertAbout(ms(100), silence.most());
  }

  @Test
  void silence_thatGoesOn_isAsLongAsItLasted() {
    receipts.begin(clients(0), ms(10));
    Percentiles silence = receipts.end(ms(5_010)).silence();
    assertEquals(1, silence.count());
    assertAbout(ms(5_000), silence.p50());
  }

  @Test
  void clients_thatDidNotGetIn_areNoneWithTheLeast() {
    receipts.begin(clients(0, 2), ms(10));
    told(0, ms(11));
    told(2, ms(12));
    told(1, ms(13));
    Received received = receipts.end(ms(14));
    assertEquals(1, received.least());
    assertEquals(2, received.all());
  }
}
