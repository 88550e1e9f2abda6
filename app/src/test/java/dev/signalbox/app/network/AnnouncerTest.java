package dev.signalbox.app.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.signalbox.app.network.Announced.Page;
import java.io.IOException;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AnnouncerTest {
  private static final InetAddress CABLE = InetAddress.ofLiteral("10.0.0.1");
  private static final InetAddress RADIO = InetAddress.ofLiteral("10.1.0.1");
  private static final Page HUB = new Page("Club", 8080, "1");
  private static final Page YARD = new Page("RailHub for yard", 80, "1");

  private final List<InetAddress> addresses = new ArrayList<>(List.of(CABLE));
  private final List<Fake> opened = new ArrayList<>();
  private final List<Set<String>> known = new ArrayList<>();
  private final List<String> logged = new ArrayList<>();
  private final Logger log = Logger.getLogger(Announcer.class.getName());
  private final Handler handler = new Lines();
  private boolean broken;

  private final Announcer announcer =
      new Announcer(
          List.of(
              new Announced("signalbox", "0.0.0.0", Optional.of(HUB)),
              new Announced("railhub", "10.0.0.1", Optional.of(YARD)),
              new Announced("railhub", "0.0.0.0", Optional.empty())),
          () -> addresses,
          this::open,
          known::add);

  private final class Lines extends Handler {
    @Override
    public void publish(LogRecord record) {
      logged.add(record.getLevel() + " " + new SimpleFormatter().formatMessage(record));
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
  }

  private static final class Fake implements Responder {
    final String wish;
    Optional<String> name = Optional.empty();
    List<Page> pages = List.of();
    boolean withdrawn;

    Fake(String wish) {
      this.wish = wish;
    }

    @Override
    public Optional<String> name() {
      return name;
    }

    @Override
    public void tell(List<Page> told) {
      pages = List.copyOf(told);
    }

    @Override
    public Thread withdraw() {
      withdrawn = true;
      return Thread.startVirtualThread(() -> {});
    }

    @Override
    public String toString() {
      return wish + (withdrawn ? " withdrawn" : "");
    }
  }

  private Responder open(String name, InetAddress address) throws IOException {
    if (broken) {
      throw new IOException("Network is unreachable");
    }
    Fake fake = new Fake(name + " at " + address.getHostAddress());
    opened.add(fake);
    return fake;
  }

  private List<String> opened() {
    return opened.stream().map(Fake::toString).toList();
  }

  @BeforeEach
  void listen() {
    log.setUseParentHandlers(false);
    log.addHandler(handler);
  }

  @AfterEach
  void leave() {
    log.removeHandler(handler);
    log.setUseParentHandlers(true);
  }

  @Test
  void names_areClaimedOnceEach_andTellTheirPagesWhenTheyAreHad() {
    assertFalse(announcer.step());
    assertFalse(announcer.step());
    assertEquals(List.of("signalbox at 10.0.0.1", "railhub at 10.0.0.1"), opened());
    assertEquals(List.of(), known);

    opened.get(0).name = Optional.of("signalbox");
    assertFalse(announcer.step());
    opened.get(1).name = Optional.of("railhub");
    assertTrue(announcer.step());
    assertEquals(List.of(HUB), opened.get(0).pages);
    assertEquals(List.of(YARD), opened.get(1).pages);
    assertEquals(
        List.of(Set.of("signalbox.local"), Set.of("signalbox.local", "railhub.local")), known);
    assertEquals(
        List.of(
            "INFO In the network this is signalbox.local.",
            "INFO In the network this is railhub.local."),
        logged);
  }

  @Test
  void name_thatIsTaken_isSaidAndAnotherIsUsed() {
    announcer.step();
    opened.getFirst().name = Optional.of("signalbox-2");
    announcer.step();

    assertEquals(List.of(Set.of("signalbox-2.local")), known);
    assertEquals(
        List.of(
            "INFO In the network another machine is signalbox.local already;"
                + " this is signalbox-2.local."),
        logged);
  }

  @Test
  void name_thatChangesLater_isToldAgain() {
    announcer.step();
    opened.getFirst().name = Optional.of("signalbox");
    announcer.step();
    opened.getFirst().pages = List.of();
    announcer.step();
    assertEquals(List.of(), opened.getFirst().pages);

    opened.getFirst().name = Optional.of("signalbox-2");
    announcer.step();
    assertEquals(List.of(HUB), opened.getFirst().pages);
    assertEquals(List.of(Set.of("signalbox.local"), Set.of("signalbox-2.local")), known);
  }

  @Test
  void network_thatComes_isToldToo_andTheNameIsSaidOnce() {
    announcer.step();
    opened.getFirst().name = Optional.of("signalbox");
    announcer.step();
    addresses.add(RADIO);
    announcer.step();

    assertEquals(
        List.of(
            "signalbox at 10.0.0.1",
            "railhub at 10.0.0.1",
            "signalbox at 10.1.0.1",
            "railhub at 10.1.0.1"),
        opened());
    opened.get(2).name = Optional.of("signalbox");
    announcer.step();
    opened.get(3).name = Optional.of("railhub");
    announcer.step();
    assertEquals(List.of(HUB), opened.get(2).pages);
    assertEquals(List.of(), opened.get(3).pages, "the yard's page is not to be had there");
    assertEquals(2, logged.size(), logged.toString());
  }

  @Test
  void network_thatGoes_isWithdrawnFrom_andCanComeBack() {
    announcer.step();
    opened.getFirst().name = Optional.of("signalbox");
    announcer.step();
    addresses.clear();
    assertTrue(announcer.step());
    assertEquals(List.of(Set.of("signalbox.local"), Set.of()), known);
    assertEquals(
        List.of("signalbox at 10.0.0.1 withdrawn", "railhub at 10.0.0.1 withdrawn"), opened());

    addresses.add(CABLE);
    announcer.step();
    assertEquals(4, opened.size());
  }

  @Test
  void network_thatCannotBeUsed_isSaidOnce_andTriedAgain() {
    broken = true;
    assertTrue(announcer.step());
    assertTrue(announcer.step());
    assertEquals(
        List.of(
            "WARNING signalbox.local can't be announced at 10.0.0.1: Network is unreachable",
            "WARNING railhub.local can't be announced at 10.0.0.1: Network is unreachable"),
        logged);

    broken = false;
    announcer.step();
    assertEquals(2, opened.size());
  }

  @Test
  void all_isWithdrawnAtTheEnd() {
    announcer.step();

    assertEquals(2, announcer.withdraw().size());
    assertTrue(opened.stream().allMatch(each -> each.withdrawn));
  }
}
