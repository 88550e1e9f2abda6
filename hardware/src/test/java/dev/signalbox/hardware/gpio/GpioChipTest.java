package dev.signalbox.hardware.gpio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.signalbox.hardware.fake.FakeChip;
import dev.signalbox.hardware.fake.FakeKernel;
import dev.signalbox.hardware.fake.FakeLine;
import dev.signalbox.hardware.kernel.Errno;
import dev.signalbox.hardware.kernel.KernelException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class GpioChipTest {
  private final FakeKernel kernel = new FakeKernel();
  private final FakeChip fake = kernel.addChip("gpiochip0", "pinctrl-bcm2711", 54);

  @AfterEach
  void nothingIsLeftOpen() {
    assertEquals(0, kernel.openDescriptors());
  }

  private GpioChip open() {
    return GpioChip.open(kernel, "/dev/gpiochip0");
  }

  private static LinesRequest request(LineConfig config, int offset) {
    return new LinesRequest("signalbox led", List.of(offset), List.of(config));
  }

  private String refused(Errno expected, String path) {
    KernelException refused =
        assertThrows(KernelException.class, () -> GpioChip.open(kernel, path).close());
    assertSame(expected, refused.error());
    return String.valueOf(refused.getMessage());
  }

  private KernelException refused(LinesRequest request) {
    try (GpioChip chip = open()) {
      return assertThrows(KernelException.class, () -> chip.request(request));
    }
  }

  @Test
  void info_isTheChips() {
    try (GpioChip chip = open()) {
      assertEquals(new ChipInfo("gpiochip0", "pinctrl-bcm2711", 54), chip.info());
    }
  }

  @Test
  void chip_thatIsNotThere_isSaid() {
    assertEquals(
        "/dev/gpiochip7: there is no such chip; `signalbox gpio detect` lists those there are",
        refused(Errno.ENOENT, "/dev/gpiochip7"));
  }

  @Test
  void chip_thatIsForbidden_saysWhichGroupHelps() {
    fake.refuseOpen(Errno.EACCES.number());

    assertEquals(
        "/dev/gpiochip0: permission denied; add the user to group gpio",
        refused(Errno.EACCES, "/dev/gpiochip0"));
  }

  @Test
  void chip_thatIsNone_isSaid() {
    assertEquals("/plain/file: not a GPIO chip", refused(Errno.ENOTTY, "/plain/file"));
  }

  @Test
  void line_isAsItIsUsed() {
    fake.line(17).named("GPIO17").drive(true);
    LineConfig.Input input =
        new LineConfig.Input(Bias.PULL_UP, Edges.BOTH, Duration.ofNanos(1_500_000), true);
    try (GpioChip chip = open()) {
      assertEquals(new LineInfo(17, "GPIO17", "", false, LineConfig.Input.plain()), chip.line(17));

      try (Lines _ = chip.request(request(input, 17))) {
        assertEquals(new LineInfo(17, "GPIO17", "signalbox led", true, input), chip.line(17));
      }
      assertFalse(chip.line(17).used());
    }
  }

  @Test
  void line_ofEveryKindOfOutput_isToldSo() {
    try (GpioChip chip = open()) {
      for (Drive drive : Drive.values()) {
        for (Bias bias : Bias.values()) {
          LineConfig.Output output = new LineConfig.Output(drive, bias, false, true);
          try (Lines _ = chip.request(request(output, 3))) {
            assertEquals(output, chip.line(3).config());
          }
        }
      }
      for (Edges edges : Edges.values()) {
        LineConfig.Input input = LineConfig.Input.plain().with(edges);
        try (Lines _ = chip.request(request(input, 3))) {
          assertEquals(input, chip.line(3).config());
        }
      }
    }
  }

  @Test
  void names_thatOthersChose_bringNoControlCharacters() {
    fake.line(2).named("a\u001b[31m\n\u009bb").occupy("x\u0007");
    try (GpioChip chip = open()) {
      assertEquals("a?[31m??b", chip.line(2).name());
      assertEquals("x?", chip.line(2).consumer());
    }
  }

  @Test
  void names_ofFullLength_areWhole() {
    String longest = "abcdefghijklmnopqrstuvwxyz01234";
    fake.line(2).named(longest);
    try (GpioChip chip = open();
        Lines _ =
            chip.request(
                new LinesRequest(longest, List.of(2), List.of(LineConfig.Input.plain())))) {
      assertEquals(longest, chip.line(2).name());
      assertEquals(longest, chip.line(2).consumer());
    }
  }

  @Test
  void line_thatIsNotThere_isRefused() {
    try (GpioChip chip = open()) {
      assertThrows(IllegalArgumentException.class, () -> chip.line(54));
      assertThrows(IllegalArgumentException.class, () -> chip.line(-1));
      assertThrows(
          IllegalArgumentException.class,
          () -> chip.request(request(LineConfig.Input.plain(), 54)));
    }
  }

  @Test
  void output_hasItsFirstValueFromTheRequest() {
    long now = kernel.nanos();
    try (GpioChip chip = open();
        Lines _ =
            chip.request(
                new LinesRequest(
                    "leds",
                    List.of(9, 4),
                    List.of(LineConfig.Output.plain(true), LineConfig.Output.plain(false))))) {
      assertEquals(List.of(new FakeLine.Edge(now, true)), fake.line(9).edges());
      assertEquals(List.of(), fake.line(4).edges());
    }
  }

  @Test
  void request_ofALineInUse_namesWhoHasIt() {
    fake.line(8).named("GPIO8").occupy("spi0 CS0");

    KernelException busy = refused(request(LineConfig.Input.plain(), 8));

    assertEquals("GPIO_V2_GET_LINE", busy.call());
    assertEquals("EBUSY", busy.errnoName());
    assertEquals("gpiochip0: line 8 (GPIO8) is in use by 'spi0 CS0'", busy.getMessage());
  }

  @Test
  void request_ofSeveral_namesThoseInUseAndTakesNone() {
    fake.line(2).occupy("");
    LineConfig input = LineConfig.Input.plain();

    KernelException busy =
        refused(new LinesRequest("x", List.of(1, 2, 3), List.of(input, input, input)));

    assertEquals("gpiochip0: line 2 is in use by something that gives no name", busy.getMessage());
    assertFalse(fake.line(1).isUsed());
    assertFalse(fake.line(3).isUsed());
  }

  @Test
  void request_thatTheKernelRefuses_saysOfWhichLine() {
    fake.line(5).named("GPIO5").refuse(Errno.EPERM.number());
    assertEquals(
        "gpiochip0 line 5 (GPIO5): the kernel keeps it for itself",
        refused(request(LineConfig.Input.plain(), 5)).getMessage());

    fake.line(5).refuse(Errno.EINVAL.number());
    assertEquals(
        "gpiochip0 line 5 (GPIO5): the kernel refuses to use it so",
        refused(request(LineConfig.Input.plain(), 5)).getMessage());

    fake.line(5).refuse(4_711);
    assertEquals(
        "gpiochip0 line 5 (GPIO5): errno 4711 from GPIO_V2_GET_LINE",
        refused(request(LineConfig.Input.plain(), 5)).getMessage());
  }

  @Test
  void chip_thatVanishes_isSaid() {
    try (GpioChip chip = open()) {
      fake.vanish();
      assertEquals(
          "gpiochip0 line 1: the chip is gone",
          assertThrows(KernelException.class, () -> chip.line(1)).getMessage());
    }
  }

  @Test
  void lines_outliveTheChipsDescriptor() {
    GpioChip chip = open();
    Lines lines = chip.request(request(LineConfig.Output.plain(false), 3));
    chip.close();

    lines.set(1, 1);
    assertTrue(fake.line(3).isHigh());
    lines.close();
    assertFalse(fake.line(3).isUsed());
  }

  @Test
  void request_thatMakesNoSense_isRefused() {
    LineConfig input = LineConfig.Input.plain();
    assertThrows(
        IllegalArgumentException.class, () -> new LinesRequest("", List.of(1), List.of(input)));
    assertThrows(
        IllegalArgumentException.class,
        () -> new LinesRequest("ä".repeat(16), List.of(1), List.of(input)));
    assertThrows(IllegalArgumentException.class, () -> new LinesRequest("x", List.of(), List.of()));
    assertThrows(
        IllegalArgumentException.class, () -> new LinesRequest("x", List.of(1), List.of()));
    assertThrows(
        IllegalArgumentException.class,
        () -> new LinesRequest("x", List.of(1, 1), List.of(input, input)));
    assertThrows(
        IllegalArgumentException.class,
        () -> new LinesRequest("x", List.of(1), List.of(input), -1));
  }
}
