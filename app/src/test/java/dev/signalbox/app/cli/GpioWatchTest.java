package dev.signalbox.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.signalbox.app.cli.GpioRig.Ended;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.Writer;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(120)
class GpioWatchTest {
  private static final Duration SECOND = Duration.ofSeconds(1);

  private final GpioRig rig = new GpioRig();
  private final long began = rig.kernel.nanos();

  private String time(Duration since) {
    long nanos = began + since.toNanos();
    return "%d.%09d".formatted(nanos / 1_000_000_000, nanos % 1_000_000_000);
  }

  /** Has a pulse begin and end on GPIO17, after so much time. */
  private void pulse(Duration after, Duration length) {
    rig.kernel.after(after, () -> rig.gpio17.drive(true));
    rig.kernel.after(after.plus(length), () -> rig.gpio17.drive(false));
  }

  @Test
  void edges_areToldWithTheKernelsTime() {
    pulse(SECOND, Duration.ofNanos(5));
    rig.kernel.after(SECOND.multipliedBy(2), () -> rig.gpio27.drive(true));

    assertEquals(
        new Ended(
            0,
            """
            %s GPIO17 rising
            %s GPIO17 falling
            %s 27 rising
            """
                .formatted(time(SECOND), time(SECOND.plusNanos(5)), time(SECOND.multipliedBy(2))),
            ""),
        rig.gpio("watch", "--count", "3", "GPIO17", "27"));
  }

  @Test
  void edges_ofTheOtherKind_areNotTold() {
    pulse(SECOND, SECOND);
    pulse(SECOND.multipliedBy(3), SECOND);

    Ended falling = rig.gpio("watch", "--count=1", "--edges=falling", "GPIO17");
    assertEquals(time(SECOND.multipliedBy(2)) + " GPIO17 falling\n", falling.out());
    Ended rising = rig.gpio("watch", "--count=1", "--edges=rising", "GPIO17");
    assertEquals(time(SECOND.multipliedBy(3)) + " GPIO17 rising\n", rising.out());
  }

  @Test
  void activeLow_turnsEdgesRound() {
    pulse(SECOND, SECOND);

    Ended ended = rig.gpio("watch", "--active-low", "--count=1", "GPIO17");
    assertEquals(time(SECOND) + " GPIO17 falling\n", ended.out());
  }

  @Test
  void debounce_dropsWhatIsShort() {
    pulse(SECOND, Duration.ofMillis(4));
    pulse(SECOND.multipliedBy(2), Duration.ofMillis(6));

    Ended ended = rig.gpio("watch", "--debounce", "5ms", "--count=1", "GPIO17");
    assertEquals(time(Duration.ofMillis(2_005)) + " GPIO17 rising\n", ended.out());
  }

  @Test
  void edges_thatTheKernelLost_areSaid() {
    rig.kernel.after(
        SECOND,
        () -> {
          for (int i = 0; i < 1_030; i++) {
            rig.gpio17.drive(i % 2 == 0);
          }
        });
    rig.kernel.after(SECOND.multipliedBy(2), () -> rig.gpio17.drive(true));

    Ended ended = rig.gpio("watch", "--count", "1025", "GPIO17");
    assertEquals(
        "Here 6 edges of GPIO17 were lost: the kernel had no room for them.\n", ended.err());
    assertEquals(1_025, ended.out().lines().count());
    assertEquals(0, ended.code());
  }

  @Test
  void watch_goesOnUntilItIsStopped() throws Exception {
    rig.kernel.blockWaits();
    CompletableFuture<Ended> ended = rig.begin("watch", "--bias=pull-up", "GPIO17");
    GpioRig.await(rig.gpio17::isUsed);
    assertEquals("signalbox", rig.gpio17.consumer());
    assertTrue(rig.gpio17.isHigh());
    assertFalse(ended.isDone());

    rig.stop.complete(130);
    Ended after = GpioRig.await(ended);
    assertEquals(130, after.code(), after.toString());
    assertFalse(rig.gpio17.isUsed());
  }

  @Test
  void watch_endsWhenNobodyReads() {
    pulse(SECOND, SECOND);
    Writer broken =
        new Writer() {
          @Override
          public void write(char[] text, int from, int length) throws IOException {
            throw new IOException("the pipe is broken");
          }

          @Override
          public void flush() {}

          @Override
          public void close() {}
        };

    assertEquals(
        0, rig.gpio(new StringWriter(), new PrintWriter(broken), "watch", "GPIO17").code());
  }

  @Test
  void lines_thatVanish_areSaid() {
    pulse(SECOND, Duration.ofMillis(1));
    rig.kernel.after(SECOND.multipliedBy(2), rig.header::vanish);

    Ended ended = rig.gpio("watch", "GPIO17");
    assertEquals(1, ended.code());
    assertEquals(2, ended.out().lines().count());
    assertEquals("gpiochip1 line 17 (GPIO17): the chip is gone\n", ended.err());
  }

  @Test
  void output_becomesAnInputOnlyIfThatIsSaid() {
    rig.gpio17.leftAsOutput(true);

    Ended refused = rig.gpio("watch", "GPIO17");
    assertEquals(1, refused.code());
    assertTrue(refused.err().contains("say --input"), refused.err());

    rig.kernel.after(SECOND, () -> rig.gpio17.drive(false));
    assertEquals(
        time(SECOND) + " GPIO17 falling\n",
        rig.gpio("watch", "--input", "--count=1", "GPIO17").out());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "17 GPIO27 GPIO17",
        "--count 0 17",
        "--count -1 17",
        "--count 9223372036854775808 17",
        "--edges none 17",
        "--edges RISING 17",
        "--debounce 1.5us 17",
        "--debounce 2h 17",
        "--debounce 5 17",
        "--bias pull_up 17",
        "GPIO17 ZERO"
      })
  void arguments_thatAreWrong_areAnUsageError(String arguments) {
    rig.other.line(0).named("ZERO");
    Ended ended = rig.gpio(("watch " + arguments).split(" ", -1));

    assertEquals(2, ended.code(), ended.toString());
    assertEquals("", ended.out());
    assertTrue(ended.err().endsWith("Try 'signalbox gpio watch --help'.\n"), ended.err());
  }
}
