package dev.signalbox.server;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import dev.signalbox.core.stream.Subscriber;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.L_Result;
import org.openjdk.jcstress.infra.results.ZL_Result;

/**
 * The engine publishes while the event loop looks: once the loop has done what was handed to it,
 * nothing is unseen, whatever the moments at which they met.
 */
public class HandOver {
  private static final int MANY = 64;

  private HandOver() {}

  /** A client that keeps up is told each change, once and in order. */
  @JCStressTest
  @Outcome(id = "\\[1, 2, 3\\]", expect = ACCEPTABLE, desc = "told each, in order")
  @Outcome(expect = FORBIDDEN, desc = "left unseen, or told twice")
  @State
  public static class ToALiveClient {
    private final SteppedLoop loop = new SteppedLoop(Subscriber.Mode.LATEST, MANY);

    public ToALiveClient() {
      loop.publish(1);
    }

    @Actor
    public void engine() {
      loop.publish(2);
      loop.publish(3);
    }

    @Actor
    public void eventLoop() {
      loop.step();
      loop.step();
    }

    @Arbiter
    public void end(L_Result result) {
      loop.stepAll();
      result.r1 = loop.told();
    }
  }

  /** A slow client that goes on meanwhile ends on the last change. */
  @JCStressTest
  @Outcome(id = "true, 4", expect = ACCEPTABLE, desc = "complete, and it never went back")
  @Outcome(expect = FORBIDDEN, desc = "not complete, or it went back")
  @State
  public static class ToASlowClient {
    private final SteppedLoop loop = new SteppedLoop(Subscriber.Mode.LATEST, MANY);

    public ToASlowClient() {
      loop.stop();
      loop.publish(2);
      loop.stepAll();
    }

    @Actor
    public void engine() {
      loop.publish(3);
      loop.publish(4);
    }

    @Actor
    public void eventLoop() {
      loop.goOn();
      loop.step();
    }

    @Arbiter
    public void end(ZL_Result result) {
      loop.stepAll();
      result.r1 = loop.told().matches("\\[(2, )?(3, )?4\\]");
      result.r2 = loop.last();
    }
  }

  /** A slow client that wants every change is told each, once and in order. */
  @JCStressTest
  @Outcome(id = "\\[1, 2, 3, 4\\]", expect = ACCEPTABLE, desc = "told each, in order")
  @Outcome(expect = FORBIDDEN, desc = "left unseen, or told twice")
  @State
  public static class ToASlowClientThatWantsAll {
    private final SteppedLoop loop = new SteppedLoop(Subscriber.Mode.EVERY, MANY);

    public ToASlowClientThatWantsAll() {
      loop.stop();
      loop.publish(2);
      loop.stepAll();
    }

    @Actor
    public void engine() {
      loop.publish(3);
      loop.publish(4);
    }

    @Actor
    public void eventLoop() {
      loop.goOn();
      loop.stop();
      loop.step();
      loop.goOn();
    }

    @Arbiter
    public void end(L_Result result) {
      loop.stepAll();
      loop.goOn();
      result.r1 = loop.told();
    }
  }

  /**
   * The log is written over while such a client reads from it: it is told each, or that it lags.
   */
  @JCStressTest
  @Outcome(id = "true, .*", expect = ACCEPTABLE, desc = "told each up to the end, or that it lags")
  @Outcome(expect = FORBIDDEN, desc = "a gap that it was not told of")
  @State
  public static class WhileTheLogIsWrittenOver {
    private final SteppedLoop loop = new SteppedLoop(Subscriber.Mode.EVERY, 2);

    public WhileTheLogIsWrittenOver() {
      loop.stop();
      loop.publish(2);
      loop.stepAll();
    }

    @Actor
    public void engine() {
      loop.publish(3);
      loop.publish(4);
      loop.publish(6);
    }

    @Actor
    public void eventLoop() {
      loop.goOn();
      loop.step();
    }

    @Arbiter
    public void end(ZL_Result result) {
      loop.stepAll();
      loop.goOn();
      result.r1 = loop.isEach(6);
      result.r2 = loop.told();
    }
  }

  /** What one turn made true is seen whole or not at all. */
  @JCStressTest
  @Outcome(id = "\\[\\]", expect = ACCEPTABLE, desc = "not yet")
  @Outcome(id = "\\[1, 2\\]", expect = ACCEPTABLE, desc = "both")
  @Outcome(expect = FORBIDDEN, desc = "half of it")
  @State
  public static class OfOneTurn {
    private final SteppedLoop loop = new SteppedLoop(Subscriber.Mode.LATEST, MANY);

    @Actor
    public void engine() {
      loop.publish(2);
    }

    @Actor
    public void eventLoop(L_Result result) {
      loop.step();
      result.r1 = loop.told();
    }
  }
}
