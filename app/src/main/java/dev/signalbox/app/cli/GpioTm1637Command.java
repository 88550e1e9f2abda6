package dev.signalbox.app.cli;

import dev.signalbox.app.gpio.DisplayTrial;
import dev.signalbox.app.gpio.NamedLine;
import dev.signalbox.app.gpio.StopRequest;
import dev.signalbox.hardware.gpio.AtTheEnd;
import dev.signalbox.hardware.gpio.Drive;
import dev.signalbox.hardware.gpio.GpioChips;
import dev.signalbox.hardware.gpio.LineAddress;
import dev.signalbox.hardware.tm1637.Tm1637Settings;
import dev.signalbox.hardware.tm1637.Tm1637Settings.Acknowledge;
import dev.signalbox.hardware.tm1637.Tm1637Trial;
import java.time.Duration;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Tries a display of four digits. */
@Command(
    name = "tm1637",
    mixinStandardHelpOptions = true,
    versionProvider = ProgramVersion.class,
    sortOptions = false,
    description = {
      "Tries a display of four digits: each segment, each brightness, and then it counts.",
      "It fails if the display did not acknowledge everything that it was sent."
    },
    footer = {
      "",
      "Examples:",
      "  signalbox gpio test tm1637 --clk 22 --dio 21",
      "  signalbox gpio test tm1637 --clk GPIO22 --dio GPIO21 --bit-time 500us"
    })
final class GpioTm1637Command extends GpioLineWork {
  @Option(
      names = "--clk",
      paramLabel = "LINE",
      required = true,
      description = "Its clock line, by number or name.")
  private String clk = "";

  @Option(
      names = "--dio",
      paramLabel = "LINE",
      required = true,
      description = "Its data line, of the same chip.")
  private String dio = "";

  @Option(
      names = "--bit-time",
      paramLabel = "TIME",
      converter = TimeArgument.class,
      description =
          "How long a bit takes, 2us to 10ms; 100us if left out. Capacitors on the wires"
              + " need more.")
  private Duration bitTime = Tm1637Settings.DEFAULT_BIT_TIME;

  @Option(
      names = "--drive",
      paramLabel = "DRIVE",
      converter = ChoiceArgument.OfDrive.class,
      description = "open-drain, or push-pull, as if left out.")
  private Drive drive = Drive.PUSH_PULL;

  @Option(
      names = "--acknowledge",
      paramLabel = "WORD",
      converter = ChoiceArgument.OfAcknowledge.class,
      description = "ignore, for displays that give none; or require, as if left out.")
  private Acknowledge acknowledge = Acknowledge.REQUIRE;

  @Option(
      names = "--for",
      paramLabel = "TIME",
      converter = TimeArgument.class,
      description = "How long it counts, up to 24h; 10s if left out.")
  private Duration length = Duration.ofSeconds(10);

  GpioTm1637Command(GpioWorld world) {
    super(world);
  }

  @Override
  int work(GpioChips chips) {
    Duration counting = HoldTime.checked(length);
    Tm1637Settings settings =
        new Tm1637Settings(NamedLine.CONSUMER, bitTime, drive, acknowledge, AtTheEnd.OFF);
    var _ = find(chips, List.of(clk, dio));
    StopRequest stop = stopRequest();
    try (Tm1637Trial display = Tm1637Trial.open(chips, address(clk), address(dio), settings)) {
      return verdict(trial(display, stop).run(counting), stop);
    }
  }

  private LineAddress address(String line) {
    return new LineAddress(chip(), line);
  }

  private DisplayTrial trial(Tm1637Trial display, StopRequest stop) {
    DisplayTrial.Time time =
        new DisplayTrial.Time(pause -> stop.await(pause).isPresent(), System::nanoTime);
    return new DisplayTrial(display, time, this::say, this::complain);
  }

  private int verdict(DisplayTrial.Outcome outcome, StopRequest stop) {
    if (outcome.failed() > 0) {
      complain(
          "%d of %d writes to the display failed.".formatted(outcome.failed(), outcome.written()));
      return CommandLine.ExitCode.SOFTWARE;
    }
    say(
        acknowledge == Acknowledge.REQUIRE
            ? "The display acknowledged everything; it is made dark."
            : "Everything was sent; whether it arrived was not asked. The display is made dark.");
    return stop.came().orElse(CommandLine.ExitCode.OK);
  }
}
