package dev.signalbox.app.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import javax.jmdns.JmDNS;
import javax.jmdns.ServiceInfo;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** Names and pages as others find them, by real multicast that does not leave this machine. */
@Timeout(120)
@EnabledOnOs(value = OS.LINUX, disabledReason = "elsewhere loopback need not know multicast")
class MulticastTest {
  private static final InetAddress HERE = InetAddress.ofLiteral("127.0.0.1");
  private static final long PATIENCE_MS = 60_000;

  /** No other hub's, and no other test's. */
  private final String name =
      "sb-" + ProcessHandle.current().pid() + "-" + System.nanoTime() % 1_000_000;

  private final Queue<Set<String>> known = new ConcurrentLinkedQueue<>();
  private OtherMachine other;

  private final Announcer announcer =
      new Announcer(
          List.of(
              new Announced(
                  name, "0.0.0.0", Optional.of(new Announced.Page("Hub " + name, 8085, "1.2")))),
          () -> List.of(HERE),
          JmdnsResponder::open,
          known::add);

  @BeforeEach
  void join() throws Exception {
    other = new OtherMachine();
  }

  @AfterEach
  void leave() throws Exception {
    for (Thread withdrawal : announcer.withdraw()) {
      withdrawal.join(Duration.ofSeconds(30));
    }
    other.close();
  }

  private void settle() throws InterruptedException {
    while (!announcer.step()) {
      OtherMachine.breathe();
    }
  }

  @Test
  void hub_isFoundByItsServiceAndItsName() throws Exception {
    settle();

    assertEquals(List.of(Set.of(name + ".local")), List.copyOf(known));
    try (JmDNS client = JmDNS.create(HERE, name + "-client")) {
      ServiceInfo found =
          client.getServiceInfo("_http._tcp.local.", "Hub " + name, true, PATIENCE_MS);
      assertNotNull(found);
      assertEquals(8085, found.getPort());
      assertEquals("1.2", found.getPropertyString("version"));
      assertEquals("/", found.getPropertyString("path"));
      assertEquals(name + ".local.", found.getServer());
    }
    assertEquals("127.0.0.1", other.addressOf(name));
  }

  @Test
  void name_thatAnotherMachineHas_becomesTheNext() throws Exception {
    other.claim(name, "192.0.2.9");
    settle();

    assertEquals(List.of(Set.of(name + "-2.local")), List.copyOf(known));
    assertEquals("127.0.0.1", other.addressOf(name + "-2"));
  }

  @Test
  void name_thatANewcomerWants_isKept() throws Exception {
    settle();
    other.probe(name, "127.100.0.1");
    settle();

    assertEquals(List.of(Set.of(name + ".local")), List.copyOf(known));
    assertEquals("127.0.0.1", other.addressOf(name));
  }

  @Test
  void name_thatTwoHaveWhenNetworksMeet_isGivenUp() throws Exception {
    settle();
    other.announce(name, "192.0.2.9");
    while (known.size() < 2) {
      announcer.step();
      OtherMachine.breathe();
    }

    assertEquals(List.of(Set.of(name + ".local"), Set.of(name + "-2.local")), List.copyOf(known));
    assertEquals("127.0.0.1", other.addressOf(name + "-2"));
  }

  @Test
  void farewell_isSaidAtOnce() throws Exception {
    settle();
    assertEquals("127.0.0.1", other.addressOf(name));

    announcer.withdraw();
    assertTrue(other.hearsFarewellOf(name), "no record of no more time to live");
  }
}
