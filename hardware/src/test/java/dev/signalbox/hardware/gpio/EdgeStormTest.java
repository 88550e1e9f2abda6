package dev.signalbox.hardware.gpio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class EdgeStormTest {
  private static final long START = -5;
  private static final long SECOND = 1_000_000_000;

  private final EdgeStorm storm = new EdgeStorm(10, START);

  @Test
  void asManyAsAllowed_areNoStorm() {
    for (int second = 0; second < 5; second++) {
      storm.count(10, START + second * SECOND);
    }

    assertFalse(storm.isRaging());
    assertFalse(storm.isPaused());
  }

  @Test
  void moreThanAllowed_pauseForASecond() {
    storm.count(10, START);
    storm.count(1, START + 5);
    assertTrue(storm.isRaging());
    assertTrue(storm.isPaused());
    assertEquals(START + 5 + SECOND, storm.windowEnds());

    storm.passTo(START + 4 + SECOND);
    assertTrue(storm.isPaused());
    storm.passTo(START + 5 + SECOND);
    assertFalse(storm.isPaused());
    assertTrue(storm.isRaging(), "nobody knows yet");
  }

  @Test
  void storm_isOverAfterASecondOfListeningWithoutTooMany() {
    storm.count(11, START);
    storm.passTo(START + SECOND);
    storm.count(10, START + SECOND);
    assertTrue(storm.isRaging());

    storm.passTo(START + 2 * SECOND);
    assertFalse(storm.isRaging());
    assertEquals(21, storm.total());
  }

  @Test
  void storm_thatGoesOn_isOneStorm() {
    for (int second = 0; second < 5; second++) {
      storm.count(11, START + second * SECOND);
      assertTrue(storm.isPaused());
      storm.passTo(START + (second + 1) * SECOND);
      assertTrue(storm.isRaging());
    }
    assertEquals(55, storm.total());
  }

  @Test
  void edgesOfAPause_leftOverFromBefore_prolongNothing() {
    storm.count(11, START);
    storm.count(100, START + SECOND / 2);

    storm.passTo(START + SECOND);
    assertFalse(storm.isPaused());
  }

  @Test
  void nextStorm_isCountedAnew() {
    storm.count(11, START);
    storm.passTo(START + SECOND);
    storm.passTo(START + 2 * SECOND);
    storm.count(12, START + 2 * SECOND);

    assertTrue(storm.isRaging());
    assertEquals(12, storm.total());
  }
}
