package dev.signalbox.hardware.gpio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.signalbox.core.engine.DriverFault;
import dev.signalbox.hardware.fake.FakeChip;
import dev.signalbox.hardware.fake.FakeKernel;
import dev.signalbox.hardware.kernel.Errno;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;

class GpioChipsTest {
  private final FakeKernel kernel = new FakeKernel();
  private final GpioChips chips = new GpioChips(kernel, kernel::paths);

  @AfterEach
  void nothingIsLeftOpen() {
    assertEquals(0, kernel.openDescriptors());
  }

  private void addTwo() {
    kernel.addChip("gpiochip0", "brcmvirt-gpio", 2);
    FakeChip header = kernel.addChip("gpiochip1", "pinctrl-bcm2711", 54);
    header.line(17).named("GPIO17");
    header.line(5).named("GPIO5");
  }

  private LinePlace find(String line) {
    return chips.find(LineAddress.of(line));
  }

  private String refused(LineAddress line) {
    return String.valueOf(assertThrows(DriverFault.class, () -> chips.find(line)).getMessage());
  }

  @Test
  void chips_ofAMachineWithoutThatKernel_sayWhyWhateverIsAsked() {
    String reason = "Hardware needs a 64-bit Linux; this is something else.";
    GpioChips none = GpioChips.none(reason);
    List<Executable> calls =
        List.of(
            none::paths,
            () -> none.open("gpiochip0"),
            () -> none.open("a label"),
            () -> none.find(LineAddress.of("17")),
            () -> none.find(LineAddress.of("GPIO17")),
            () -> none.find(LineAddress.of("gpiochip0", "17")),
            () -> none.kernel().bell());
    for (Executable call : calls) {
      assertEquals(reason, assertThrows(DriverFault.class, call).getMessage());
    }
  }

  @Test
  void chip_isOpenedByNameNumberPathOrLabel() {
    addTwo();
    for (String name : List.of("gpiochip1", "1", "/dev/gpiochip1", "pinctrl-bcm2711")) {
      try (GpioChip chip = chips.open(name)) {
        assertEquals("/dev/gpiochip1", chip.path(), name);
      }
    }
  }

  @Test
  void chip_ofAnUnknownLabel_isSaid() {
    addTwo();

    assertEquals(
        "no GPIO chip is called 'pinctrl-rp1'; there are /dev/gpiochip0, /dev/gpiochip1",
        assertThrows(DriverFault.class, () -> chips.open("pinctrl-rp1")).getMessage());
  }

  @Test
  void number_isALineOfThePinHeader() {
    addTwo();

    assertEquals(new LinePlace("/dev/gpiochip1", 22), find("22"));
  }

  @Test
  void number_withoutAPinHeader_isALineOfTheFirstChip() {
    kernel.addChip("gpiochip0", "gpio-sim", 8);
    kernel.addChip("gpiochip1", "gpio-sim", 8);

    assertEquals(new LinePlace("/dev/gpiochip0", 7), find("7"));
  }

  @Test
  void number_ofANamedChip_isALineOfThat() {
    addTwo();

    assertEquals(new LinePlace("/dev/gpiochip0", 1), chips.find(LineAddress.of("gpiochip0", "1")));
    assertEquals(
        "gpiochip0 has the lines 0 to 1; there is no 2", refused(LineAddress.of("0", "2")));
  }

  @Test
  void number_thatIsNone_isAName() {
    addTwo();

    assertEquals(
        "no line is called '99999999999'; there are /dev/gpiochip0, /dev/gpiochip1",
        refused(LineAddress.of("99999999999")));
  }

  @Test
  void name_isLookedForOnAllChips() {
    addTwo();

    assertEquals(new LinePlace("/dev/gpiochip1", 17), find("GPIO17"));
    assertEquals(
        new LinePlace("/dev/gpiochip1", 5), chips.find(LineAddress.of("pinctrl-bcm2711", "GPIO5")));
    assertEquals(
        "no line is called 'GPIO5' on 0; there are /dev/gpiochip0, /dev/gpiochip1",
        refused(LineAddress.of("0", "GPIO5")));
  }

  @Test
  void name_thatSeveralHave_isRefused() {
    addTwo();
    kernel.addChip("gpiochip2", "extra", 20).line(9).named("GPIO17");

    assertEquals(
        "several lines are called 'GPIO17': 17 on /dev/gpiochip1, 9 on /dev/gpiochip2;"
            + " name one by its chip and number",
        refused(LineAddress.of("GPIO17")));
  }

  @Test
  void name_isFoundThoughAnotherChipIsForbidden() {
    addTwo();
    kernel.addChip("gpiochip2", "secret", 2).refuseOpen(Errno.EACCES.number());

    assertEquals(new LinePlace("/dev/gpiochip1", 17), find("GPIO17"));
    assertEquals(
        "/dev/gpiochip2: permission denied; add the user to group gpio",
        refused(LineAddress.of("GPIO99")));
  }

  @Test
  void machineWithoutChips_isSaid() {
    assertEquals("this machine has no GPIO chip", refused(LineAddress.of("17")));
    assertEquals(
        "no line is called 'GPIO17'; this machine has no GPIO chip",
        refused(LineAddress.of("GPIO17")));
  }

  @Test
  void address_ofNothing_isRefused() {
    assertThrows(IllegalArgumentException.class, () -> LineAddress.of(" "));
    assertThrows(IllegalArgumentException.class, () -> LineAddress.of("", "17"));
  }

  @Test
  void devices_areEachChipOnceByNumber(@TempDir Path folder) throws Exception {
    for (String name : List.of("gpiochip", "gpiochipx", "null")) {
      Files.createFile(folder.resolve(name));
    }
    List<String> sorted = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      Files.createFile(folder.resolve("gpiochip" + (i * 7) % 20));
      sorted.add(folder + "/gpiochip" + i);
    }
    Files.createSymbolicLink(folder.resolve("gpiochip40"), folder.resolve("gpiochip2"));

    assertEquals(sorted, ChipPaths.in(folder));
    assertThrows(DriverFault.class, () -> ChipPaths.in(folder.resolve("missing")));
  }
}
