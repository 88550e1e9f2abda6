package dev.signalbox.boards;

import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.AbstractExecutorService;
import java.util.concurrent.TimeUnit;

/** Keeps what it is to do until it is told to. */
final class HeldReader extends AbstractExecutorService {
  private final Queue<Runnable> waiting = new ArrayDeque<>();
  private boolean shutdown;

  int waiting() {
    return waiting.size();
  }

  void forget() {
    waiting.clear();
  }

  @Override
  public void execute(Runnable task) {
    waiting.add(task);
  }

  /** Does the first thing that it is to do. */
  void work() {
    waiting.remove().run();
  }

  @Override
  public void shutdown() {
    shutdown = true;
  }

  @Override
  public List<Runnable> shutdownNow() {
    shutdown = true;
    return List.of();
  }

  @Override
  public boolean isShutdown() {
    return shutdown;
  }

  @Override
  public boolean isTerminated() {
    return shutdown;
  }

  @Override
  public boolean awaitTermination(long timeout, TimeUnit unit) {
    return shutdown;
  }
}
