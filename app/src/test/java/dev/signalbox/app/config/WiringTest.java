package dev.signalbox.app.config;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.signalbox.core.model.PartId;
import dev.signalbox.hardware.gpio.AtTheEnd;
import dev.signalbox.hardware.gpio.Bias;
import dev.signalbox.hardware.gpio.Drive;
import dev.signalbox.hardware.gpio.LineAddress;
import dev.signalbox.hardware.pwm.Curve;
import dev.signalbox.hardware.pwm.PwmAddress;
import dev.signalbox.hardware.pwm.SoftPwmSettings;
import dev.signalbox.hardware.pwm.SysfsPwmSettings;
import dev.signalbox.hardware.tm1637.Tm1637Settings;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class WiringTest {
  private static Configuration read(String file) {
    return assertInstanceOf(
            ConfigurationFile.Fine.class, ConfigurationFile.read("test", file.getBytes(UTF_8)))
        .configuration();
  }

  private static BoardPlan.Kind kind(String board) {
    return read("boards: {b: {" + board + "}}").boards().getFirst().kind();
  }

  private static Optional<Wiring.Digits> digits(String tm1637) {
    return ((BoardPlan.CounterKind) kind("kind: counter, display: {tm1637: {" + tm1637 + "}}"))
        .display();
  }

  private static BoardPlan.ToggleKind toggle(String parts) {
    return (BoardPlan.ToggleKind) kind("kind: toggle, " + parts);
  }

  private static Wiring.Dimmed output(String wiring) {
    BoardPlan.OutputsKind kind =
        (BoardPlan.OutputsKind) kind("kind: outputs, outputs: {a: {pin: 1, " + wiring + "}}");
    return kind.wired().get(new PartId("a"));
  }

  @Test
  void display_withItsTwoLines_isAPlainTm1637() {
    assertEquals(
        Optional.of(
            new Wiring.Digits(
                LineAddress.of("22"),
                LineAddress.of("21"),
                Duration.ofNanos(100_000),
                Drive.PUSH_PULL,
                Tm1637Settings.Acknowledge.REQUIRE,
                AtTheEnd.OFF)),
        digits("clk: 22, dio: 21"));
  }

  @Test
  void display_withAllKeys_isAsTheySay() {
    assertEquals(
        Optional.of(
            new Wiring.Digits(
                LineAddress.of("pinctrl-rp1", "GPIO22"),
                LineAddress.of("pinctrl-rp1", "GPIO21"),
                Duration.ofMillis(10),
                Drive.OPEN_DRAIN,
                Tm1637Settings.Acknowledge.IGNORE,
                AtTheEnd.KEEP)),
        digits(
            "chip: pinctrl-rp1, clk: GPIO22, dio: GPIO21, bitTime: 10ms, drive: open-drain,"
                + " acknowledge: ignore, onStop: keep"));
  }

  @Test
  void switchAndLed_withTheirLines_areAButtonToGroundAndAPlainOutput() {
    BoardPlan.ToggleKind kind = toggle("switch: {gpio: {line: 0}}, led: {gpio: {line: 5}}");

    assertEquals(
        Optional.of(new Wiring.Contact(LineAddress.of("0"), true, Bias.PULL_UP, Duration.ZERO)),
        kind.contact());
    assertEquals(
        Optional.of(new Wiring.Switched(LineAddress.of("5"), false, Drive.PUSH_PULL, AtTheEnd.OFF)),
        kind.led());
  }

  @Test
  void switchAndLed_withAllKeys_areAsTheySay() {
    BoardPlan.ToggleKind kind =
        toggle(
            "switch: {gpio: {chip: 0, line: BUTTON 1, activeLow: false, bias: none, debounce:"
                + " 5ms}}, led: {gpio: {chip: /dev/gpiochip4, line: '5', activeLow: true, drive:"
                + " open-source, onStop: keep}}");

    assertEquals(
        Optional.of(
            new Wiring.Contact(
                LineAddress.of("0", "BUTTON 1"), false, Bias.DISABLED, Duration.ofMillis(5))),
        kind.contact());
    assertEquals(
        Optional.of(
            new Wiring.Switched(
                LineAddress.of("/dev/gpiochip4", "5"), true, Drive.OPEN_SOURCE, AtTheEnd.KEEP)),
        kind.led());
  }

  @Test
  void output_onALine_isDimmedBySoftware() {
    assertEquals(
        new Wiring.SoftDimmed(
            new Wiring.Switched(
                LineAddress.of("gpiochip0", "GPIO17"), true, Drive.OPEN_DRAIN, AtTheEnd.KEEP),
            Curve.LINEAR),
        output(
            "gpio: {chip: gpiochip0, line: GPIO17, activeLow: true, drive: open-drain,"
                + " curve: linear, onStop: keep}"));
  }

  @Test
  void output_onAPwmChannel_isDimmedByTheKernel() {
    assertEquals(
        new Wiring.KernelDimmed(
            new PwmAddress(PwmAddress.ROOT, "pwmchip0", 1), SysfsPwmSettings.DEFAULT),
        output("pwm: {channel: 1}"));
    assertEquals(
        new Wiring.KernelDimmed(
            new PwmAddress(PwmAddress.ROOT, "pwmchip2", 0),
            new SysfsPwmSettings(
                Duration.ofNanos(40_000), true, Curve.LINEAR, AtTheEnd.KEEP, false)),
        output(
            "pwm: {chip: pwmchip2, channel: 0, frequency: 25000, activeLow: true, curve: linear,"
                + " onStop: keep, takeOver: false}"));
  }

  @Test
  void softPwm_ofTheHardware_isForAllLines() {
    assertEquals(
        new SoftPwmSettings(200, 50),
        read("hardware: {softPwm: {frequency: 200, steps: 50}}").softPwm());
    assertEquals(SoftPwmSettings.DEFAULT, read("hub: {}").softPwm());
  }

  @Test
  void configuration_simulated_isWiredToNothing() {
    Configuration wired =
        read(
            """
            boards:
              till: {kind: counter, counter: {step: 3}, display: {tm1637: {clk: 22, dio: 21}}}
              lamp: {kind: toggle, led: {lit: true, gpio: {line: 5}}, switch: {gpio: {line: 0}}}
              yard: {kind: outputs, outputs: {a: {pin: 4, gpio: {line: 4}}, b: {pin: 5}}}
              hub: {kind: hub}
            """);

    assertEquals(
        read("""
        boards:
          till: {kind: counter, counter: {step: 3}}
          lamp: {kind: toggle, led: {lit: true}}
          yard: {kind: outputs, outputs: {a: {pin: 4}, b: {pin: 5}}}
          hub: {kind: hub}
        """)
            .boards(),
        wired.simulated().boards());
    assertEquals(
        Map.of(
            new PartId("a"),
            new Wiring.SoftDimmed(
                new Wiring.Switched(LineAddress.of("4"), false, Drive.PUSH_PULL, AtTheEnd.OFF),
                Curve.LIGHTNESS)),
        ((BoardPlan.OutputsKind) wired.boards().get(2).kind()).wired());
  }

  @Test
  void linesOfDifferentChips_withOneNumber_areTaken() {
    Configuration read =
        read(
            """
            boards:
              a: {kind: toggle, led: {gpio: {chip: gpiochip0, line: 5}}}
              b: {kind: toggle, led: {gpio: {chip: gpiochip1, line: 5}}}
              gpio: {kind: outputs, outputs: {gpio: {pin: 1, gpio: {line: 5}}, pwm: {pin: 2}}}
            """);

    assertEquals(
        List.of("a", "b", "gpio"), read.boards().stream().map(plan -> plan.id().value()).toList());
  }
}
