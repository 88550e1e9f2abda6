package dev.signalbox.app.config;

import dev.signalbox.app.settings.Key;
import dev.signalbox.app.settings.NumberType;
import dev.signalbox.app.settings.Shape;
import dev.signalbox.app.settings.Shapes;
import dev.signalbox.app.settings.TextType;
import dev.signalbox.hardware.pwm.PwmAddress;
import dev.signalbox.hardware.pwm.SoftPwmSettings;
import dev.signalbox.hardware.pwm.SysfsPwmSettings;
import java.time.Duration;
import java.util.regex.Pattern;

/** What dimming takes: the kernel's channels, and the thread for lines without one. */
final class PwmShapes {
  static final String CHANNEL = "channel";
  static final String CHIP = "pwmchip0";

  static final NumberType CHANNELS = new NumberType(0, 65_535);

  private static final int NANOS_A_SECOND = 1_000_000_000;
  private static final SysfsPwmSettings DEFAULT = SysfsPwmSettings.DEFAULT;

  static final Shape<Wiring.Dimmed> DIMMED =
      Shapes.of(
          "the PWM of an output",
          Key.of(
              WiringShapes.CHIP,
              new TextType(
                  Pattern.compile("pwmchip[0-9]{1,9}"), "a PWM chip such as '" + CHIP + "'"),
              CHIP,
              "The PWM chip."),
          Key.required(CHANNEL, CHANNELS, "Which of the chip's channels."),
          Key.of(
              "frequency",
              new NumberType(1, 1_000_000),
              (int) (NANOS_A_SECOND / DEFAULT.period().toNanos()),
              "How often it goes on and off, in Hz."),
          WiringShapes.activeLow(),
          WiringShapes.curve(),
          WiringShapes.onStop("What becomes of it when the hub stops."),
          Key.of(
              "takeOver",
              Common.FLAG,
              DEFAULT.takeOver(),
              "Whether a channel that is exported already is used nevertheless."),
          (chip, channel, frequency, activeLow, curve, onStop, takeOver) ->
              new Wiring.KernelDimmed(
                  new PwmAddress(PwmAddress.ROOT, chip, channel),
                  new SysfsPwmSettings(
                      Duration.ofNanos(NANOS_A_SECOND / frequency),
                      activeLow,
                      curve,
                      onStop,
                      takeOver)));

  private static final Shape<SoftPwmSettings> SOFT_PWM =
      Shapes.of(
          "software PWM",
          Key.of(
              "frequency",
              new NumberType(10, 1_000),
              SoftPwmSettings.DEFAULT.frequency(),
              "How often a line goes on and off, in Hz."),
          Key.of(
              "steps",
              new NumberType(2, 1_000),
              SoftPwmSettings.DEFAULT.steps(),
              "How finely; no step is shorter than 20 µs."),
          SoftPwmSettings::new);

  static final Shape<SoftPwmSettings> HARDWARE =
      Shapes.of(
          "the hardware",
          Key.of(
              "softPwm",
              SOFT_PWM,
              SoftPwmSettings.DEFAULT,
              "How lines are dimmed that have no PWM of their own."),
          softPwm -> softPwm);

  private PwmShapes() {}
}
