import { applyChange, boardsOf, Malformed, OutOfStep } from "./boards.js";

/**
 * The boards as the stream tells them, and the id up to which they are complete. Changes are applied
 * as they come, but only an id moves the id: of a catch-up that was cut in the middle, the next
 * connection gets all again.
 */
export class Follower {
  #boards = new Map();
  #id = null;
  #hasSnapshot = false;

  get boards() {
    return this.#boards;
  }

  /** Null before the first snapshot, and after a reset until the next. */
  get id() {
    return this.#id;
  }

  /** What to subscribe to on a new connection, so that nothing is missed. */
  subscription(filter) {
    this.#hasSnapshot = this.#id !== null;
    return this.#hasSnapshot ? { ...filter, since: this.#id } : { ...filter };
  }

  snapshot(snapshot) {
    this.#boards = boardsOf(snapshot);
    this.#hasSnapshot = true;
    this.reached(snapshot.id);
  }

  /** Applies a change; true when it also moved the id. */
  change(change) {
    if (!this.#hasSnapshot) {
      throw new Malformed("a change before the snapshot");
    }
    try {
      this.#boards = applyChange(this.#boards, change);
    } catch (fault) {
      this.#id = fault instanceof OutOfStep ? null : this.#id;
      throw fault;
    }
    return change.id !== undefined && this.reached(change.id);
  }

  /** The hub's word that all up to this id was told; true where there is a snapshot that it is about. */
  reached(id) {
    if (typeof id !== "string") {
      throw new Malformed("an id that is not a text");
    }
    if (this.#hasSnapshot) {
      this.#id = id;
    }
    return this.#hasSnapshot;
  }

  /** A snapshot will come. The boards stay until then, as the last that was known. */
  startOver() {
    this.#id = null;
    this.#hasSnapshot = false;
  }
}
