package dev.signalbox.server;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Things that many clients do at the same time, each in a virtual thread of its own. */
final class Together implements AutoCloseable {
  private static final int PATIENCE_SECONDS = 60;

  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final List<Future<?>> begun = new ArrayList<>();

  void begin(Runnable deed) {
    begun.add(threads.submit(deed));
  }

  /** Returns when all that was begun has ended well. */
  void join() {
    for (Future<?> deed : begun) {
      try {
        deed.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
      } catch (ExecutionException | InterruptedException | TimeoutException fault) {
        throw new AssertionError(fault);
      }
    }
    begun.clear();
  }

  /** Ends whatever still goes on. */
  @Override
  public void close() {
    threads.shutdownNow();
  }
}
