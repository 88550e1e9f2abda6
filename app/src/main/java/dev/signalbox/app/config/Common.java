package dev.signalbox.app.config;

import dev.signalbox.app.settings.DurationType;
import dev.signalbox.app.settings.FlagType;
import dev.signalbox.app.settings.Key;
import dev.signalbox.app.settings.NumberType;
import dev.signalbox.app.settings.SettingType;
import dev.signalbox.app.settings.TextType;
import dev.signalbox.core.model.BoardId;
import dev.signalbox.core.model.PartId;
import java.time.Duration;
import java.util.Optional;

/** What the shapes of several boards have in common. */
final class Common {
  static final int NAME_LENGTH = 40;
  static final FlagType FLAG = new FlagType();
  static final NumberType INT32 = new NumberType(Integer.MIN_VALUE, Integer.MAX_VALUE);
  static final SettingType<Duration> EFFECT =
      DurationType.between(Duration.ofMillis(10), Duration.ofMillis(65_535));

  private Common() {}

  static Key<BoardId> boardId() {
    return Key.ownId(BoardId::new);
  }

  static Key<PartId> partId() {
    return Key.ownId(PartId::new);
  }

  static Key<Optional<String>> boardName() {
    return Key.maybe(
        "name", TextType.notBlank(NAME_LENGTH), "What people call the board; its id if left out.");
  }

  static Key<Optional<String>> partName() {
    return Key.maybe(
        "name", TextType.upTo(NAME_LENGTH), "What people call the part; its id if left out.");
  }

  static Key<String> partName(String fallback) {
    return Key.of("name", TextType.upTo(NAME_LENGTH), fallback, "What people call the part.");
  }
}
