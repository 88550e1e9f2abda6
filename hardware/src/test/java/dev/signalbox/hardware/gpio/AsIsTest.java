package dev.signalbox.hardware.gpio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.signalbox.hardware.fake.FakeChip;
import dev.signalbox.hardware.fake.FakeKernel;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Lines that are read and otherwise left alone. */
class AsIsTest {
  private final FakeKernel kernel = new FakeKernel();
  private final FakeChip chip = kernel.addChip("gpiochip0", "fake", 4);

  @AfterEach
  void nothingIsLeftOpen() {
    assertEquals(0, kernel.openDescriptors());
  }

  private long read(boolean activeLow) {
    LineConfig asIs = new LineConfig.AsIs(activeLow);
    try (GpioChip open = GpioChip.open(kernel, chip.path());
        Lines lines = open.request(new LinesRequest("test", List.of(0, 1), List.of(asIs, asIs)))) {
      assertInstanceOf(LineConfig.Output.class, open.line(0).config());
      assertInstanceOf(LineConfig.Input.class, open.line(1).config());
      assertEquals(activeLow, open.line(1).config().activeLow());
      return lines.get(0b11);
    }
  }

  @Test
  void lines_stayWhatTheyAre() {
    chip.line(0).leftAsOutput(true);
    chip.line(1).drive(false);

    assertEquals(0b01, read(false));
    assertTrue(chip.line(0).isHigh());
    assertEquals(1, chip.line(0).edges().size(), "the one that it was made");
  }

  @Test
  void lines_thatAreActiveLow_areActiveWhileLow() {
    chip.line(0).leftAsOutput(true);
    chip.line(1).drive(false);

    assertEquals(0b10, read(true));
    assertEquals(1, chip.line(0).edges().size());
  }
}
