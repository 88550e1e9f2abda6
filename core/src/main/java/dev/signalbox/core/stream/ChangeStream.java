package dev.signalbox.core.stream;

import dev.signalbox.core.model.Change;
import dev.signalbox.core.model.HubState;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * The way of changes from the one writer to every reader.
 *
 * <p>The writer publishes the state after each turn; a reader is woken and, through a {@link
 * Cursor} of its own, takes what is new in one go. Nothing is queued for anybody: a reader that is
 * late finds more changes, and one that is later than the log is long goes by the state. So
 * publishing never waits, and never costs memory.
 */
public final class ChangeStream {
  private static final System.Logger LOG = System.getLogger(ChangeStream.class.getName());

  private final ChangeLog log;
  private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
  private volatile HubState state;

  /**
   * @param state what is true before the first change
   * @param log where the changes are kept
   */
  public ChangeStream(HubState state, ChangeLog log) {
    this.state = state;
    this.log = log;
  }

  /** What is true now. Thread: any. */
  public HubState state() {
    return state;
  }

  /** The newest changes. Thread: any. */
  public ChangeLog log() {
    return log;
  }

  /**
   * Has {@code wakeUp} run after each publication, by the publishing thread; it must return at
   * once. Thread: any.
   */
  public void listen(Runnable wakeUp) {
    listeners.add(wakeUp);
  }

  /** Ends what {@link #listen} began. Thread: any. */
  public void forget(Runnable wakeUp) {
    listeners.remove(wakeUp);
  }

  /** A reader's place in the stream, at what is true now. Thread: any. */
  public Cursor cursor() {
    return new Cursor(this);
  }

  /**
   * Makes {@code changes} public, all at once. Thread: the writer's only.
   *
   * @param changes those from the published state to {@code after}
   */
  public void publish(List<Change> changes, HubState after) {
    changes.forEach(log::append);
    state = after;
    listeners.forEach(ChangeStream::wake);
  }

  /** A reader that fails is not the writer's business, nor that of the other readers. */
  private static void wake(Runnable listener) {
    try {
      listener.run();
    } catch (RuntimeException defect) {
      LOG.log(System.Logger.Level.ERROR, "a listener of the change stream failed", defect);
    }
  }
}
