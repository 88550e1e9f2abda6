package dev.signalbox.server;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import java.util.concurrent.atomic.AtomicInteger;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.LLL_Result;

/**
 * Every {@link Meeting} of the engine and the event loop in its turn, at every moment; the result
 * is what was broken, at which meeting, and what the client was told.
 */
@JCStressTest
@Outcome(id = "\\[\\], .*", expect = ACCEPTABLE, desc = "as it must be")
@Outcome(expect = FORBIDDEN, desc = "a law was broken")
@State
public class HandOver {
  private static final Meeting[] MEETINGS = Meeting.values();
  private static final AtomicInteger NEXT = new AtomicInteger();

  private final Meeting meeting = MEETINGS[Math.floorMod(NEXT.getAndIncrement(), MEETINGS.length)];
  private final SteppedLoop loop = meeting.begin();

  @Actor
  public void engine() {
    meeting.engine(loop);
  }

  @Actor
  public void eventLoop() {
    meeting.eventLoop(loop);
  }

  @Arbiter
  public void end(LLL_Result result) {
    // As text: results go from one process to another.
    result.r1 = meeting.end(loop).toString();
    result.r2 = meeting.name();
    result.r3 = loop.client().toString();
  }
}
