const SHORTEST_MS = 500;
const LONGEST_MS = 10_000;
const SLOW_MS = 30_000;
const STEADY_MS = 10_000;

/**
 * How long to wait before the next attempt: between half and all of a span that doubles from 1 s to
 * 10 s, so that the clients of a hub that restarts do not come back in one instant. A connection
 * that lived for ten seconds starts the count anew; one that is refused at once does not.
 */
export class Backoff {
  #random;
  #failures = 0;
  #liveAt = Infinity;

  /** @param {() => number} random in [0, 1) */
  constructor(random) {
    this.#random = random;
  }

  /** A connection became live. */
  live(now) {
    this.#liveAt = now;
  }

  /** The wait in ms after a connection or attempt ended at `now`; `slow` after a refusal that time alone hardly mends. */
  delayMs(now, slow) {
    if (now - this.#liveAt >= STEADY_MS) {
      this.#failures = 0;
    }
    this.#liveAt = Infinity;
    const spanMs = Math.min(LONGEST_MS, 2 * SHORTEST_MS * 2 ** Math.min(this.#failures, 10));
    this.#failures++;
    return Math.round((slow ? SLOW_MS : spanMs) * (0.5 + this.#random() / 2));
  }
}
