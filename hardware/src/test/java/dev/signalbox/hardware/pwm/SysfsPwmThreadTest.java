package dev.signalbox.hardware.pwm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.signalbox.testkit.SteppedClock;
import dev.signalbox.testkit.Until;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The thread that writes PWM channels, with real files, and who does not wait for it. */
@Timeout(60)
class SysfsPwmThreadTest {
  private static final Duration GENEROUS = Duration.ofSeconds(30);

  @TempDir private Path root;

  @Test
  void thread_writesWhatIsSet() throws Exception {
    // Plain files do not react to export; so the channel is exported already.
    new FakeSysfs(root, new SteppedClock()).exportByHand(0, 0, 0, "normal", false);
    Path duty = root.resolve("pwmchip0/pwm0/duty_cycle");
    try (SysfsPwmThread thread = new SysfsPwmThread();
        SysfsPwm pwm = thread.open(new PwmAddress(root, "pwmchip0", 0), SysfsRig.LINEAR)) {
      Until.holds("the thread sleeps", SysfsPwmThreadTest::isAsleep);
      pwm.set(100);
      awaitContent(duty, "1000000");
      pwm.set(5);
      awaitContent(duty, "50000");
      assertEquals(Optional.empty(), pwm.fault());
    }
    assertEquals("0", Files.readString(duty));
  }

  @Test
  void set_doesNotWaitForASlowFile() throws InterruptedException {
    CountDownLatch writing = new CountDownLatch(1);
    CountDownLatch released = new CountDownLatch(1);
    FakeSysfs sysfs = new FakeSysfs(root, new SteppedClock());
    SysfsFiles slow =
        new SysfsFiles() {
          @Override
          public void write(Path file, String text) throws IOException {
            writing.countDown();
            try {
              released.await();
            } catch (InterruptedException _) {
              Thread.currentThread().interrupt();
            }
            sysfs.write(file, text);
          }
        };
    StepThread thread = new StepThread("sysfs-pwm");
    SysfsChannel channel = new SysfsChannel(slow, new PwmAddress(root, "pwmchip0", 0));
    SysfsPwm pwm = new SysfsPwm(channel, SysfsRig.LINEAR, thread, System::nanoTime);
    thread.begin(pwm.work());
    pwm.set(10);
    writing.await();

    assertTimeoutPreemptively(GENEROUS, () -> pwm.set(20));
    assertEquals(Optional.empty(), pwm.fault());
    released.countDown();
    pwm.close();
    thread.close();
  }

  /** Without a time to wake up. */
  private static boolean isAsleep() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> thread.getName().equals("sysfs-pwm"))
        .anyMatch(thread -> thread.getState() == Thread.State.WAITING);
  }

  private static void awaitContent(Path file, String wanted) throws Exception {
    Until.holds(file + " is " + wanted, () -> Files.readString(file).strip().equals(wanted));
  }
}
