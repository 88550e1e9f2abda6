package dev.signalbox.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.signalbox.app.cli.GpioRig.Ended;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(120)
class GpioSetTest {
  private final GpioRig rig = new GpioRig();

  @Test
  void lines_areHeldUntilItIsStopped() throws Exception {
    CompletableFuture<Ended> ended = rig.begin("set", "GPIO17=1", "27=0");
    GpioRig.await(() -> rig.gpio17.isUsed() && rig.gpio17.isHigh());
    assertEquals("signalbox", rig.gpio17.consumer());
    assertTrue(rig.gpio27.isUsed());
    assertFalse(rig.gpio27.isHigh());
    assertFalse(ended.isDone());

    rig.stop.complete(130);
    assertEquals(
        new Ended(
            130,
            "GPIO17=1 27=0: held until Ctrl-C. Let go of, a line may stay so or become an input.\n",
            ""),
        GpioRig.await(ended));
    assertFalse(rig.gpio17.isUsed());
  }

  @Test
  void lines_areHeldForTheTimeThatIsSaid() {
    Ended ended = rig.gpio("set", "--for", "1.5ms", "GPIO17=on");

    assertEquals(0, ended.code());
    assertTrue(ended.out().startsWith("GPIO17=1: held for 1500us."), ended.out());
    assertEquals(1, rig.gpio17.edges().size());
    assertFalse(rig.gpio17.isUsed());
  }

  @Test
  void stop_comesBeforeTheTimeIsOver() {
    rig.stop.complete(130);

    assertEquals(130, rig.gpio("set", "--for", "24h", "GPIO17=on").code());
  }

  @ParameterizedTest
  @CsvSource({
    "1,false,true",
    "on,false,true",
    "active,false,true",
    "active,true,false",
    "0,false,false",
    "off,false,false",
    "inactive,false,false",
    "inactive,true,true"
  })
  void values_areWords(String value, boolean activeLow, boolean high) throws Exception {
    CompletableFuture<Ended> ended =
        activeLow
            ? rig.begin("set", "--active-low", "17=" + value)
            : rig.begin("set", "17=" + value);
    GpioRig.await(rig.gpio17::isUsed);
    assertEquals(high, rig.gpio17.isHigh());
    rig.stop.complete(0);
    assertEquals(0, GpioRig.await(ended).code());
  }

  @Test
  void openDrain_letsALineGoThatIsActive() throws Exception {
    rig.gpio17.pull(true);
    rig.gpio27.pull(false);
    CompletableFuture<Ended> ended = rig.begin("set", "--drive=open-drain", "17=1", "27=1");
    GpioRig.await(() -> rig.gpio17.isUsed() && rig.gpio27.isUsed());
    assertTrue(rig.gpio17.isHigh());
    assertFalse(rig.gpio27.isHigh());
    rig.stop.complete(0);
    assertEquals(0, GpioRig.await(ended).code());
  }

  @Test
  void line_whoseNameHasTheSign_isSet() throws Exception {
    rig.header.line(5).named("A=B");
    CompletableFuture<Ended> ended = rig.begin("set", "A=B=1");
    GpioRig.await(() -> rig.header.line(5).isHigh());
    rig.stop.complete(0);
    assertTrue(GpioRig.await(ended).out().startsWith("A=B=1: "));
  }

  @Test
  void lines_areTakenAllOrNone() {
    rig.other.line(0).occupy("kernel");
    rig.other.line(0).named("BUSY");

    assertEquals(
        new Ended(1, "", "gpiochip0: line 0 (BUSY) is in use by 'kernel'\n"),
        rig.gpio("set", "GPIO17=1", "BUSY=1"));
    assertFalse(rig.gpio17.isUsed());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "17",
        "=1",
        "17=",
        "17=2",
        "17=ON",
        "17=1=",
        "17=1 17=0",
        "--for 0s 17=1",
        "--for 1us 17=1",
        "--for 25h 17=1",
        "--for 999999999.999h 17=1",
        "--for 1 17=1",
        "--for -1s 17=1",
        "--for forever 17=1",
        "--drive PUSH_PULL 17=1",
        "--bias pull-up 17=1"
      })
  void arguments_thatAreWrong_areAnUsageError(String arguments) {
    Ended ended = rig.gpio(("set " + arguments).split(" ", -1));

    assertEquals(2, ended.code(), ended.toString());
    assertEquals("", ended.out());
    assertTrue(ended.err().endsWith("Try 'signalbox gpio set --help'.\n"), ended.err());
    assertFalse(ended.err().contains("\tat "), ended.err());
    assertEquals(0, rig.gpio17.edges().size());
  }
}
