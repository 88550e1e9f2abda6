package dev.signalbox.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Clients that want each part told only so often. */
final class PacedTest {
  private static final long PERIOD_MS = 500;

  /** One for each test: those who follow the same at the same pace share what is held back. */
  private ServedHub hub;

  @BeforeEach
  void start() {
    hub = new ServedHub(ServedHub.settings(ServedHub.generous()));
  }

  @AfterEach
  void stop() {
    hub.close();
  }

  @ParameterizedTest
  @EnumSource
  void part_changesOften_isToldOnceAPeriod(Transport transport) {
    try (Following stream = transport.follow(hub, "?boards=counter,yard&maxRate=2")) {
      stream.next("snapshot");
      long begin = System.nanoTime();
      hub.count(1);
      String first = hub.id();
      Told told = stream.next("change");
      assertEquals(1, told.data().at("set", "value").number());
      assertEquals(Optional.of(first), told.id());
      for (int value = 2; value <= 9; value++) {
        hub.count(value);
      }
      hub.settle();
      hub.ask(Ask.of("POST", "/v1/boards/yard/parts/out1/toggle")).expect(200);
      Told other = stream.next("change");
      assertEquals("out1", other.data().at("part").text());
      assertEquals(Optional.empty(), other.id(), "an id while a change is held back");
      Told folded = stream.next("change");
      long ms = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begin);
      assertTrue(ms >= PERIOD_MS, "told again after " + ms + " ms");
      assertEquals(9, folded.data().at("put", "value").number());
      assertEquals(7, folded.data().at("skipped").number());
      assertEquals(Optional.of(hub.id()), folded.id());
    }
  }

  @ParameterizedTest
  @EnumSource
  void heldBack_isToldToWhoComesBack(Transport transport) {
    String complete;
    try (Following stream = transport.follow(hub, "?boards=counter&maxRate=0.01")) {
      stream.next("snapshot");
      hub.count(1);
      complete = stream.next("change").id().orElseThrow();
      hub.count(2);
      hub.count(3);
      hub.settle();
    }
    try (Following stream =
        transport.follow(hub, "?boards=counter&maxRate=0.01&since=" + complete)) {
      Told missed = stream.next("change");
      assertFalse(missed.data().at("put").isMissing(), missed.toString());
      assertEquals(3, missed.data().at("put", "value").number());
      assertEquals(Optional.of(hub.id()), missed.id());
    }
  }
}
