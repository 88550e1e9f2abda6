package dev.signalbox.hardware.tm1637;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.signalbox.hardware.gpio.AtTheEnd;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Displays that give no acknowledge: unplugged, plugged in again, or made so. */
class AcknowledgeTest extends OnABench {
  @Test
  void unpluggedDisplay_isAFaultThatSaysWhereAndWhat() {
    bench.unplug();
    rig.show("1234");
    rig.turn();

    String fault = rig.fault().orElseThrow();
    assertTrue(fault.contains("CLK 22, DIO 21") && fault.contains("no acknowledge"), fault);
    assertTrue(fault.contains("'acknowledge: ignore'"), fault);
    assertEquals(List.of(List.of(0x40)), bench.messages());
    assertTrue(bench.decoder.isIdle());
  }

  @Test
  void displayUnpluggedLater_isFoundWithinASecond() {
    rig.begin();
    rig.pass(Duration.ofMillis(300));
    bench.unplug();
    rig.pass(Duration.ofMillis(600));
    assertEquals(Optional.empty(), rig.fault());

    rig.pass(Duration.ofMillis(150));
    assertTrue(rig.fault().isPresent());
  }

  @Test
  void displayUnpluggedLater_isFoundByTheNextDifference() {
    rig.begin();
    bench.unplug();
    rig.show("1235");
    rig.turn();

    assertTrue(rig.fault().isPresent());
  }

  @Test
  void displayPluggedInAgain_isWrittenWholeAtTheNextTurn() {
    rig.begin();
    bench.unplug();
    rig.show("1235");
    rig.pass(Duration.ofSeconds(10));
    assertTrue(rig.fault().isPresent());
    assertEquals(1, bench.seam.requests());
    bench.messages();

    bench.plugIn();
    rig.show("1234");
    rig.turn();
    assertEquals(Optional.empty(), rig.fault());
    assertEquals(DisplayRig.WHOLE_1234, bench.messages());
    rig.assertShown(Face.of("1234", true, 7));

    rig.pass(Duration.ofMillis(900));
    assertEquals(List.of(), bench.messages());
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6})
  void missingAcknowledge_endsTheFaceAtThatByte(int byteNumber) {
    bench.acknowledgeOnly(byteNumber);
    rig.show("1234");
    rig.turn();

    assertTrue(rig.fault().isPresent());
    List<WaveDecoder.Octet> octets =
        bench.decoder.messages.stream().flatMap(message -> message.octets().stream()).toList();
    assertEquals(byteNumber + 1, octets.size());
    for (int i = 0; i < octets.size(); i++) {
      assertEquals(i < byteNumber, octets.get(i).acknowledged(), "byte " + i);
    }
    assertTrue(bench.decoder.isIdle());

    bench.acknowledgeOnly(Integer.MAX_VALUE);
    bench.messages();
    rig.turn();
    assertEquals(Optional.empty(), rig.fault());
    assertEquals(DisplayRig.WHOLE_1234, bench.messages());
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2})
  void missingAcknowledge_ofADifference_hasTheFaceWrittenWholeNext(int byteNumber) {
    rig.begin();
    bench.acknowledgeOnly(byteNumber);
    rig.face = Face.of("1235", true, 3);
    rig.turn();
    assertTrue(rig.fault().isPresent());
    assertTrue(bench.decoder.isIdle());

    bench.acknowledgeOnly(Integer.MAX_VALUE);
    bench.messages();
    rig.show("1234");
    rig.turn();
    assertEquals(DisplayRig.WHOLE_1234, bench.messages());
  }

  @Test
  void acknowledge_thatIsToBeIgnored() {
    DisplayRig ignoring =
        new DisplayRig(DisplayRig.settings(Tm1637Settings.Acknowledge.IGNORE, AtTheEnd.OFF));
    ignoring.bench.acknowledgeOnly(0);
    ignoring.show("1234");
    ignoring.turn();
    assertEquals(Optional.empty(), ignoring.fault());
    ignoring.assertShown(Face.of("1234", true, 7));

    ignoring.bench.acknowledgeOnly(Integer.MAX_VALUE);
    ignoring.show("9876");
    ignoring.turn();
    ignoring.assertShown(Face.of("9876", true, 7));
    assertEquals(List.of(), ignoring.bench.readsOnAcknowledgeClock);
  }
}
