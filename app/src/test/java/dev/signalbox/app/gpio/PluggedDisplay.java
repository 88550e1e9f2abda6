package dev.signalbox.app.gpio;

import dev.signalbox.hardware.fake.FakeLine;
import java.util.ArrayList;
import java.util.List;

/**
 * A TM1637 at two lines, by its data sheet: it takes messages, acknowledges their bytes, and pulls
 * DIO low for that from the fall of the eighth clock to that of the ninth.
 */
public final class PluggedDisplay {
  private final FakeLine clk;
  private final FakeLine dio;
  private final List<List<Integer>> messages = new ArrayList<>();
  private List<Integer> message = new ArrayList<>();
  private boolean there = true;
  private boolean started;
  private int bits;
  private int octet;

  public PluggedDisplay(FakeLine clk, FakeLine dio) {
    this.clk = clk;
    this.dio = dio;
    clk.watch(edge -> clock(edge.high()));
    dio.watch(edge -> data(edge.high()));
  }

  /** Plugs it in or pulls it out. */
  public void plug(boolean in) {
    there = in;
  }

  /** Every message from its start to its stop, whether it could be taken or not. */
  public List<List<Integer>> messages() {
    return messages;
  }

  private void data(boolean high) {
    if (clk.isHigh() && high && started) {
      messages.add(message);
    }
    if (clk.isHigh()) {
      started = !high;
      message = new ArrayList<>();
      bits = 0;
      octet = 0;
    }
  }

  private void clock(boolean high) {
    if (high) {
      octet |= bits < Byte.SIZE && dio.isHigh() ? 1 << bits : 0;
      bits++;
    } else if (bits == Byte.SIZE && there) {
      dio.drive(false);
    } else if (bits > Byte.SIZE) {
      dio.release();
      message.add(octet);
      bits = 0;
      octet = 0;
    }
  }
}
