package dev.signalbox.app.gpio;

import java.time.Duration;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.IntSupplier;
import java.util.function.Supplier;

/** Ctrl-C, or a request to end, which may come while a command goes on. Thread: any. */
public final class StopRequest {
  private final CompletableFuture<Integer> code = new CompletableFuture<>();

  private StopRequest() {}

  /**
   * Listens for it from now on.
   *
   * @param stop begins to listen; what it returns waits for the request and gives the exit code
   */
  public static StopRequest listen(Supplier<IntSupplier> stop) {
    StopRequest request = new StopRequest();
    IntSupplier asked = stop.get();
    Thread.ofPlatform()
        .name("stop-request")
        .daemon()
        .start(() -> request.code.complete(asked.getAsInt()));
    return request;
  }

  /** Waits for it, without end. Returns the exit code. */
  public int await() {
    return code.join();
  }

  /** Waits for it, for so long at most. Returns the exit code if it came. */
  public OptionalInt await(Duration time) {
    try {
      return OptionalInt.of(code.get(time.toNanos(), TimeUnit.NANOSECONDS));
    } catch (TimeoutException _) {
      return OptionalInt.empty();
    } catch (InterruptedException | ExecutionException unexpected) {
      throw new IllegalStateException(unexpected);
    }
  }

  /** The exit code if it came. */
  public OptionalInt came() {
    return code.isDone() ? OptionalInt.of(code.join()) : OptionalInt.empty();
  }

  /** Has something happen when it comes, or now if it has come. */
  public void then(Runnable action) {
    var _ = code.thenRun(action);
  }
}
