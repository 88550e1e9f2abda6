package dev.signalbox.core.engine;

import static dev.signalbox.core.fixture.Commands.set;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.signalbox.core.fixture.Boards;
import dev.signalbox.core.fixture.Rig;
import dev.signalbox.core.model.Chase;
import dev.signalbox.core.model.Command;
import dev.signalbox.core.model.Members;
import dev.signalbox.core.model.Output;
import dev.signalbox.core.model.PartId;
import dev.signalbox.core.model.Rejection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Parts that are made under an id of the client's choice, and settings that are put back. */
class PutTest {
  private final Rig rig = Rig.of(Boards.yard());

  private static Command put(String part, String... members) {
    return new Command.PutPart(
        Boards.YARD, new PartId(part), "chase", Map.of("members", List.of(members)));
  }

  @Test
  void put_newPart_isMadeUnderThatId() {
    rig.accept(put("chase7", "out4"));
    Chase made = rig.part("yard", "chase7", Chase.class);
    assertEquals("Group 7", made.name());
    assertEquals(Members.of("out4"), made.members());
  }

  @Test
  void put_idWithoutNumber_isTheName() {
    rig.accept(put("loop", "out4"));
    assertEquals("loop", rig.part("yard", "loop", Chase.class).name());
  }

  @Test
  void put_sameKind_isReplacedAndBeginsAnew() {
    rig.accept(put("chase7", "out4"));
    rig.clock().pass(5);
    rig.accept(put("chase7", "out4", "out5"));
    Chase after = rig.part("yard", "chase7", Chase.class);
    assertEquals(Members.of("out4", "out5"), after.members());
    assertEquals(rig.clock().millis(), after.since());
  }

  @Test
  void put_otherKind_isAConflict() {
    assertInstanceOf(Rejection.Conflict.class, rig.refuse(put("out3", "out4")));
  }

  @Test
  void put_beyondTheLimit_isAConflictButReplacingIsNot() {
    rig.accept(put("chase7", "out3"), put("chase8", "out5"));
    assertInstanceOf(Rejection.Conflict.class, rig.refuse(put("chase9", "out4")));
    rig.accept(put("chase7", "out4"));
    assertEquals(Members.of("out4"), rig.part("yard", "chase7", Chase.class).members());
  }

  @Test
  void set_nullName_isTheConfiguredOneAgain() {
    String before = rig.part("yard", "out4", Output.class).name();
    rig.accept(set("yard/out4", "name", "Station Light"));
    rig.accept(set("yard/out4", Collections.singletonMap("name", null)));
    assertEquals(before, rig.part("yard", "out4", Output.class).name());
  }

  @Test
  void set_nullNameOfAMadePart_isItsOwnAgain() {
    rig.accept(put("chase7", "out4"));
    rig.accept(set("yard/chase7", "name", "Runway"));
    rig.accept(set("yard/chase7", Collections.singletonMap("name", null)));
    assertEquals("Group 7", rig.part("yard", "chase7", Chase.class).name());
  }

  @Test
  void set_nullOfWhatIsNoSetting_isRefused() {
    assertInstanceOf(
        Rejection.Invalid.class,
        rig.refuse(set("yard/out4", Collections.singletonMap("pin", null))));
  }
}
