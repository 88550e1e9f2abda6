package dev.signalbox.app.run;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.concurrent.CountDownLatch;
import java.util.function.IntSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;

@Timeout(60)
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "there are no signals to send")
class StopSignalsTest {
  /** Listens, and never gets done with stopping. */
  static final class Hanging {
    private Hanging() {}

    public static void main(String[] args) throws InterruptedException {
      IntSupplier stop = StopSignals.listen();
      System.out.println("listening");
      System.out.println("stopping with " + stop.getAsInt());
      new CountDownLatch(1).await();
    }
  }

  @Test
  void signal_whileStoppingHangs_endsAtTheLimit() throws Exception {
    try (HubProcess hanging = HubProcess.start(Hanging.class)) {
      assertEquals("listening", hanging.line());
      hanging.signal("TERM");
      assertEquals("stopping with 0", hanging.line());
      assertEquals(0, hanging.exit());
    }
  }

  @Test
  void signal_theSecond_endsAtOnce() throws Exception {
    try (HubProcess hanging = HubProcess.start(Hanging.class)) {
      assertEquals("listening", hanging.line());
      hanging.signal("TERM");
      assertEquals("stopping with 0", hanging.line());
      hanging.signal("INT");
      assertEquals(130, hanging.exit());
    }
  }
}
