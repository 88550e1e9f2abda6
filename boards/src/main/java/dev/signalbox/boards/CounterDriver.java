package dev.signalbox.boards;

import dev.signalbox.boards.ports.SegmentDisplay;
import dev.signalbox.core.engine.Board;
import dev.signalbox.core.engine.BoardSpec;
import dev.signalbox.core.engine.Driver;
import dev.signalbox.core.engine.Moment;
import dev.signalbox.core.engine.Reports;
import dev.signalbox.core.model.BoardId;
import dev.signalbox.core.model.BoardState;
import dev.signalbox.core.model.Change;
import dev.signalbox.core.model.Counter;
import dev.signalbox.core.model.Display;
import dev.signalbox.core.model.Part;
import dev.signalbox.core.model.PartId;
import dev.signalbox.core.model.Report;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A board that counts by itself and shows it on a display of four digits. Owned by the engine's
 * thread.
 *
 * <p>It counts on its own cadence from the start: setting the counter gives it another value to go
 * on from, not another time to go on. What it missed is made up for, up to 100 additions.
 *
 * <p>A display that finds itself unplugged takes the board offline, but the counter goes on
 * counting. So that fault is reported rather than thrown: a driver that throws is held off.
 */
public final class CounterDriver implements Driver {
  /** The number. */
  public static final PartId COUNTER = new PartId("counter");

  /** What the digits show of it. */
  public static final PartId DISPLAY = new PartId("display");

  private static final int MOST_BEHIND = 100;

  private record Shown(String text, boolean on, int brightness) {}

  private final boolean counts;
  private final SegmentDisplay display;
  private final PortValue<Shown> shown;
  private final Cadence cadence;
  private Optional<String> reported = Optional.empty();
  private long past = NEVER;

  private CounterDriver(CounterSettings settings, SegmentDisplay display) {
    counts = settings.step() != 0;
    cadence = new Cadence(settings.interval(), MOST_BEHIND);
    this.display = display;
    shown = new PortValue<>(face -> display.show(face.text(), face.on(), face.brightness()));
  }

  /**
   * A counter board.
   *
   * @param display where it shows; closed with the board
   */
  public static Board board(
      BoardId id, String name, CounterSettings settings, SegmentDisplay display) {
    BoardSpec spec = new BoardSpec(id, name, "counter", parts(settings), Map.of());
    return new Board(spec, new CounterDriver(settings, display));
  }

  private static Map<PartId, Part> parts(CounterSettings settings) {
    Map<PartId, Part> parts = new LinkedHashMap<>();
    int interval = (int) settings.interval().toMillis();
    parts.put(COUNTER, new Counter(settings.name(), settings.value(), settings.step(), interval));
    String text = FourDigits.of(settings.value());
    settings
        .display()
        .map(face -> new Display(face.name(), text, face.on(), face.brightness()))
        .ifPresent(part -> parts.put(DISPLAY, part));
    return parts;
  }

  @Override
  public List<Report> start(BoardState board, Reports reports, Moment now) {
    past = now.nanos();
    show(board);
    display.onFault(() -> reports.offer(List.of()));
    if (counts) {
      cadence.begin(now);
    }
    return text(board);
  }

  /**
   * The empty hand-in of a display that tells of a fault wakes the engine, which then asks here.
   */
  @Override
  public long nextDue() {
    return display.fault().equals(reported) ? cadence.due() : past;
  }

  @Override
  public List<Report> step(BoardState board, Moment now) {
    show(board);
    return Stream.concat(Stream.of(link()), count(board, now).stream()).toList();
  }

  /** Says at every step how it is, for a fault of a write that is over makes the board online. */
  private Report link() {
    reported = display.fault();
    return reported.<Report>map(Report.LinkLost::new).orElseGet(Report.LinkRestored::new);
  }

  private List<Report> count(BoardState board, Moment now) {
    if (!cadence.beat(now)) {
      return List.of();
    }
    Counter counter = board.part(COUNTER, Counter.class).orElseThrow();
    return List.of(Report.Observed.of(COUNTER, "value", counter.value() + counter.step()));
  }

  @Override
  public List<Report> follow(BoardState before, BoardState after, Moment now) {
    return text(after);
  }

  private static List<Report> text(BoardState board) {
    if (board.part(DISPLAY).isEmpty()) {
      return List.of();
    }
    int value = board.part(COUNTER, Counter.class).orElseThrow().value();
    return List.of(Report.Observed.of(DISPLAY, "text", FourDigits.of(value)));
  }

  @Override
  public void apply(List<Change> changes, BoardState board, Moment now) {
    show(board);
  }

  /** Writes only what differs, so a step can always begin with it: a fault is made good then. */
  private void show(BoardState board) {
    board
        .part(DISPLAY, Display.class)
        .map(part -> new Shown(part.text(), part.on(), part.brightness()))
        .ifPresent(shown::write);
  }

  @Override
  public void close() {
    display.close();
  }
}
