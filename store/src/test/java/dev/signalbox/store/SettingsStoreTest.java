package dev.signalbox.store;

import static dev.signalbox.store.SettableHub.YARD;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.signalbox.core.model.Command;
import dev.signalbox.core.model.Output;
import dev.signalbox.core.model.SavedSettings;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsStoreTest {
  @TempDir Path folder;

  @Test
  void settings_ofOneRun_areThereInTheNext() {
    try (SettingsStore store = SettingsStore.open(folder)) {
      SettableHub hub = new SettableHub(store.saved());
      store.follow(hub.stream(), SettableHub.specs());
      hub.set(YARD, "out2", "brightness", 33);
      hub.accept(new Command.SetBoard(YARD, Map.of("name", "Garden")));
    }

    try (SettingsStore store = SettingsStore.open(folder)) {
      SettableHub hub = new SettableHub(store.saved());
      assertEquals(33, ((Output) hub.part(YARD, "out2")).brightness());
      assertEquals("Garden", hub.state().board(YARD).orElseThrow().info().name());
    }
  }

  @Test
  void settings_reset_leaveNothing() {
    try (SettingsStore store = SettingsStore.open(folder)) {
      SettableHub hub = new SettableHub(store.saved());
      store.follow(hub.stream(), SettableHub.specs());
      hub.set(YARD, "out2", "brightness", 33);
    }
    try (SettingsStore store = SettingsStore.open(folder)) {
      SettableHub hub = new SettableHub(store.saved());
      store.follow(hub.stream(), SettableHub.specs());
      hub.accept(new Command.ResetBoard(YARD));
    }

    try (SettingsStore store = SettingsStore.open(folder)) {
      assertEquals(SavedSettings.NONE, store.saved());
    }
  }

  @Test
  void close_neverFollowed_isFine() {
    SettingsStore.open(folder).close();

    try (SettingsStore again = SettingsStore.open(folder)) {
      assertEquals(SavedSettings.NONE, again.saved());
    }
  }
}
