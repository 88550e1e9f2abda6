package dev.signalbox.boards;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.signalbox.core.engine.DriverFault;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class PortValueTest {
  private final AtomicBoolean broken = new AtomicBoolean();
  private final List<Integer> writes = new ArrayList<>();
  private final PortValue<Integer> value =
      new PortValue<>(percent -> {
        writes.add(percent);
        if (broken.get()) {
          throw new DriverFault("The line is gone.");
        }
      });

  @Test
  void write_ofTheSameValue_isLeftOut() {
    value.write(1);
    value.write(1);
    value.write(2);
    value.write(1);

    assertEquals(List.of(1, 2, 1), writes);
  }

  @Test
  void write_afterAFault_isNotLeftOut() {
    value.write(1);
    broken.set(true);
    assertThrows(DriverFault.class, () -> value.write(2));
    broken.set(false);
    value.write(1);

    assertEquals(List.of(1, 2, 1), writes);
  }
}
