package dev.signalbox.core.stream;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.signalbox.core.fixture.Boards;
import dev.signalbox.core.fixture.Commands;
import dev.signalbox.core.fixture.Rig;
import dev.signalbox.core.model.HubState;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class StartTest {
  private static final int LAST = 9;

  private final Rig rig = Rig.of(Boards.toggle());
  private final ChangeLog log = new ChangeLog(4);
  private final HubState state = state();

  /** After nine changes, of which the log keeps the last four. */
  private HubState state() {
    for (int i = 0; i < LAST; i++) {
      rig.accept(Commands.toggle("toggle/led"));
    }
    rig.changes().forEach(log::append);
    return rig.state();
  }

  private Start latest(String id) {
    return Start.of(id, false, state, log);
  }

  private Start every(String id) {
    return Start.of(id, true, state, log);
  }

  private static Start reset(ResetReason reason) {
    return new Start.Fresh(Optional.of(reason));
  }

  @Test
  void latest_anyIdOfThisRun_resumes() {
    for (long sequence = 0; sequence <= LAST; sequence++) {
      assertEquals(new Start.Resumed(sequence), latest(Rig.EPOCH + "." + sequence));
    }
  }

  @Test
  void every_withinTheLog_resumes() {
    for (long sequence = 5; sequence <= LAST; sequence++) {
      assertEquals(new Start.Resumed(sequence), every(Rig.EPOCH + "." + sequence));
    }
  }

  @Test
  void every_beyondTheLog_isTooOld() {
    for (long sequence = 0; sequence < 5; sequence++) {
      assertEquals(reset(ResetReason.TOO_OLD), every(Rig.EPOCH + "." + sequence));
    }
  }

  @Test
  void every_beforeTheFirstChange_resumes() {
    Rig quiet = Rig.of(Boards.toggle());
    assertEquals(
        new Start.Resumed(0), Start.of(Rig.EPOCH + ".0", true, quiet.state(), new ChangeLog(4)));
  }

  @Test
  void id_ofAnotherRun_isReset() {
    assertEquals(reset(ResetReason.EPOCH), latest("elsewhere.3"));
    assertEquals(reset(ResetReason.EPOCH), every("elsewhere.999999"));
  }

  @Test
  void id_ofTheFuture_isMalformed() {
    assertEquals(reset(ResetReason.MALFORMED_ID), latest(Rig.EPOCH + ".10"));
    assertEquals(reset(ResetReason.MALFORMED_ID), every(Rig.EPOCH + ".999999999999999999"));
  }

  @Test
  void id_thatIsNone_isMalformed() {
    for (String id : new String[] {"", "undefined", Rig.EPOCH, Rig.EPOCH + ".", "1.1.1"}) {
      assertEquals(reset(ResetReason.MALFORMED_ID), latest(id));
      assertEquals(reset(ResetReason.MALFORMED_ID), every(id));
    }
  }

  @Test
  void fresh_hasNoReason() {
    assertEquals(new Start.Fresh(Optional.empty()), Start.FRESH);
  }

  @Test
  void reasons_areSpelledAsTheProtocolDoes() {
    assertEquals("epoch", ResetReason.EPOCH.wireName());
    assertEquals("too-old", ResetReason.TOO_OLD.wireName());
    assertEquals("malformed-id", ResetReason.MALFORMED_ID.wireName());
  }
}
