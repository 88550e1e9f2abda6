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

/**
 * A board that counts by itself and shows it on a display of four digits. Owned by the engine's
 * thread.
 *
 * <p>It counts on its own cadence from the start: setting the counter gives it another value to go
 * on from, not another time to go on. What it missed is made up for, up to 100 additions.
 *
 * <p>A display that can't show takes the board offline, but the counter goes on counting.
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
  private final PortFaults faults = new PortFaults();
  private final PortValue<Shown> shown;
  private final Cadence cadence;

  private CounterDriver(CounterSettings settings, SegmentDisplay display) {
    counts = settings.step() != 0;
    cadence = new Cadence(settings.interval(), MOST_BEHIND);
    this.display = display;
    shown = faults.add(display, face -> display.show(face.text(), face.on(), face.brightness()));
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
    faults.follow(reports, now);
    show(board, now);
    if (counts) {
      cadence.begin(now);
    }
    return faults.reportsAnd(text(board), board);
  }

  @Override
  public long nextDue() {
    return Math.min(faults.due(), cadence.due());
  }

  @Override
  public List<Report> step(BoardState board, Moment now) {
    faults.look();
    show(board, now);
    return faults.reportsAnd(count(board, now), board);
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
    show(board, now);
  }

  private void show(BoardState board, Moment now) {
    board
        .part(DISPLAY, Display.class)
        .map(part -> new Shown(part.text(), part.on(), part.brightness()))
        .ifPresent(face -> shown.write(face, now));
  }

  @Override
  public void close() {
    display.close();
  }
}
