package dev.signalbox.server;

import dev.signalbox.core.stream.Subscriber.Mode;
import java.util.ArrayList;
import java.util.List;

/**
 * A way for the engine and the event loop to meet: what each of them does, and what the client must
 * have been told once the loop has done all that was handed to it.
 */
enum Meeting {
  /** A client that keeps up is told each change, once and in order. */
  WITH_A_LIVE_CLIENT(Mode.LATEST, Meeting.LONG_LOG, Owed.EACH) {
    @Override
    void eventLoop(SteppedLoop loop) {
      loop.step();
      loop.step();
    }
  },

  /** What one turn made true is told whole or not at all. */
  IN_ONE_TURN(Mode.LATEST, Meeting.LONG_LOG, Owed.EACH) {
    @Override
    void engine(SteppedLoop loop) {
      loop.publish(4);
    }

    @Override
    void eventLoop(SteppedLoop loop) {
      loop.step();
    }
  },

  /** A client that takes nothing for a moment ends on the last change. */
  WITH_A_CLIENT_THAT_FALTERS(Mode.LATEST, Meeting.LONG_LOG, Owed.LAST) {
    @Override
    void eventLoop(SteppedLoop loop) {
      loop.stop();
      loop.step();
      loop.goOn();
      loop.step();
    }
  },

  /** A slow client that takes again meanwhile ends on the last change. */
  WITH_A_SLOW_CLIENT(Mode.LATEST, Meeting.LONG_LOG, Owed.LAST) {
    @Override
    void prepare(SteppedLoop loop) {
      fallBehind(loop);
    }

    @Override
    void eventLoop(SteppedLoop loop) {
      loop.step();
      loop.goOn();
      loop.step();
    }
  },

  /** A slow client that wants every change is told each, once and in order. */
  WITH_A_SLOW_CLIENT_THAT_WANTS_ALL(Mode.EVERY, Meeting.LONG_LOG, Owed.EACH) {
    @Override
    void prepare(SteppedLoop loop) {
      fallBehind(loop);
    }

    @Override
    void eventLoop(SteppedLoop loop) {
      loop.goOn();
      loop.stop();
      loop.step();
      loop.goOn();
    }
  },

  /** The log is written over while it is read for such a client: it may lag, and is told so. */
  WHILE_THE_LOG_IS_WRITTEN_OVER(Mode.EVERY, Meeting.SHORT_LOG, Owed.EACH_OR_LAGGED) {
    @Override
    void prepare(SteppedLoop loop) {
      fallBehind(loop);
    }

    @Override
    void engine(SteppedLoop loop) {
      overwrite(loop);
    }

    @Override
    void eventLoop(SteppedLoop loop) {
      loop.goOn();
      loop.step();
    }
  },

  /** The log is written over while it is read for all: the state tells a client what it missed. */
  WITH_A_LOOP_THAT_IS_LATE(Mode.LATEST, Meeting.SHORT_LOG, Owed.STATE) {
    @Override
    void engine(SteppedLoop loop) {
      overwrite(loop);
    }

    @Override
    void eventLoop(SteppedLoop loop) {
      loop.step();
      loop.step();
    }
  };

  /** What a client must have been told in the end. */
  private enum Owed {
    /** Each change. */
    EACH,
    /** The last change, and how many were folded. */
    LAST,
    /** The last change. */
    STATE,
    /** Each change, or the first of them and that it lags. */
    EACH_OR_LAGGED
  }

  private static final int LONG_LOG = 64;
  private static final int SHORT_LOG = 2;

  private final Mode mode;
  private final int logCapacity;
  private final Owed owed;

  Meeting(Mode mode, int logCapacity, Owed owed) {
    this.mode = mode;
    this.logCapacity = logCapacity;
    this.owed = owed;
  }

  /** A loop as it is before they meet. */
  SteppedLoop begin() {
    SteppedLoop loop = new SteppedLoop(mode, logCapacity);
    prepare(loop);
    return loop;
  }

  /** What has happened before: a turn, of which the loop has been told. */
  void prepare(SteppedLoop loop) {
    loop.publish(2);
  }

  /** What the engine does: two turns. Thread: the engine's. */
  void engine(SteppedLoop loop) {
    loop.publish(3);
    loop.publish(4);
  }

  /** What the event loop does at the same time. Thread: the event loop's. */
  abstract void eventLoop(SteppedLoop loop);

  private static void fallBehind(SteppedLoop loop) {
    loop.stop();
    loop.publish(2);
    loop.step();
  }

  private static void overwrite(SteppedLoop loop) {
    loop.publish(3);
    loop.publish(4);
    loop.publish(6);
  }

  /**
   * Ends it, once both are done.
   *
   * @return what was broken; empty if all is as it must be
   */
  List<String> end(SteppedLoop loop) {
    loop.stepAll();
    SteppedClient client = loop.client();
    List<String> faults = new ArrayList<>(client.faults(loop.turns()));
    boolean complete = client.last() == loop.turns().getLast();
    boolean kept =
        switch (owed) {
          case EACH -> complete && client.wasToldEach();
          case LAST -> complete && client.hasCountedAll();
          case STATE -> complete;
          case EACH_OR_LAGGED -> complete != client.hasLagged() && client.wasToldEach();
        };
    if (!kept) {
      faults.add("owed " + owed);
    }
    return faults;
  }
}
