package dev.signalbox.hardware.gpio;

import dev.signalbox.boards.ports.DigitalInput;
import dev.signalbox.core.engine.DriverFault;
import dev.signalbox.hardware.kernel.Kernel;
import java.util.List;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Watches an input: tells its edges, pauses in a storm, and asks for a line that vanished until it
 * is back. {@link #turn} does one thing of that; the input's thread takes turns without end, a test
 * takes them by hand. Owned by one thread at a time.
 *
 * <p>Edges may be lost (in a pause, with the line, or because the kernel's buffer was full), so the
 * line itself is read whenever nothing is heard of it for a while: a listener that missed edges is
 * right again within a second.
 */
final class InputWatch implements AutoCloseable {
  private static final System.Logger LOG = System.getLogger(InputWatch.class.getName());
  private static final long LINE = 1;
  private static final int WAIT_MS = 1_000;
  private static final long NANOS_PER_MS = 1_000_000;

  private final Wire wire;
  private final InputSettings settings;
  private final InputState state;
  private final DigitalInput.Listener listener;
  private final LongSupplier nanos;
  private final LineSetup listening;
  private final LineSetup deaf;
  private final EdgeStorm storm;
  private final Lines.EdgeListener edges = (_, active, at, number) -> edge(active, at, number);

  private @Nullable Lines lines;
  private boolean heard = true;
  private boolean stormSaid;
  private boolean level;
  private int number;

  InputWatch(
      Wire wire,
      InputSettings settings,
      InputState state,
      DigitalInput.Listener listener,
      LongSupplier nanos) {
    this.wire = wire;
    this.settings = settings;
    this.state = state;
    this.listener = listener;
    this.nanos = nanos;
    listening = new LineSetup(List.of(settings.config(Edges.BOTH)));
    deaf = new LineSetup(List.of(settings.config(Edges.NONE)));
    storm = new EdgeStorm(settings.mostEdges(), nanos.getAsLong());
  }

  /**
   * Takes the line, and tells how it is if that is news.
   *
   * @throws DriverFault if it can't be had
   */
  Lines open() {
    Lines open = wire.request(settings.consumer(), settings.config(Edges.BOTH));
    lines = open;
    heard = true;
    number = 0;
    try {
      look(open);
      return open;
    } catch (RuntimeException refused) {
      close();
      throw refused;
    }
  }

  /** Takes the line; one that can't be had is the input's fault until {@link #turn} has it. */
  void begin() {
    try {
      open();
    } catch (DriverFault refused) {
      state.bell().ring(String.valueOf(refused.getMessage()));
    }
  }

  /** Waits for an edge, for the end of a pause, or for a second; and sees to it. Blocks. */
  void turn(int bell) {
    try {
      Lines open = lines;
      if (open != null) {
        listen(open, bell);
      } else {
        wire.chips().kernel().poll(Kernel.NONE, bell, WAIT_MS);
        openAgain();
      }
    } catch (DriverFault gone) {
      close();
      state.bell().ring(String.valueOf(gone.getMessage()));
    } catch (RuntimeException defect) {
      LOG.log(System.Logger.Level.ERROR, "input " + wire.address() + " failed", defect);
      close();
      state.bell().ring(wire.address() + ": " + defect);
    }
  }

  /** In a storm, the line being back does not make the input well. */
  private void openAgain() {
    if (!state.isClosed()) {
      Lines open = open();
      if (stormSaid) {
        state.bell().ring(reason(open));
      } else {
        state.bell().rest();
      }
    }
  }

  private void listen(Lines open, int bell) {
    if (open.awaitEdge(bell, waitMs())) {
      open.readEdges(edges);
    } else {
      look(open);
    }
    follow(open);
  }

  private int waitMs() {
    long left = (storm.windowEnds() - nanos.getAsLong()) / NANOS_PER_MS + 1;
    return storm.isRaging() ? Math.clamp(left, 0, WAIT_MS) : WAIT_MS;
  }

  private void edge(boolean active, long at, int counted) {
    int more = Math.max(counted - number, 1);
    number = counted;
    storm.count(more, nanos.getAsLong());
    tell(active, at);
    state.add(more);
  }

  private void tell(boolean active, long at) {
    if (active != level) {
      level = active;
      listener.edge(active, at);
    }
  }

  /** Reads the line, unless there are edges that say how it came to be so. */
  private void look(Lines open) {
    boolean active = open.get(LINE) != 0;
    if (active != level && !open.awaitEdge(0)) {
      tell(active, nanos.getAsLong());
    }
  }

  /** Does what the storm, or its end, asks for. */
  private void follow(Lines open) {
    storm.passTo(nanos.getAsLong());
    if (heard == storm.isPaused()) {
      heard = !heard;
      open.configure(heard ? listening : deaf, 0);
    }
    if (storm.isRaging() != stormSaid) {
      say(open, storm.isRaging());
    }
  }

  private void say(Lines open, boolean begins) {
    stormSaid = begins;
    if (begins) {
      state.addStorm();
      state.bell().ring(reason(open));
    } else {
      LOG.log(
          System.Logger.Level.DEBUG,
          open + ": the edge storm is over; " + storm.total() + " edges of it were heard");
      state.bell().rest();
    }
  }

  private String reason(Lines open) {
    return "%s: edge storm %d, more than %d edges a second; is it floating? Give it a pull-up or a"
            .formatted(open, state.storms(), settings.mostEdges())
        + " pull-down. It is listened to again every second";
  }

  @Override
  public void close() {
    Lines ending = lines;
    lines = null;
    if (ending != null) {
      ending.close();
    }
  }
}
