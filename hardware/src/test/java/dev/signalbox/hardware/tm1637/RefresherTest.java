package dev.signalbox.hardware.tm1637;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** When which bytes are written. */
class RefresherTest extends OnABench {
  private static final Duration SECOND = Duration.ofSeconds(1);

  @Test
  void firstFace_isWrittenWhole() {
    rig.begin();

    rig.assertShown(Face.of("1234", true, 7));
    assertEquals(List.of(Optional.empty()), rig.found);
  }

  @Test
  void turns_are50MillisecondsApart() {
    rig.show("1234");
    long begun = bench.nanos();
    rig.turn();

    assertEquals(50_000_000, bench.nanos() - begun + rig.pause());
  }

  @Test
  void nothing_isWrittenWhileNothingDiffers() {
    rig.begin();
    rig.pass(Duration.ofMillis(900));

    assertEquals(List.of(), bench.messages());
  }

  @Test
  void oneDigit_isWrittenAlone() {
    rig.begin();
    rig.show("1239");
    rig.turn();

    assertEquals(List.of(List.of(0x40), List.of(0xC3, 0x6F)), bench.messages());
    rig.assertShown(Face.of("1239", true, 7));
  }

  @Test
  void digits_areWrittenFromTheFirstToTheLastThatDiffers() {
    rig.begin();
    rig.show("1794");
    rig.turn();
    assertEquals(List.of(List.of(0x40), List.of(0xC1, 0x07, 0x6F)), bench.messages());

    rig.show("1704");
    rig.turn();
    assertEquals(List.of(List.of(0x40), List.of(0xC2, 0x3F)), bench.messages());

    rig.show("2704");
    rig.turn();
    assertEquals(List.of(List.of(0x40), List.of(0xC0, 0x5B)), bench.messages());

    rig.show("3705");
    rig.turn();
    assertEquals(List.of(List.of(0x40), List.of(0xC0, 0x4F, 0x07, 0x3F, 0x6D)), bench.messages());
    rig.assertShown(Face.of("3705", true, 7));
  }

  @Test
  void brightness_isWrittenAlone() {
    rig.begin();
    rig.face = Face.of("1234", true, 0);
    rig.turn();
    assertEquals(List.of(List.of(0x88)), bench.messages());

    rig.face = Face.of("1234", false, 0);
    rig.turn();
    assertEquals(List.of(List.of(0x80)), bench.messages());
    rig.assertShown(Face.of("1234", false, 0));
  }

  @Test
  void face_thatIsBackWhereItWas_isNotWritten() {
    rig.begin();
    rig.show("5678");
    rig.show("1234");
    rig.turn();

    assertEquals(List.of(), bench.messages());
  }

  @Test
  void wholeFace_isWrittenEverySecond() {
    List<Long> begun = new ArrayList<>();
    rig.turn();
    rig.show("1234");
    for (int turn = 0; turn < 201; turn++) {
      int edges = bench.waveform.size();
      rig.turn();
      if (bench.waveform.size() > edges) {
        assertEquals(DisplayRig.WHOLE_1234, bench.messages());
        begun.add(bench.waveform.get(edges).nanos());
      }
    }

    assertEquals(11, begun.size());
    for (int i = 1; i < begun.size(); i++) {
      assertEquals(1_000_000_000, begun.get(i) - begun.get(i - 1));
    }
  }

  @Test
  void chip_thatForgotEverything_showsAgainWithinASecond() {
    rig.begin();
    bench.chip.clear();
    rig.pass(SECOND);

    rig.assertShown(Face.of("1234", true, 7));
    assertEquals(Optional.empty(), rig.fault());
  }
}
