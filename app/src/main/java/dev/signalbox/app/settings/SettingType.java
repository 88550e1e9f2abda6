package dev.signalbox.app.settings;

import dev.signalbox.app.yaml.Problems;
import java.util.Optional;

/**
 * What values a setting can have, and how they are read.
 *
 * @param <T> the values as the program has them
 */
public sealed interface SettingType<T>
    permits ChoiceType,
        DurationType,
        EntryId,
        FlagType,
        KindType,
        LabelType,
        ListType,
        MapType,
        MaybeType,
        NoneType,
        NumberType,
        Shape,
        TextType {

  /** Reads a value; empty if it is wrong, for reasons that are then noted. */
  Optional<T> read(Spot spot, Problems problems);

  /** What is allowed, as a phrase: {@code a whole number from 0 to 7}. */
  String allowed();
}
