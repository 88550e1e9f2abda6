package dev.signalbox.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;

/** However the dialect's loop and the client's take turns, the client ends on what is true. */
final class DialectAudienceTest {
  private static final int SCHEDULES = 400;
  private static final int MOVES = 60;

  private static SteppedAudience joined() {
    SteppedAudience audience = new SteppedAudience();
    audience.tell(3);
    audience.join();
    audience.stepAll();
    assertEquals(audience.truth(), audience.told());
    return audience;
  }

  @Test
  void news_leftOut() {
    SteppedAudience audience = joined();
    audience.tell(SteppedAudience.MANY);
    audience.stepAll();
    assertEquals(audience.truth(), audience.told());
  }

  /** How things stand was looked up before, and comes after what said that something is missing. */
  @Test
  void news_leftOutWhileACatchUpIsOnItsWay() {
    SteppedAudience audience = joined();
    audience.stop();
    audience.tell(1);
    while (audience.clients.step()) {}
    audience.goOn();
    audience.tell(SteppedAudience.MANY);
    assertTrue(audience.dialect.step());
    audience.tell(3);
    audience.stepAll();
    assertEquals(audience.truth(), audience.told());
  }

  @Test
  void news_leftOutAsTheClientComes() {
    SteppedAudience audience = new SteppedAudience();
    audience.tell(SteppedAudience.MANY);
    audience.join();
    audience.stepAll();
    assertEquals(audience.truth(), audience.told());
  }

  /** What the client missed is not taken to be complete by what comes after. */
  @Test
  void news_leftOutWhileTheClientTakesNothing() {
    SteppedAudience audience = joined();
    audience.stop();
    audience.tell(SteppedAudience.MANY);
    while (audience.clients.step()) {}
    audience.tell(1);
    audience.stepAll();
    audience.goOn();
    audience.stepAll();
    assertEquals(audience.truth(), audience.told());
  }

  @Test
  void news_inAnyOrderOfTurns() {
    for (int seed = 0; seed < SCHEDULES; seed++) {
      SteppedAudience audience = new SteppedAudience();
      Random random = new Random(seed);
      int joins = random.nextInt(MOVES);
      for (int move = 0; move < MOVES; move++) {
        if (move == joins) {
          audience.join();
        }
        move(audience, random);
      }
      audience.goOn();
      audience.stepAll();
      assertEquals(audience.truth(), audience.told(), "schedule " + seed);
    }
  }

  private static void move(SteppedAudience audience, Random random) {
    int count = random.nextInt(1, 600);
    switch (random.nextInt(6)) {
      case 0, 1 -> audience.tell(count);
      case 2 -> audience.tell(1);
      case 3 -> step(audience.clients, count);
      case 4 -> step(audience.dialect, random.nextInt(1, 3));
      default -> {
        audience.stop();
        step(audience.clients, count);
        audience.goOn();
      }
    }
  }

  private static void step(SteppedTasks loop, int count) {
    for (int i = 0; i < count && loop.step(); i++) {}
  }
}
