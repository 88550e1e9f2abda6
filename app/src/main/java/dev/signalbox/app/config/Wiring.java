package dev.signalbox.app.config;

import dev.signalbox.hardware.gpio.AtTheEnd;
import dev.signalbox.hardware.gpio.Bias;
import dev.signalbox.hardware.gpio.Drive;
import dev.signalbox.hardware.gpio.InputSettings;
import dev.signalbox.hardware.gpio.LineAddress;
import dev.signalbox.hardware.gpio.OutputSettings;
import dev.signalbox.hardware.pwm.Curve;
import dev.signalbox.hardware.pwm.PwmAddress;
import dev.signalbox.hardware.pwm.SysfsPwmSettings;
import dev.signalbox.hardware.tm1637.Tm1637Settings;
import java.time.Duration;

/** What a part is wired to. A part without one is simulated. */
public sealed interface Wiring {
  /** A contact on a line. */
  record Contact(LineAddress line, boolean activeLow, Bias bias, Duration debounce)
      implements Wiring {
    /** For that user of the line, whom others see. */
    public InputSettings settings(String consumer) {
      return new InputSettings(consumer, activeLow, bias, debounce, InputSettings.MOST_EDGES);
    }
  }

  /** Something that is switched by a line. */
  record Switched(LineAddress line, boolean activeLow, Drive drive, AtTheEnd onStop)
      implements Wiring {
    /** For that user of the line, whom others see. */
    public OutputSettings settings(String consumer) {
      return new OutputSettings(consumer, activeLow, drive, Bias.AS_IS, onStop);
    }
  }

  /** Something that is dimmed. */
  sealed interface Dimmed extends Wiring {}

  /** Dimmed by switching a line on and off. */
  record SoftDimmed(Switched line, Curve curve) implements Dimmed {}

  /** Dimmed by one of the kernel's PWM channels. */
  record KernelDimmed(PwmAddress channel, SysfsPwmSettings settings) implements Dimmed {}

  /** Four digits on a TM1637. */
  record Digits(
      LineAddress clk,
      LineAddress dio,
      Duration bitTime,
      Drive drive,
      Tm1637Settings.Acknowledge acknowledge,
      AtTheEnd onStop)
      implements Wiring {
    /** For that user of the lines, whom others see. */
    public Tm1637Settings settings(String consumer) {
      return new Tm1637Settings(consumer, bitTime, drive, acknowledge, onStop);
    }
  }
}
