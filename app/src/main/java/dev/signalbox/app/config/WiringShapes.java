package dev.signalbox.app.config;

import dev.signalbox.app.settings.ChoiceType;
import dev.signalbox.app.settings.DurationType;
import dev.signalbox.app.settings.Key;
import dev.signalbox.app.settings.LabelType;
import dev.signalbox.app.settings.Shape;
import dev.signalbox.app.settings.Shapes;
import dev.signalbox.app.settings.TextType;
import dev.signalbox.hardware.gpio.AtTheEnd;
import dev.signalbox.hardware.gpio.Bias;
import dev.signalbox.hardware.gpio.Drive;
import dev.signalbox.hardware.gpio.LineAddress;
import dev.signalbox.hardware.pwm.Curve;
import dev.signalbox.hardware.tm1637.Tm1637Settings;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** What parts that are wired to something take for it. */
final class WiringShapes {
  static final String GPIO = "gpio";
  static final String PWM = "pwm";
  static final String TM1637 = "tm1637";
  static final String CHIP = "chip";
  static final String LINE = "line";
  static final String CLK = "clk";
  static final String DIO = "dio";

  /** As many as the kernel has room for. */
  private static final int LINE_NAME_LENGTH = 31;

  private static final int CHIP_NAME_LENGTH = 64;

  private static final ChoiceType<AtTheEnd> ENDS =
      ChoiceType.of("off", AtTheEnd.OFF, "keep", AtTheEnd.KEEP);
  private static final ChoiceType<Drive> WIRES =
      ChoiceType.of("push-pull", Drive.PUSH_PULL, "open-drain", Drive.OPEN_DRAIN);
  private static final ChoiceType<Tm1637Settings.Acknowledge> ACKNOWLEDGES =
      ChoiceType.of(
          "require",
          Tm1637Settings.Acknowledge.REQUIRE,
          "ignore",
          Tm1637Settings.Acknowledge.IGNORE);

  static final Shape<Wiring.Contact> CONTACT =
      Shapes.of(
          "the line of a switch",
          chip(),
          line(LINE, "The line, by its number or its name."),
          Key.of("activeLow", Common.FLAG, true, "Whether it is pressed while the line is low."),
          Key.of("bias", new ChoiceType<>(biases()), Bias.PULL_UP, "What holds it when let go."),
          Key.of(
              "debounce",
              DurationType.between(Duration.ZERO, Duration.ofSeconds(1)),
              Duration.ZERO,
              "What the kernel debounces, before the debouncing of the switch itself."),
          (chip, line, activeLow, bias, debounce) ->
              new Wiring.Contact(new LineAddress(chip, line), activeLow, bias, debounce));

  static final Shape<Wiring.Switched> SWITCHED =
      Shapes.of(
          "the line of an LED",
          chip(),
          line(LINE, "The line, by its number or its name."),
          activeLow(),
          Key.of("drive", new ChoiceType<>(drives()), Drive.PUSH_PULL, "How it is driven."),
          onStop("What becomes of it when the hub stops."),
          WiringShapes::switched);

  static final Shape<Wiring.Dimmed> SOFT_DIMMED =
      Shapes.of(
          "the line of an output",
          chip(),
          line(LINE, "The line, by its number or its name."),
          activeLow(),
          Key.of("drive", new ChoiceType<>(drives()), Drive.PUSH_PULL, "How it is driven."),
          curve(),
          onStop("What becomes of it when the hub stops."),
          (chip, line, activeLow, drive, curve, onStop) ->
              new Wiring.SoftDimmed(switched(chip, line, activeLow, drive, onStop), curve));

  static final Shape<Wiring.Digits> DIGITS =
      Shapes.of(
          "a TM1637",
          chip(),
          line(CLK, "Its clock line, by number or name."),
          line(DIO, "Its data line, of the same chip, by number or name."),
          Key.of(
              "bitTime",
              DurationType.between(Tm1637Settings.SHORTEST, Tm1637Settings.LONGEST),
              Tm1637Settings.DEFAULT_BIT_TIME,
              "How long one bit takes; longer for modules with large capacitors."),
          Key.of("drive", WIRES, Drive.PUSH_PULL, "How the lines are driven."),
          Key.of(
              "acknowledge",
              ACKNOWLEDGES,
              Tm1637Settings.Acknowledge.REQUIRE,
              "Whether it is offline when it does not acknowledge; ignore for modules that never"
                  + " do."),
          onStop("Whether the digits go dark when the hub stops."),
          (chip, clk, dio, bitTime, drive, acknowledge, onStop) ->
              new Wiring.Digits(
                  new LineAddress(chip, clk),
                  new LineAddress(chip, dio),
                  bitTime,
                  drive,
                  acknowledge,
                  onStop));

  private WiringShapes() {}

  private static Wiring.Switched switched(
      Optional<String> chip, String line, boolean activeLow, Drive drive, AtTheEnd onStop) {
    return new Wiring.Switched(new LineAddress(chip, line), activeLow, drive, onStop);
  }

  private static Key<Optional<String>> chip() {
    return Key.maybe(
        CHIP,
        new LabelType(TextType.notBlank(CHIP_NAME_LENGTH)),
        "The GPIO chip, by name, number, path or label; if left out, any for a line by name, and"
            + " the pin header's for a number.");
  }

  private static Key<String> line(String name, String doc) {
    return Key.required(name, new LabelType(TextType.notBlank(LINE_NAME_LENGTH)), doc);
  }

  static Key<Boolean> activeLow() {
    return Key.of("activeLow", Common.FLAG, false, "Whether it is on while the line is low.");
  }

  static Key<Curve> curve() {
    return Key.of(
        "curve",
        ChoiceType.of("lightness", Curve.LIGHTNESS, "linear", Curve.LINEAR),
        Curve.LIGHTNESS,
        "Whether half looks like half, or is half of the time.");
  }

  static Key<AtTheEnd> onStop(String doc) {
    return Key.of("onStop", ENDS, AtTheEnd.OFF, doc);
  }

  private static Map<String, Bias> biases() {
    Map<String, Bias> biases = new LinkedHashMap<>();
    biases.put("pull-up", Bias.PULL_UP);
    biases.put("pull-down", Bias.PULL_DOWN);
    biases.put("none", Bias.DISABLED);
    biases.put("as-is", Bias.AS_IS);
    return biases;
  }

  private static Map<String, Drive> drives() {
    Map<String, Drive> drives = new LinkedHashMap<>();
    drives.put("push-pull", Drive.PUSH_PULL);
    drives.put("open-drain", Drive.OPEN_DRAIN);
    drives.put("open-source", Drive.OPEN_SOURCE);
    return drives;
  }
}
