const OPENING_MS = 10_000;
const PROBE_MS = 3_000;
const DEFAULT_HEARTBEAT_MS = 15_000;

/**
 * Finds a connection that is gone without a word. A browser shows a page neither WebSocket pings
 * nor a dead network, so silence is measured here: after one heartbeat the hub is asked, after two
 * the connection counts as lost.
 */
export class Silence {
  #timing;
  #ask;
  #tell;
  #timer;
  #heartbeatMs = DEFAULT_HEARTBEAT_MS;
  #heardAt = 0;

  /**
   * @param {{now: Function, setTimeout: Function, clearTimeout: Function}} timing
   * @param {() => void} ask asks the hub for a sign
   * @param {(reason: string) => void} tell is told when there was none for too long
   */
  constructor(timing, ask, tell) {
    this.#timing = timing;
    this.#ask = ask;
    this.#tell = tell;
  }

  /** A connection is being opened; the hub must greet within ten seconds. */
  opening() {
    this.#look(OPENING_MS, () => this.#tell("no answer"));
  }

  /** The hub greeted; it is heard at least once in so many ms, from 1 s to 10 min. */
  greeted(heartbeatMs) {
    this.#heartbeatMs = heartbeatMs >= 1_000 && heartbeatMs <= 600_000 ? heartbeatMs : DEFAULT_HEARTBEAT_MS;
    this.#watch(this.#heartbeatMs);
  }

  heard() {
    this.#heardAt = this.#timing.now();
  }

  /** The hub must give a sign within three seconds. */
  probe() {
    const askedAt = this.#timing.now();
    this.#ask();
    this.#look(PROBE_MS, () => {
      if (this.#heardAt < askedAt) {
        this.#tell("no answer after waking up");
      } else {
        this.#watch(this.#heartbeatMs);
      }
    });
  }

  stop() {
    this.#timing.clearTimeout(this.#timer);
  }

  /** Set once in a heartbeat, not at each message: it looks at when the last one came. */
  #watch(ms) {
    this.#look(ms, () => {
      const quietMs = this.#timing.now() - this.#heardAt;
      if (quietMs >= 2 * this.#heartbeatMs) {
        this.#tell(`nothing heard for ${Math.round(quietMs / 1000)} s`);
      } else if (quietMs >= this.#heartbeatMs) {
        this.#ask();
        this.#watch(2 * this.#heartbeatMs - quietMs);
      } else {
        this.#watch(this.#heartbeatMs - quietMs);
      }
    });
  }

  #look(ms, look) {
    this.#timing.clearTimeout(this.#timer);
    this.#timer = this.#timing.setTimeout(look, ms);
  }
}
