package dev.signalbox.server;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.netty.buffer.ByteBufAllocator;
import io.netty.util.ResourceLeakDetector;
import java.lang.ref.PhantomReference;
import java.lang.ref.ReferenceQueue;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Fails every test class of this module in which a buffer was forgotten: collected as garbage
 * before it was given back. Netty's detector, which looks at each buffer when its level is {@code
 * paranoid}, says which and where it was touched.
 *
 * <p>The build finds this class by itself, by {@code META-INF/services}.
 */
public final class LeakWatch implements BeforeAllCallback, AfterAllCallback {
  private static final Logger DETECTOR = Logger.getLogger(ResourceLeakDetector.class.getName());
  private static final List<String> LEAKS = new CopyOnWriteArrayList<>();
  private static final long PATIENCE_MS = 10_000;

  static {
    DETECTOR.addHandler(
        new Handler() {
          @Override
          public void publish(LogRecord written) {
            LEAKS.add(String.valueOf(written.getMessage()));
          }

          @Override
          public void flush() {}

          @Override
          public void close() {}
        });
  }

  @Override
  public void beforeAll(ExtensionContext context) {
    assertEquals(
        ResourceLeakDetector.Level.PARANOID,
        ResourceLeakDetector.getLevel(),
        "run with -Dio.netty.leakDetection.level=paranoid");
  }

  @Override
  public void afterAll(ExtensionContext context) throws InterruptedException {
    if (context.getRequiredTestClass().getEnclosingClass() == null) {
      assertEquals(List.of(), found(), "forgotten buffers");
    }
  }

  /** The reports since the last call, on everything that is garbage by now. */
  static List<String> found() throws InterruptedException {
    collect();
    // What the first collection found is all handed over once the second has found something.
    collect();
    // The detector looks for what was collected whenever it is given another buffer.
    ByteBufAllocator.DEFAULT.directBuffer().release();
    ByteBufAllocator.DEFAULT.heapBuffer().release();
    List<String> found = List.copyOf(LEAKS);
    LEAKS.clear();
    return found;
  }

  private static void collect() throws InterruptedException {
    ReferenceQueue<Object> queue = new ReferenceQueue<>();
    PhantomReference<Object> canary = new PhantomReference<>(new Object(), queue);
    System.gc();
    assertEquals(canary, queue.remove(PATIENCE_MS), "nothing is collected");
  }
}
