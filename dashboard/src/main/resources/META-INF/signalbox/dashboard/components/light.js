const FRAME_MS = 17;
const FLASHES_MS = 334;

const reducedMotion = window.matchMedia("(prefers-reduced-motion: reduce)");

/**
 * Draws a light as a function of time: `data-lit` (0 to 100) and `--level` (0 to 1) on its host. It
 * looks again when the function says that it differs, not before. A light that is `still` is drawn
 * once: nothing is known of it any more. For people who want less motion, what flashes more than
 * three times a second is drawn as steady as it would look from afar.
 *
 * `pattern()` gives `{now, level(at), next(at), still}`.
 */
export class Light {
  #host;
  #pattern;
  #timer;
  #frame;
  #shown;

  constructor(host, pattern) {
    this.#host = host;
    this.#pattern = pattern;
    host.addController(this);
  }

  hostUpdated() {
    this.#draw();
  }

  hostDisconnected() {
    this.#cancel();
  }

  #draw() {
    this.#cancel();
    const { now, level, next, still } = this.#pattern();
    const change = next(now);
    const steady =
      reducedMotion.matches && change < Infinity ? averageOfFlashes(level, next, change) : undefined;
    this.#show(steady ?? level(now));
    if (!still && steady === undefined && change < Infinity) {
      this.#drawIn(change - now);
    }
  }

  #show(level) {
    if (level !== this.#shown) {
      this.#shown = level;
      this.#host.dataset.lit = String(level);
      this.#host.style.setProperty("--level", String(level / 100));
    }
  }

  #drawIn(ms) {
    if (ms < FRAME_MS) {
      this.#frame = requestAnimationFrame(() => this.#draw());
    } else {
      this.#timer = setTimeout(() => this.#draw(), Math.min(ms, 60_000));
    }
  }

  #cancel() {
    clearTimeout(this.#timer);
    cancelAnimationFrame(this.#frame);
  }
}

/** The mean level of a pattern that repeats within a third of a second, else undefined. */
function averageOfFlashes(level, next, change) {
  const middle = next(change);
  const end = next(middle);
  if (end - change >= FLASHES_MS) {
    return undefined;
  }
  return Math.round((level(change) * (middle - change) + level(middle) * (end - middle)) / (end - change));
}
