package dev.signalbox.store;

import static dev.signalbox.store.SettableHub.DESK;
import static dev.signalbox.store.SettableHub.YARD;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.signalbox.core.model.PartAddress;
import dev.signalbox.core.model.SavedPart;
import dev.signalbox.core.model.SavedSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class SettingsSaverTest {
  private final SettableHub hub = new SettableHub(SavedSettings.NONE, 4);
  private final List<SavedSettings> written = new ArrayList<>();
  private boolean full;
  private final SettingsSaver saver =
      new SettingsSaver(
          new KeptSettings(SettableHub.specs()),
          hub.stream().cursor(),
          SavedSettings.NONE,
          this::write,
          0);

  @BeforeAll
  static void silence() {
    Logger.getLogger(SettingsSaver.class.getName()).setLevel(Level.OFF);
  }

  @AfterAll
  static void speak() {
    Logger.getLogger(SettingsSaver.class.getName()).setLevel(null);
  }

  private void write(SavedSettings settings) {
    if (full) {
      throw new IllegalStateException("disk full");
    }
    written.add(settings);
  }

  private static long ms(long ms) {
    return TimeUnit.MILLISECONDS.toNanos(ms);
  }

  private void dim(int brightness) {
    hub.set(YARD, "out1", "brightness", brightness);
    saver.wake();
  }

  private static SavedSettings dimmed(int brightness) {
    return new SavedSettings(
        Map.of(),
        Map.of(
            PartAddress.of("yard", "out1"),
            new SavedPart.Settings("output", Map.of("brightness", brightness))));
  }

  @Test
  void step_nothingNew_writesNothingAndIsNotDue() {
    assertEquals(SettingsSaver.NEVER, saver.step(0));
    assertEquals(List.of(), written);
  }

  @Test
  void wake_twice_isNewsOnce() {
    assertTrue(saver.wake());
    assertFalse(saver.wake());
  }

  @Test
  void step_aSettingChanged_writesAtOnce() {
    saver.step(0);
    dim(10);

    assertEquals(SettingsSaver.NEVER, saver.step(ms(5_000)));
    assertEquals(List.of(dimmed(10)), written);
  }

  @Test
  void step_manyChanges_writesOnceASecondAndTheLastOne() {
    for (int t = 0; t < 3_000; t += 10) {
      dim(t % 100);
      saver.step(ms(t));
    }
    dim(77);
    long due = saver.step(ms(3_000));
    while (due != SettingsSaver.NEVER) {
      due = saver.step(due);
    }

    assertTrue(written.size() <= 4, "writes: " + written.size());
    assertEquals(dimmed(77), written.getLast());
  }

  @Test
  void step_somethingElseChanged_writesNothing() {
    saver.step(0);
    hub.set(DESK, "led", "lit", true);
    saver.wake();

    assertEquals(SettingsSaver.NEVER, saver.step(ms(5_000)));
    assertEquals(List.of(), written);
  }

  @Test
  void step_laterThanTheLogIsLong_goesByTheState() {
    saver.step(0);
    dim(10);
    for (int n = 0; n < 10; n++) {
      hub.set(DESK, "led", "lit", n % 2 == 0);
    }
    saver.step(ms(5_000));

    assertEquals(List.of(dimmed(10)), written);
  }

  @Test
  void step_cannotWrite_triesAgainAfterTenSeconds() {
    full = true;
    dim(10);

    assertEquals(ms(15_000), saver.step(ms(5_000)));
    full = false;
    saver.step(ms(14_999));
    assertEquals(List.of(), written);
    saver.step(ms(15_000));
    assertEquals(List.of(dimmed(10)), written);
  }

  @Test
  void finish_rightAfterAWrite_writesTheRest() {
    dim(10);
    saver.step(ms(5_000));
    dim(20);
    saver.finish(ms(5_001));

    assertEquals(List.of(dimmed(10), dimmed(20)), written);
  }
}
