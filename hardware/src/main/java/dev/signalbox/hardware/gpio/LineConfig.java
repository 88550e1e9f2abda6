package dev.signalbox.hardware.gpio;

import java.time.Duration;

/** What a line is used as. */
public sealed interface LineConfig {
  /** Whether it is active while it is low. */
  boolean activeLow();

  /** What holds it while nobody drives it. */
  Bias bias();

  /** The flags of {@code enum gpio_v2_line_flag}. */
  long flags();

  /**
   * It is read.
   *
   * @param debounce how long the kernel has it keep a level before that counts; whole microseconds,
   *     at most 4,294 s, zero for no debouncing
   */
  record Input(Bias bias, Edges edges, Duration debounce, boolean activeLow) implements LineConfig {
    private static final Duration LONGEST = Duration.ofNanos(0xffff_ffffL * 1_000);

    public Input {
      boolean inRange = !debounce.isNegative() && debounce.compareTo(LONGEST) <= 0;
      if (!inRange || debounce.toNanosPart() % 1_000 != 0) {
        throw new IllegalArgumentException(
            "debounce of "
                + debounce.toNanos() / 1_000.0
                + " µs must be 0 to 4294 s in whole microseconds");
      }
    }

    /** Active while high, without bias, edges and debouncing. */
    public static Input plain() {
      return new Input(Bias.AS_IS, Edges.NONE, Duration.ZERO, false);
    }

    /** The same with this bias. */
    public Input with(Bias other) {
      return new Input(other, edges, debounce, activeLow);
    }

    /** The same with these edges told. */
    public Input with(Edges other) {
      return new Input(bias, other, debounce, activeLow);
    }

    @Override
    public long flags() {
      return GpioV2.INPUT | edges.flags | bias.flag | (activeLow ? GpioV2.ACTIVE_LOW : 0);
    }
  }

  /**
   * It is driven.
   *
   * @param active what it is at first, so that it never is anything else
   */
  record Output(Drive drive, Bias bias, boolean active, boolean activeLow) implements LineConfig {
    /** Push-pull, active while high. */
    public static Output plain(boolean active) {
      return new Output(Drive.PUSH_PULL, Bias.AS_IS, active, false);
    }

    /** The same, driven so. */
    public Output with(Drive other) {
      return new Output(other, bias, active, activeLow);
    }

    /** The same with this bias. */
    public Output with(Bias other) {
      return new Output(drive, other, active, activeLow);
    }

    @Override
    public long flags() {
      return GpioV2.OUTPUT | drive.flag | bias.flag | (activeLow ? GpioV2.ACTIVE_LOW : 0);
    }
  }

  /** It stays the input or output that it is, and can be read. */
  record AsIs(boolean activeLow) implements LineConfig {
    @Override
    public Bias bias() {
      return Bias.AS_IS;
    }

    @Override
    public long flags() {
      return activeLow ? GpioV2.ACTIVE_LOW : 0;
    }
  }
}
