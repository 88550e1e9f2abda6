import { Malformed } from "./boards.js";
import { HubClock } from "./clock.js";
import { Commands } from "./commands.js";
import { environment } from "./environment.js";
import { Follower } from "./follower.js";
import { Link } from "./link.js";
import { Listeners } from "./listeners.js";
import { isObject } from "./merge.js";
import { Rest } from "./rest.js";

/**
 * One hub as a client sees it: its boards, kept true over lost connections, and commands to them.
 *
 * Events, by `on(name, listener)`:
 * - `connection`: the connection has a new status, which the listener gets.
 * - `change`: the boards changed; the listener gets the change, or undefined when a snapshot replaced all.
 * - `schema`: the schema arrived; the listener gets it.
 * - `trouble`: a message could not be used; the listener gets an Error.
 */
export class Hub {
  #timing;
  #filter;
  #link;
  #commands;
  #rest;
  #clock;
  #listeners = new Listeners();
  #follower = new Follower();
  #openedAt = 0;
  #info = null;
  #schema = null;
  #schemaEpoch;

  #handlers = new Map([
    ["hello", (hello) => this.#greeted(hello)],
    ["snapshot", (snapshot) => this.#replaced(snapshot)],
    ["change", (change) => this.#changed(change)],
    ["id", (id) => this.#follower.reached(id) && this.#complete()],
    ["reset", (reset) => this.#startedOver(reset)],
    ["result", (result) => this.#answered(result)],
    ["pong", (pong) => this.#clock.answered(pong?.ping, pong?.now)],
    ["lagged", () => this.#trouble(new Error("too slow to get every change"))],
    ["problem", (problem) => this.#trouble(new Error(problem?.detail ?? "the hub saw a problem"))],
  ]);

  /**
   * @param {object} [options]
   * @param {string|URL} [options.url] the hub's address, `http://…/`; by default the page's own
   * @param {{boards?: string[], parts?: string[], every?: boolean}} [options.filter] what to follow; by default all
   * @param {object} [options.environment] replaces some of `{timing, WebSocket, fetch, random, newKey}`
   */
  constructor({ url, filter = {}, environment: replaced = {} } = {}) {
    const world = environment(replaced);
    const base = new URL("v1/", url ?? globalThis.document?.baseURI);
    this.#timing = world.timing;
    this.#filter = filter;
    this.#rest = new Rest(base, world);
    this.#commands = new Commands(world, (message) => this.#link.live && this.#link.send(message));
    this.#clock = new HubClock(world.timing, () => this.#link.send({ ping: world.timing.now() }));
    this.#link = new Link(new URL("stream", base).href.replace(/^http/, "ws"), world, {
      received: (text) => this.#received(text),
      moved: (status) => this.#connectionMoved(status),
    });
  }

  /** Starts to follow the hub, and goes on until `close()`. */
  connect() {
    this.#link.start();
  }

  /** Ends the connection; commands that wait end with a problem. */
  close() {
    this.#link.stop();
    this.#clock.stop();
    this.#commands.close();
  }

  /** To be called when the network or the page came back, or may be gone: see `Link.wake`. */
  wake() {
    this.#link.wake();
  }

  /** Calls the listener at each event of that name; returns a function that ends this. */
  on(name, listener) {
    return this.#listeners.add(name, listener);
  }

  /** Map from board id to board, each with `parts`, a Map from part id to part. Never changed, only replaced. */
  get boards() {
    return this.#follower.boards;
  }

  /** The boards are complete up to this id; null before the first snapshot. */
  get id() {
    return this.#follower.id;
  }

  /** `{state, at, reason, code, lostAt, retryAt}`; times by the clock here, in ms since the Unix epoch. */
  get connection() {
    return this.#link.status;
  }

  /** What the hub said of itself, `{hub, version, epoch, role, …}`; null before it did. */
  get info() {
    return this.#info;
  }

  /** `{kinds: {…}}`; null before it arrived. */
  get schema() {
    return this.#schema;
  }

  /** The hub's time, in ms since the Unix epoch. */
  now() {
    return this.#clock.now();
  }

  /** Sets properties of a part together. All commands end as `{accepted: true, part}` or `{accepted: false, problem}`. */
  set(board, part, properties) {
    return this.#commands.issue({ board, part, set: properties });
  }

  /** Does one of the actions that the part's schema names. */
  act(board, part, action) {
    return this.#commands.issue({ board, part, do: action });
  }

  /** Flips what a part can flip. */
  toggle(board, part) {
    return this.act(board, part, "toggle");
  }

  /** Presses a button or a simulated switch. */
  press(board, part) {
    return this.act(board, part, "press");
  }

  /** Makes a part, `{kind, name, …}`, on a board that allows it. */
  makePart(board, part) {
    return this.#rest.makePart(board, part);
  }

  /** Removes a part that was made so. */
  removePart(board, part) {
    return this.#rest.removePart(board, part);
  }

  renameBoard(board, name) {
    return this.#rest.patchBoard(board, { name });
  }

  /** Forgets a board's saved settings. */
  resetBoard(board) {
    return this.#rest.resetBoard(board);
  }

  /** What can't be read may have been a change. So: back to the last id that is certain, over a new connection. */
  #received(text) {
    try {
      this.#take(JSON.parse(text));
    } catch (fault) {
      this.#trouble(fault);
      this.#link.fail(`a message could not be used: ${fault.message}`);
    }
  }

  #take(message) {
    if (!isObject(message)) {
      throw new Malformed("a message that is not an object");
    }
    const known = Object.keys(message).find((name) => this.#handlers.has(name));
    if (known === undefined) {
      this.#trouble(new Malformed(`a message of an unknown kind: ${Object.keys(message)}`));
    } else {
      this.#handlers.get(known)(message[known]);
    }
  }

  #greeted(hello) {
    if (!isObject(hello)) {
      throw new Malformed("a hello that is not an object");
    }
    this.#info = hello;
    this.#link.greeted(hello.heartbeat);
    this.#link.send({ subscribe: this.#follower.subscription(this.#filter) });
    this.#clock.greeted(this.#openedAt, hello.now);
    this.#loadSchema(hello.epoch);
  }

  #replaced(snapshot) {
    this.#follower.snapshot(snapshot);
    this.#listeners.tell("change", undefined);
    this.#complete();
  }

  #changed(change) {
    const moved = this.#follower.change(change);
    this.#listeners.tell("change", change);
    if (moved) {
      this.#complete();
    }
  }

  #complete() {
    this.#link.complete();
    this.#commands.reached(this.id);
  }

  #startedOver(reset) {
    this.#follower.startOver();
    this.#link.incomplete(`the hub starts over (${reset?.reason})`);
  }

  #answered(result) {
    if (!isObject(result) || !this.#commands.answer(result, this.id)) {
      this.#trouble(new Malformed("a result that nobody waits for"));
    }
  }

  async #loadSchema(epoch) {
    if (epoch !== undefined && epoch === this.#schemaEpoch) {
      return;
    }
    const { accepted, schema } = await this.#rest.schema();
    if (accepted && isObject(schema?.kinds)) {
      this.#schema = schema;
      this.#schemaEpoch = epoch;
      this.#listeners.tell("schema", schema);
    }
  }

  #connectionMoved(status) {
    if (status.state !== "live" && status.retryAt === null) {
      this.#openedAt = this.#timing.now();
    }
    this.#listeners.tell("connection", status);
    if (status.state === "live") {
      this.#commands.resend();
    }
  }

  #trouble(fault) {
    this.#listeners.tell("trouble", fault);
  }
}
