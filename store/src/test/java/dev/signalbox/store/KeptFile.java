package dev.signalbox.store;

import dev.signalbox.core.model.PartAddress;
import dev.signalbox.core.model.SavedPart;
import dev.signalbox.core.model.SavedSettings;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Settings files as they should be, both with {@link #SETTINGS}. */
enum KeptFile {
  /** Of the time before the seal. */
  OLD("intact.mv"),
  /** With a seal, and more than one version in it. */
  SEALED("sealed.mv");

  static final SavedSettings SETTINGS =
      new SavedSettings(
          Map.of(),
          Map.of(
              PartAddress.of("yard", "out1"),
              new SavedPart.Settings("output", Map.of("name", "Light", "brightness", 75)),
              PartAddress.of("yard", "chase1"),
              new SavedPart.Settings("chase", Map.of("members", List.of("out1", "out2"))),
              PartAddress.of("yard", "out8"),
              new SavedPart.Removed()));

  private final String name;

  KeptFile(String name) {
    this.name = name;
  }

  byte[] bytes() {
    try (InputStream in = KeptFile.class.getResourceAsStream(name)) {
      return Objects.requireNonNull(in).readAllBytes();
    } catch (IOException fault) {
      throw new UncheckedIOException(fault);
    }
  }
}
