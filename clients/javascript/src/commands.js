import { closed, refused, accepted, tooMany, unanswered } from "./problems.js";
import { includes } from "./sequence.js";

const ANSWER_MS = 10_000;
const SHOWN_MS = 1_000;
const MOST_WAITING = 1_000;

/**
 * The commands that wait for their answer. Each has a random key and ten seconds. One that was not
 * answered when the connection was lost is sent again, under the same key and in the same order,
 * once there is a live one: the hub carries a key out once.
 *
 * A command that was accepted is told so when the state kept here shows it, so that a control that
 * stops waiting never shows the old value for a moment.
 */
export class Commands {
  #waiting = new Map();
  #lastId = 0;
  #timing;
  #newKey;
  #send;

  /**
   * @param {{timing: object, newKey: () => string}} environment
   * @param {(message: object) => boolean} send sends now, if it can
   */
  constructor({ timing, newKey }, send) {
    this.#timing = timing;
    this.#newKey = newKey;
    this.#send = send;
  }

  /** Sends one command, `{board, part, set}` or `{board, part, do}`; the promise never rejects. */
  issue(command) {
    if (this.#waiting.size >= MOST_WAITING) {
      return Promise.resolve(tooMany(MOST_WAITING));
    }
    const id = ++this.#lastId;
    return new Promise((resolve) => {
      const entry = { message: { command: { id, ...command, key: this.#newKey() } }, resolve, sent: false };
      entry.timer = this.#timing.setTimeout(() => this.#expire(id), ANSWER_MS);
      this.#waiting.set(id, entry);
      this.#dispatch(entry);
    });
  }

  /** Sends what waits once more; to be called when the connection became live. */
  resend() {
    for (const entry of this.#waiting.values()) {
      if (entry.outcome === undefined) {
        this.#dispatch(entry);
      }
    }
  }

  /** Takes the hub's `result`, the state here being complete up to `stateId`; false if nobody waits for it. */
  answer(result, stateId) {
    const entry = this.#waiting.get(result.id);
    if (entry === undefined) {
      return false;
    }
    entry.outcome = result.accepted ? accepted({ part: result.part }) : refused(result.problem);
    if (!result.accepted || typeof result.change !== "string" || includes(stateId, result.change)) {
      this.#finish(result.id, entry.outcome);
    } else {
      entry.change = result.change;
      this.#timing.clearTimeout(entry.timer);
      entry.timer = this.#timing.setTimeout(() => this.#finish(result.id, entry.outcome), SHOWN_MS);
    }
    return true;
  }

  /** The state here is now complete up to `stateId`. */
  reached(stateId) {
    for (const [id, entry] of this.#waiting) {
      if (entry.change !== undefined && includes(stateId, entry.change)) {
        this.#finish(id, entry.outcome);
      }
    }
  }

  /** Ends all that waits. */
  close() {
    for (const [id, entry] of this.#waiting) {
      this.#finish(id, entry.outcome ?? closed());
    }
  }

  #dispatch(entry) {
    entry.sent = this.#send(entry.message) || entry.sent;
  }

  #expire(id) {
    this.#finish(id, unanswered(ANSWER_MS / 1000, this.#waiting.get(id).sent));
  }

  #finish(id, outcome) {
    const entry = this.#waiting.get(id);
    this.#waiting.delete(id);
    this.#timing.clearTimeout(entry.timer);
    entry.resolve(outcome);
  }
}
