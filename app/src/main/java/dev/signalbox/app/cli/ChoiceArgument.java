package dev.signalbox.app.cli;

import dev.signalbox.app.gpio.LineText;
import dev.signalbox.hardware.gpio.Bias;
import dev.signalbox.hardware.gpio.Drive;
import dev.signalbox.hardware.gpio.Edges;
import dev.signalbox.hardware.tm1637.Tm1637Settings.Acknowledge;
import java.util.List;
import java.util.stream.Collectors;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** One of a few words, written as everywhere else: {@code pull-up}. */
abstract class ChoiceArgument<E extends Enum<E>> implements ITypeConverter<E> {
  private final List<E> choices;

  ChoiceArgument(List<E> choices) {
    this.choices = choices;
  }

  @Override
  public final E convert(String text) {
    return choices.stream()
        .filter(choice -> LineText.word(choice).equals(text))
        .findFirst()
        .orElseThrow(
            () -> new TypeConversionException("'" + text + "' must be one of " + words(choices)));
  }

  private static String words(List<? extends Enum<?>> choices) {
    return choices.stream().map(LineText::word).collect(Collectors.joining(", "));
  }

  static final class OfBias extends ChoiceArgument<Bias> {
    OfBias() {
      super(List.of(Bias.values()));
    }
  }

  static final class OfDrive extends ChoiceArgument<Drive> {
    OfDrive() {
      super(List.of(Drive.values()));
    }
  }

  static final class OfEdges extends ChoiceArgument<Edges> {
    OfEdges() {
      super(List.of(Edges.RISING, Edges.FALLING, Edges.BOTH));
    }
  }

  static final class OfAcknowledge extends ChoiceArgument<Acknowledge> {
    OfAcknowledge() {
      super(List.of(Acknowledge.values()));
    }
  }
}
