package dev.signalbox.app.settings;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** What is written in a file for a default, where that is short enough to say. */
final class SettingDefault {
  private SettingDefault() {}

  /** A plain value; empty for a mapping, whose keys have defaults of their own. */
  static Optional<Object> of(SettingType<?> type, Object value) {
    return switch (type) {
      case FlagType _, LabelType _, NumberType _, TextType _ -> Optional.of(value);
      case DurationType _ ->
          value instanceof Duration duration
              ? Optional.of(DurationType.shown(duration))
              : Optional.empty();
      case ChoiceType<?> choice ->
          choice.words().entrySet().stream()
              .filter(word -> Objects.equals(word.getValue(), value))
              .<Object>map(Map.Entry::getKey)
              .findFirst();
      case NoneType<?> none ->
          value instanceof Optional<?> given && given.isPresent()
              ? of(none.type(), given.get())
              : Optional.of(NoneType.NONE);
      case ListType<?> _ -> value.equals(List.of()) ? Optional.of(List.of()) : Optional.empty();
      case MapType<?> _ -> value.equals(List.of()) ? Optional.of(Map.of()) : Optional.empty();
      case MaybeType<?> _, Shape<?> _, KindType<?> _, EntryId<?> _ -> Optional.empty();
    };
  }
}
