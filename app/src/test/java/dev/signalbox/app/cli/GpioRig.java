package dev.signalbox.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.signalbox.core.engine.DriverFault;
import dev.signalbox.hardware.fake.FakeChip;
import dev.signalbox.hardware.fake.FakeKernel;
import dev.signalbox.hardware.fake.FakeLine;
import dev.signalbox.hardware.gpio.GpioChips;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;

/** The command line on a kernel of the test, with two chips, and what people see of it. */
final class GpioRig {
  private static final long DEADLINE_SECONDS = 60;

  /** What a command left. */
  record Ended(int code, String out, String err) {}

  final FakeKernel kernel = new FakeKernel();
  final FakeChip other = kernel.addChip("gpiochip0", "brcmvirt-gpio", 2);
  final FakeChip header = kernel.addChip("gpiochip1", "pinctrl-bcm2711", 28);
  final FakeLine gpio17 = header.line(17).named("GPIO17");
  final FakeLine gpio27 = header.line(27).named("GPIO27");

  /** Completed to have the command stop, with the exit code. */
  final CompletableFuture<Integer> stop = new CompletableFuture<>();

  private GpioWorld world =
      new GpioWorld(() -> new GpioChips(kernel, kernel::paths), () -> stop::join);

  /** From now on this is no machine for hardware. */
  void unsuitable(String reason) {
    world =
        new GpioWorld(
            () -> {
              throw new DriverFault(reason);
            },
            world.stop());
  }

  /** Has a command run to its end. */
  Ended gpio(String... arguments) {
    StringWriter out = new StringWriter();
    return gpio(out, new PrintWriter(out), arguments);
  }

  /** Has a command run to its end that prints here. */
  Ended gpio(StringWriter out, PrintWriter printer, String... arguments) {
    StringWriter err = new StringWriter();
    int open = kernel.openDescriptors();
    String[] all = new String[arguments.length + 1];
    all[0] = "gpio";
    System.arraycopy(arguments, 0, all, 1, arguments.length);
    int code =
        SignalboxCommand.line(world).setOut(printer).setErr(new PrintWriter(err)).execute(all);
    assertEquals(open, kernel.openDescriptors(), "nothing is left open");
    return new Ended(code, lines(out), lines(err));
  }

  private static String lines(StringWriter text) {
    return text.toString().replace(System.lineSeparator(), "\n");
  }

  /** Has a command run on a thread of its own. */
  CompletableFuture<Ended> begin(String... arguments) {
    CompletableFuture<Ended> ended = new CompletableFuture<>();
    Thread.ofPlatform()
        .daemon()
        .start(() -> {
          try {
            ended.complete(gpio(arguments));
          } catch (Throwable failure) {
            ended.completeExceptionally(failure);
          }
        });
    return ended;
  }

  /** Waits until something holds. */
  static void await(BooleanSupplier condition) {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(DEADLINE_SECONDS);
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() - end > 0) {
        throw new AssertionError("not in time");
      }
      Thread.onSpinWait();
    }
  }

  static Ended await(CompletableFuture<Ended> ended) throws Exception {
    try {
      return ended.get(DEADLINE_SECONDS, TimeUnit.SECONDS);
    } catch (TimeoutException late) {
      throw new AssertionError("it goes on", late);
    }
  }
}
