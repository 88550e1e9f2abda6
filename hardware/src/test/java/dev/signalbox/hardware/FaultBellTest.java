package dev.signalbox.hardware;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FaultBellTest {
  private final FaultBell bell = new FaultBell();
  private final List<Optional<String>> told = new ArrayList<>();

  private void listen() {
    bell.onFaultChange(() -> told.add(bell.fault()));
  }

  @Test
  void everyChange_isToldOnce() {
    listen();
    bell.rest();
    bell.ring("gone");
    bell.ring("gone");
    bell.ring("in use");
    bell.rest();
    bell.rest();
    bell.ring("gone");

    assertEquals(
        List.of(Optional.of("gone"), Optional.of("in use"), Optional.empty(), Optional.of("gone")),
        told);
  }

  @Test
  void fault_fromBeforeSomeoneListens_isThereToBeAskedFor() {
    bell.ring("gone");
    listen();

    assertEquals(List.of(), told);
    assertEquals(Optional.of("gone"), bell.fault());
  }

  @Test
  void listener_isTheLastOne() {
    listen();
    bell.onFaultChange(() -> {});
    bell.ring("gone");

    assertEquals(List.of(), told);
  }
}
