package dev.signalbox.server;

import io.vertx.core.Context;
import io.vertx.core.Handler;
import java.lang.reflect.Proxy;
import java.time.InstantSource;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** What was handed to an event loop; whichever thread takes it is that loop. */
final class SteppedTasks {
  private final Queue<Handler<Void>> tasks = new ConcurrentLinkedQueue<>();
  private final EventLoop loop = new EventLoop(context(), () -> 0, InstantSource.system());

  /** One on which nothing can be done but to hand it a task. */
  private Context context() {
    return (Context)
        Proxy.newProxyInstance(
            Context.class.getClassLoader(),
            new Class<?>[] {Context.class},
            (proxy, method, arguments) -> {
              if (!method.getName().equals("runOnContext")) {
                throw new UnsupportedOperationException(method.getName());
              }
              @SuppressWarnings("unchecked") // As the method has it.
              Handler<Void> task = (Handler<Void>) arguments[0];
              tasks.add(task);
              return null;
            });
  }

  EventLoop loop() {
    return loop;
  }

  /** Does the next task, if there is one. */
  boolean step() {
    Handler<Void> task = tasks.poll();
    if (task != null) {
      task.handle(null);
    }
    return task != null;
  }
}
