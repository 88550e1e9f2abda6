package dev.signalbox.hardware.tm1637;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.signalbox.hardware.gpio.Drive;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is on the wires, decoded. */
class WaveTest {
  private static final Duration SHORTEST = Duration.ofNanos(2_000);

  /** So that a turn begins a second after the one before, and writes the whole face. */
  private static void passASecond(DisplayRig rig) {
    rig.bench.pass(1_000_000_000);
  }

  @Test
  void everyPattern_onEveryDigit() {
    DisplayRig rig = new DisplayRig(DisplayRig.settings(SHORTEST, Drive.PUSH_PULL));
    for (int pattern = 0; pattern < 256; pattern++) {
      for (int digit = 0; digit < Face.DIGITS; digit++) {
        int others = (pattern % 2 == 0 ? 0x0F0F0F0F : 0xF1F1F1F1) & ~(0xFF << (8 * digit));
        rig.face = new Face(others | pattern << (8 * digit), true, 7);
        passASecond(rig);
        rig.turn();
        rig.assertShown(rig.face);
        assertEquals(3, rig.bench.messages().size());
      }
    }
  }

  @Test
  void everyPattern_asADifference() {
    DisplayRig rig = new DisplayRig(DisplayRig.settings(SHORTEST, Drive.PUSH_PULL));
    for (int pattern = 0; pattern < 256; pattern++) {
      for (int digit = 0; digit < Face.DIGITS; digit++) {
        rig.face = new Face(pattern << (8 * digit), true, 7);
        rig.turn();
        rig.assertShown(rig.face);
      }
    }
  }

  @Test
  void everyBrightness_litAndDark() {
    DisplayRig rig = new DisplayRig();
    for (boolean whole : new boolean[] {true, false}) {
      for (int brightness = 0; brightness < 8; brightness++) {
        for (boolean on : new boolean[] {true, false}) {
          rig.face = new Face(0x12345678, on, brightness);
          if (whole) {
            passASecond(rig);
          }
          rig.turn();
          rig.assertShown(rig.face);
        }
      }
    }
  }

  @Test
  void bits_goLowestFirst() {
    DisplayRig rig = new DisplayRig();
    rig.show("1234");
    rig.turn();

    StringBuilder bits = new StringBuilder();
    boolean dio = true;
    List<Edge> sent = rig.bench.waveform.subList(2, rig.bench.waveform.size());
    for (Edge edge : sent) {
      if (edge.wire() == Edge.Wire.DIO) {
        dio = edge.high();
      } else if (edge.high() && bits.length() < 9) {
        bits.append(dio ? '1' : '0');
      }
    }
    assertEquals("000000100", bits.toString(), "0x40 and the acknowledge");
  }

  @Test
  void acknowledge_isReadOnceAByteWhileTheNinthClockIsHigh() {
    DisplayRig rig = new DisplayRig();
    rig.show("1234");
    rig.turn();

    assertEquals(Collections.nCopies(7, true), rig.bench.readsOnAcknowledgeClock);
  }

  /** A display pulls its wires up by itself. */
  @Test
  void wires_areStillUntilThereIsSomethingToShow() {
    DisplayRig rig = new DisplayRig();
    rig.bench.clk.pull(true);
    rig.bench.dio.pull(true);
    rig.bench.waveform.clear();
    rig.pass(Duration.ofSeconds(3));
    assertEquals(1, rig.bench.seam.requests());
    assertEquals(List.of(), rig.bench.waveform);
    assertEquals(0, rig.bench.clk.conflicts() + rig.bench.dio.conflicts());

    rig.show("1234");
    rig.turn();
    Edge first = rig.bench.waveform.getFirst();
    assertEquals(Edge.Wire.DIO, first.wire());
    assertFalse(first.high(), "a start");
    assertTrue(rig.bench.decoder.isIdle());
  }

  @Test
  void wires_thatWereLow_areBothHighFromTheRequestOn() {
    DisplayRig rig = new DisplayRig();
    rig.pass(Duration.ofSeconds(3));

    assertEquals(List.of(Edge.Wire.CLK, Edge.Wire.DIO), wiresOf(rig.bench.waveform));
    assertTrue(rig.bench.decoder.isIdle());
  }

  private static List<Edge.Wire> wiresOf(List<Edge> waveform) {
    return waveform.stream().filter(Edge::high).map(Edge::wire).toList();
  }

  /** Without the pull-up of this end a wire to nowhere keeps its last level, be it low. */
  @Test
  void unpluggedDisplay_givesNoAcknowledgeWhateverTheLastBitWas() {
    for (Drive drive : List.of(Drive.PUSH_PULL, Drive.OPEN_DRAIN)) {
      DisplayRig rig = new DisplayRig(DisplayRig.settings(SHORTEST, drive));
      rig.bench.unplug();
      rig.show("1234");
      rig.turn();

      assertEquals(
          List.of(List.of(new WaveDecoder.Octet(0x40, false))),
          rig.bench.decoder.messages.stream().map(WaveDecoder.Message::octets).toList());
      assertTrue(rig.fault().isPresent());
    }
  }

  @Test
  void openDrain_sendsTheSameAndNeverDrivesHigh() {
    DisplayRig rig = new DisplayRig(DisplayRig.settings(SHORTEST, Drive.OPEN_DRAIN));
    for (int pattern = 0; pattern < 256; pattern++) {
      rig.face = new Face(pattern * 0x01010101, true, pattern % 8);
      passASecond(rig);
      rig.turn();
      rig.assertShown(rig.face);
    }
    assertEquals(0, rig.bench.clk.conflicts() + rig.bench.dio.conflicts());
  }

  @Test
  void recording_decodesToWhatTheChipWasSent() {
    DisplayRig rig = new DisplayRig();
    rig.show("1234");
    rig.turn();

    WaveDecoder decoder = WaveDecoder.of(false, false, rig.bench.waveform);
    assertEquals(
        DisplayRig.WHOLE_1234, decoder.messages.stream().map(WaveDecoder.Message::values).toList());
    assertTrue(
        decoder.messages.stream()
            .flatMap(message -> message.octets().stream())
            .allMatch(WaveDecoder.Octet::acknowledged));
    assertEquals(List.of(), decoder.violations);
  }
}
