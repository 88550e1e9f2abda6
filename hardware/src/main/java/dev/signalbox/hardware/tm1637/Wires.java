package dev.signalbox.hardware.tm1637;

import dev.signalbox.core.engine.DriverFault;
import dev.signalbox.hardware.gpio.Bias;
import dev.signalbox.hardware.gpio.Drive;
import dev.signalbox.hardware.gpio.GpioChip;
import dev.signalbox.hardware.gpio.GpioChips;
import dev.signalbox.hardware.gpio.LineAddress;
import dev.signalbox.hardware.gpio.LineConfig;
import dev.signalbox.hardware.gpio.LinePlace;
import dev.signalbox.hardware.gpio.LineSetup;
import dev.signalbox.hardware.gpio.Lines;
import dev.signalbox.hardware.gpio.LinesRequest;
import java.util.List;

/**
 * The two wires to a TM1637, both high at first: two lines of one request, CLK and then DIO. Owned
 * by the display's thread. Every method throws {@link DriverFault} if the lines fail.
 *
 * <p>For the acknowledge DIO is made an input with a pull-up, by the same call that has CLK fall:
 * the kernel goes through the lines in the order of the request, so the chip and this end never
 * drive against each other for longer than the kernel takes from one line to the next.
 */
final class Wires implements AutoCloseable {
  private static final long CLK = 1;
  private static final long DIO = 2;

  private final Lines lines;
  private final LineSetup talking;
  private final LineSetup listening;
  private long levels = CLK | DIO;

  /**
   * @param outputs what the lines were requested as
   */
  private Wires(Lines lines, List<LineConfig> outputs) {
    this.lines = lines;
    LineConfig input = LineConfig.Input.plain().with(Bias.PULL_UP);
    talking = new LineSetup(outputs);
    listening = new LineSetup(List.of(outputs.getFirst(), input));
  }

  /**
   * Asks for the lines; both are high from the first moment on.
   *
   * @throws DriverFault if they can't be had
   */
  static Wires request(GpioChips chips, LineAddress clk, LineAddress dio, Tm1637Settings settings) {
    LinePlace clkPlace = chips.find(clk);
    LinePlace dioPlace = chips.find(dio);
    if (!clkPlace.chip().equals(dioPlace.chip())) {
      throw new DriverFault(
          "CLK %s and DIO %s must be lines of one chip, not of %s and %s"
              .formatted(clk, dio, clkPlace.chip(), dioPlace.chip()));
    }
    if (clkPlace.equals(dioPlace)) {
      throw new DriverFault("CLK %s and DIO %s are one and the same line".formatted(clk, dio));
    }
    List<Integer> offsets = List.of(clkPlace.offset(), dioPlace.offset());
    List<LineConfig> outputs = outputs(settings.drive());
    try (GpioChip chip = chips.open(clkPlace.chip())) {
      Lines lines = chip.request(new LinesRequest(settings.consumer(), offsets, outputs));
      return new Wires(lines, outputs);
    }
  }

  private static List<LineConfig> outputs(Drive drive) {
    LineConfig.Output dio = LineConfig.Output.plain(true).with(drive).with(Bias.PULL_UP);
    LineConfig.Output clk = drive == Drive.PUSH_PULL ? dio.with(Bias.AS_IS) : dio;
    return List.of(clk, dio);
  }

  /** Drives CLK. */
  void clock(boolean high) {
    drive(CLK, high);
  }

  /** Drives DIO. */
  void data(boolean high) {
    drive(DIO, high);
  }

  private void drive(long line, boolean high) {
    long wanted = high ? levels | line : levels & ~line;
    if (wanted != levels) {
      lines.set(line, wanted);
      levels = wanted;
    }
  }

  /** Has CLK fall and then, at once, lets go of DIO: from that edge on the chip may pull it low. */
  void listen() {
    lines.configure(listening, 0);
    levels &= ~CLK;
  }

  /** Whether DIO is high, after {@link #listen}. */
  boolean isDataHigh() {
    return lines.get(DIO) != 0;
  }

  /** Has CLK fall, at which the chip lets go of DIO, and then drives DIO low. */
  void talk() {
    lines.configure(talking, 0);
    levels = 0;
  }

  /** Lets go of the lines. */
  @Override
  public void close() {
    lines.close();
  }
}
