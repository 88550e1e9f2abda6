package dev.signalbox.app.run;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.function.IntSupplier;

/**
 * Waits for Ctrl-C or a request to end. The first begins to stop the hub, which may take a little
 * less than two seconds; the second ends the process at once.
 *
 * <p>The JDK tells of signals by {@code sun.misc.Signal} alone, which javac warns of whatever it is
 * told, so it is called by its name here. Where there is no such class, the JVM ends by itself.
 */
public final class StopSignals {
  private static final String SIGNAL = "sun.misc.Signal";
  private static final String HANDLER = "sun.misc.SignalHandler";
  private static final Duration LONGEST_STOP = Duration.ofMillis(1_900);
  private static final int INTERRUPTED = 130;
  private static final int TERMINATED = 143;

  private StopSignals() {}

  /**
   * Listens for signals from now on.
   *
   * @return waits until the process is told to end, and returns its exit code: 130 by Ctrl-C, 0 by
   *     anything else
   */
  public static IntSupplier listen() {
    CompletableFuture<Integer> code = new CompletableFuture<>();
    on("INT", () -> stop(code, INTERRUPTED, INTERRUPTED));
    on("TERM", () -> stop(code, 0, TERMINATED));
    on("HUP", () -> stop(code, 0, TERMINATED));
    return code::join;
  }

  private static void stop(CompletableFuture<Integer> code, int first, int second) {
    if (!code.complete(first)) {
      Runtime.getRuntime().halt(second);
    }
    Thread.ofPlatform().name("stop-limit").daemon().start(() -> endIn(LONGEST_STOP, first));
  }

  /** Ends the process, however it gets on with stopping. */
  private static void endIn(Duration pause, int code) {
    try {
      Thread.sleep(pause);
      Runtime.getRuntime().halt(code);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  private static void on(String name, Runnable action) {
    try {
      Class<?> signal = Class.forName(SIGNAL);
      Class<?> handler = Class.forName(HANDLER);
      InvocationHandler handle =
          (_, method, args) -> {
            if (!method.getName().equals("handle")) {
              return method.invoke(action, args);
            }
            action.run();
            return null;
          };
      Object proxy =
          Proxy.newProxyInstance(handler.getClassLoader(), new Class<?>[] {handler}, handle);
      signal
          .getMethod("handle", signal, handler)
          .invoke(null, signal.getConstructor(String.class).newInstance(name), proxy);
    } catch (ReflectiveOperationException unknown) {
      System.getLogger(StopSignals.class.getName())
          .log(System.Logger.Level.DEBUG, "no signal {0}: {1}", name, unknown);
    }
  }
}
