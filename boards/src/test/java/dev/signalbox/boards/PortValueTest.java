package dev.signalbox.boards;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.signalbox.core.engine.Driver;
import dev.signalbox.core.engine.Moment;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PortValueTest {
  private final FaultyPwm port = new FaultyPwm();
  private int changes;
  private final PortValue<Integer> value = new PortValue<>(port, port::set, () -> changes++);

  private static Moment at(long ms) {
    return new Moment(ms * 1_000_000, 0);
  }

  @Test
  void write_ofTheSameValue_isLeftOut() {
    value.write(1, at(0));
    value.write(1, at(0));
    value.write(2, at(1));
    value.write(1, at(1));

    assertEquals(List.of(1, 2, 1), port.writes);
    assertEquals(0, changes);
  }

  @Test
  void refusal_isNotedAndTriedAfterASecondWithWhatIsWantedThen() {
    value.write(1, at(0));
    port.refuse("in use");
    value.write(2, at(10));
    assertEquals(Optional.of("in use"), value.fault());
    assertEquals(at(1_010).nanos(), value.due());
    assertEquals(1, changes);

    port.refuse(null);
    value.write(3, at(1_009));
    assertEquals(2, port.tries());
    value.write(1, at(1_010));
    assertEquals(List.of(1, 1), port.writes, "what it had before is not known any more");
    assertEquals(Optional.empty(), value.fault());
    assertEquals(Driver.NEVER, value.due());
    assertEquals(2, changes);
  }

  @Test
  void refusal_withTheSameWords_isNoNews() {
    port.refuse("in use");
    value.write(1, at(0));
    value.write(1, at(1_000));
    value.write(1, at(2_000));

    assertEquals(3, port.tries());
    assertEquals(1, changes);
  }

  @Test
  void forget_hasTheSameWrittenAnew() {
    value.write(1, at(0));
    value.forget();
    value.write(1, at(0));

    assertEquals(List.of(1, 1), port.writes);
  }

  @Test
  void forget_ofAPortThatSaysItIsNotWell_keepsTheHoldOff() {
    port.refuse("in use");
    value.write(1, at(0));
    port.fail("in use");
    value.forget();
    value.write(1, at(1));
    assertEquals(1, port.tries());

    port.mend();
    value.forget();
    value.write(1, at(2));
    assertEquals(2, port.tries());
  }

  @Test
  void fault_ofThePort_comesBeforeARefusal() {
    port.refuse("in use");
    value.write(1, at(0));
    port.fail("gone");

    assertEquals(Optional.of("gone"), value.fault());
  }
}
