package dev.signalbox.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.netty.buffer.PooledByteBufAllocator;
import java.util.List;
import org.junit.jupiter.api.Test;

/** That a forgotten buffer would be found: here are some. */
final class LeakWatchTest {
  @Test
  void buffer_forgotten() throws InterruptedException {
    assertEquals(List.of(), LeakWatch.found());
    forget();
    List<String> found = LeakWatch.found();
    assertEquals(1, found.size(), found.toString());
    assertTrue(found.getFirst().startsWith("LEAK: "), found.getFirst());
    assertTrue(found.getFirst().contains("LeakWatchTest.forget"), found.getFirst());
  }

  private static void forget() {
    PooledByteBufAllocator.DEFAULT.directBuffer(64).writeByte(1);
  }

  @Test
  void buffer_givenBack() throws InterruptedException {
    PooledByteBufAllocator.DEFAULT.directBuffer(64).release();
    assertEquals(List.of(), LeakWatch.found());
  }
}
