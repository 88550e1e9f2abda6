package dev.signalbox.boards;

import dev.signalbox.boards.ports.DigitalInput;
import dev.signalbox.boards.ports.DigitalOutput;
import dev.signalbox.core.engine.Board;
import dev.signalbox.core.engine.BoardSpec;
import dev.signalbox.core.engine.Driver;
import dev.signalbox.core.engine.Moment;
import dev.signalbox.core.engine.Reports;
import dev.signalbox.core.model.BoardId;
import dev.signalbox.core.model.BoardState;
import dev.signalbox.core.model.Button;
import dev.signalbox.core.model.Change;
import dev.signalbox.core.model.Led;
import dev.signalbox.core.model.Part;
import dev.signalbox.core.model.PartId;
import dev.signalbox.core.model.PartState;
import dev.signalbox.core.model.Report;
import dev.signalbox.core.model.Switch;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * An LED and a switch: pressing and then releasing the switch toggles the LED, whoever presses it
 * and by whatever way. So does a press of the button, at once. Owned by the engine's thread, but
 * for what the input tells.
 *
 * <p>A press of a simulated switch is released by itself after 100 ms. Another press meanwhile ends
 * the one under way first, so that n presses toggle n times however fast they come.
 *
 * <p>A port that something is wrong with takes the board offline, but what the contact still tells
 * counts all the same.
 */
public final class ToggleDriver implements Driver {
  /** The light. */
  public static final PartId LED = new PartId("led");

  /** The contact. */
  public static final PartId SWITCH = new PartId("switch");

  /** On the page only, where the settings ask for it. */
  public static final PartId BUTTON = new PartId("button");

  // Any thread.
  private final Debouncer debouncer;

  // The engine's thread.
  private final DigitalInput input;
  private final DigitalOutput output;
  private final PortFaults faults = new PortFaults();
  private final PortValue<Boolean> lit;
  private final SelfRelease release = new SelfRelease();
  private Reports reports = _ -> false;

  private ToggleDriver(ToggleSettings settings, DigitalInput input, DigitalOutput output) {
    debouncer = new Debouncer(settings.debounce());
    this.input = input;
    this.output = output;
    lit = faults.add(output, output::set);
    faults.add(input);
  }

  /**
   * A board of an LED and a switch.
   *
   * @param input the switch; closed with the board
   * @param output the LED; closed with the board
   */
  public static Board board(
      BoardId id, String name, ToggleSettings settings, DigitalInput input, DigitalOutput output) {
    Map<PartId, Part> parts = new LinkedHashMap<>();
    parts.put(LED, new Led(settings.led(), settings.lit()));
    parts.put(SWITCH, new Switch(settings.contact(), false, input.isSimulated()));
    settings.button().ifPresent(button -> parts.put(BUTTON, new Button(button)));
    BoardSpec spec = new BoardSpec(id, name, "toggle", parts, Map.of());
    return new Board(spec, new ToggleDriver(settings, input, output));
  }

  @Override
  public List<Report> start(BoardState board, Reports inbox, Moment now) {
    reports = inbox;
    faults.follow(inbox, now);
    lit.write(led(board).lit(), now);
    input.watch(this::edge);
    return faults.reportsAnd(List.of(), board);
  }

  @Override
  public long nextDue() {
    return Math.min(faults.due(), Math.min(release.due(), debouncer.due()));
  }

  /** One press or release a step: each is a batch of its own, so that {@link #follow} sees each. */
  @Override
  public List<Report> step(BoardState board, Moment now) {
    faults.look();
    lit.write(led(board).lit(), now);
    return faults.reportsAnd(moved(board, now), board);
  }

  private List<Report> moved(BoardState board, Moment now) {
    return release.isOver(contact(board), now)
        ? List.of(pressed(false))
        : debouncer.take(now.nanos()).map(ToggleDriver::pressed).stream().toList();
  }

  @Override
  public List<Report> follow(BoardState before, BoardState after, Moment now) {
    release.draft(contact(before), contact(after), now);
    return isPressed(before) && !isPressed(after) ? List.of(toggled(after)) : List.of();
  }

  @Override
  public List<Report> press(PartId part, BoardState board, Moment now) {
    if (part.equals(BUTTON)) {
      return List.of(toggled(board));
    }
    release.press();
    return isPressed(board)
        ? List.of(pressed(false), toggled(board), pressed(true))
        : List.of(pressed(true));
  }

  @Override
  public void apply(List<Change> changes, BoardState board, Moment now) {
    release.became(changes);
    lit.write(led(board).lit(), now);
  }

  /** Thread: any. Wakes the engine, which then finds a due time. */
  private void edge(boolean active, long nanos) {
    if (debouncer.edge(active, nanos)) {
      reports.offer(List.of());
    }
  }

  private static Report pressed(boolean pressed) {
    return Report.Observed.of(SWITCH, "pressed", pressed);
  }

  private static Report toggled(BoardState board) {
    return Report.Observed.of(LED, "lit", !led(board).lit());
  }

  private static Led led(BoardState board) {
    return board.part(LED, Led.class).orElseThrow();
  }

  private static boolean isPressed(BoardState board) {
    return board.part(SWITCH, Switch.class).orElseThrow().pressed();
  }

  private static PartState contact(BoardState board) {
    PartState contact = board.parts().get(SWITCH);
    if (contact == null) {
      throw new IllegalStateException("board '" + board.id() + "' has no switch");
    }
    return contact;
  }

  @Override
  public void close() {
    // Both, whatever becomes of the first.
    try (output) {
      input.close();
    }
  }
}
