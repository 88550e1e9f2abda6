package dev.signalbox.core.laws;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.signalbox.core.fixture.Replica;
import dev.signalbox.core.fixture.Rig.Published;
import dev.signalbox.core.model.Change;
import dev.signalbox.core.model.HubState;
import dev.signalbox.core.model.PartAddress;
import dev.signalbox.core.stream.Filter;
import dev.signalbox.core.stream.Pacing;
import dev.signalbox.core.stream.Pacing.Passed;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.domains.Domain;
import net.jqwik.api.domains.DomainContext;

/** Who wants each part told no more often than a pace is never silently wrong either. */
@Domain(Histories.class)
@Domain(DomainContext.Global.class)
class PacingLawTest {
  @Provide
  Arbitrary<Duration> periods() {
    return Arbitraries.of(1, 20, 200, 1_000, 5_000).map(Duration::ofMillis);
  }

  @Provide
  Arbitrary<Filter> filters() {
    return Audience.filters();
  }

  /** A client that is told by a pacing, and what it checks of it. */
  private static final class Client {
    private final Pacing pacing;
    private final Duration period;
    private final Filter filter;
    private final Replica replica;
    private final Map<PartAddress, Long> toldAt = new HashMap<>();
    private long happened;
    private long told;
    private long skipped;

    Client(Duration period, Filter filter, HubState initial) {
      this.pacing = new Pacing(period);
      this.period = period;
      this.filter = filter;
      this.replica = Replica.of(initial, filter);
    }

    void happens(Published one, long nanos) {
      List<Change> changes = one.changes().stream().filter(filter::selects).toList();
      happened += changes.size();
      take(pacing.pass(changes, nanos), one.after(), nanos);
    }

    void due(HubState now, long nanos) {
      take(pacing.due(now, nanos), now, nanos);
    }

    private void take(Passed passed, HubState now, long nanos) {
      for (Change change : passed.changes()) {
        replica.apply(change);
        told++;
        part(change, nanos);
      }
      skipped += passed.skipped();
      assertEquals(passed.isComplete(), !pacing.isHolding());
      if (passed.isComplete()) {
        assertEquals(Replica.of(now, filter), replica, "told to be complete");
        assertEquals(happened, told + skipped, "changes told and skipped");
      }
    }

    private void part(Change change, long nanos) {
      PartAddress part =
          switch (change) {
            case Change.PartChanged changed -> changed.address();
            case Change.PartPut put -> put.address();
            case Change.PartGone gone -> gone.address();
            case Change.BoardChanged _ -> null;
          };
      if (part != null) {
        Long before = toldAt.put(part, nanos);
        assertTrue(
            before == null || nanos - before >= period.toNanos(),
            () -> part + " was told too soon");
      }
    }
  }

  @Property(tries = 500, edgeCases = EdgeCasesMode.NONE)
  void paced_endsOnTheTruth_andNeverTooOften(
      @ForAll History history,
      @ForAll("periods") Duration period,
      @ForAll("filters") Filter filter) {
    Played played = Played.of(history);
    Client client = new Client(period, filter, played.initial());
    HubState now = played.initial();
    long nanos = 0;
    for (Published one : played.published()) {
      long at = TimeUnit.MILLISECONDS.toNanos(one.changes().getFirst().stamp().at());
      for (long due = client.pacing.nextDue(); due <= at; due = client.pacing.nextDue()) {
        client.due(now, due);
      }
      client.happens(one, at);
      now = one.after();
      nanos = at;
    }
    if (client.pacing.isHolding()) {
      assertTrue(client.pacing.nextDue() - nanos <= period.toNanos(), "due within a period");
      client.due(now, nanos + period.toNanos());
    }
    assertFalse(client.pacing.isHolding());
    assertEquals(Pacing.NEVER, client.pacing.nextDue());
    assertEquals(Replica.of(now, filter), client.replica);
  }
}
