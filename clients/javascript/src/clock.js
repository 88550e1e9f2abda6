const SAMPLES_KEPT = 8;
const FIRST_SAMPLES = 4;
const SOON_MS = 250;
const LATER_MS = 60_000;

/**
 * The hub's time, estimated as in Cristian's algorithm: the hub read its clock somewhere between
 * sending the question and receiving the answer, so its offset to the clock here is known to half
 * the round trip. The narrowest of the latest samples counts. When a sample contradicts it (their
 * ranges do not meet), one of the clocks was set or the machine slept, and what came before is void.
 */
export class HubClock {
  #timing;
  #ask;
  #samples = [];
  #best = { offset: 0, error: Infinity };
  #asked = 0;
  #timer;

  /**
   * @param {{now: Function, setTimeout: Function, clearTimeout: Function}} timing the clock here, in ms since the Unix epoch
   * @param {() => void} ask asks the hub for its time
   */
  constructor(timing, ask) {
    this.#timing = timing;
    this.#ask = ask;
  }

  /** The hub's time in ms since the Unix epoch; the time here until a sample was taken. */
  now() {
    return this.#timing.now() + this.#best.offset;
  }

  /** How far `now()` can be off, in ms; Infinity until a sample was taken. */
  get error() {
    return this.#best.error;
  }

  /** A new connection, begun at `openedAt`, told the hub's time. Some more samples soon make it exact. */
  greeted(openedAt, hubNow) {
    this.#sample(openedAt, hubNow);
    this.#asked = 0;
    this.#again();
  }

  /** The answer to a question asked at `sentAt`. */
  answered(sentAt, hubNow) {
    this.#sample(sentAt, hubNow);
    this.#timing.clearTimeout(this.#timer);
    this.#timer = this.#timing.setTimeout(
      () => this.#again(),
      this.#asked < FIRST_SAMPLES ? SOON_MS : LATER_MS,
    );
  }

  stop() {
    this.#timing.clearTimeout(this.#timer);
  }

  #again() {
    this.#asked++;
    this.#ask();
  }

  #sample(sentAt, hubNow) {
    const receivedAt = this.#timing.now();
    if (!Number.isFinite(sentAt) || !Number.isFinite(hubNow) || sentAt > receivedAt) {
      return;
    }
    // One more for the whole milliseconds that both clocks are read in.
    const taken = { offset: hubNow - (sentAt + receivedAt) / 2, error: (receivedAt - sentAt) / 2 + 1 };
    if (Math.abs(taken.offset - this.#best.offset) > taken.error + this.#best.error) {
      this.#samples = [];
    }
    this.#samples = [...this.#samples.slice(1 - SAMPLES_KEPT), taken];
    this.#best = this.#samples.reduce((best, each) => (each.error < best.error ? each : best));
  }
}
