import { Hub } from "../src/index.js";

/** A clock that stands still until it is advanced, with the timers of a browser. */
export class SteppedTiming {
  #now;
  #timers = new Map();
  #lastTimer = 0;

  constructor(now = 1_000_000) {
    this.#now = now;
  }

  now = () => this.#now;

  setTimeout = (call, ms) => {
    this.#timers.set(++this.#lastTimer, { at: this.#now + ms, call });
    return this.#lastTimer;
  };

  clearTimeout = (timer) => this.#timers.delete(timer);

  get pending() {
    return this.#timers.size;
  }

  /** Moves the time on, calling each timer at its own instant. */
  advance(ms) {
    const until = this.#now + ms;
    for (let next = this.#earliest(until); next !== undefined; next = this.#earliest(until)) {
      const { at, call } = this.#timers.get(next);
      this.#timers.delete(next);
      this.#now = at;
      call();
    }
    this.#now = until;
  }

  #earliest(until) {
    let found;
    for (const [timer, { at }] of this.#timers) {
      if (at <= until && (found === undefined || at < this.#timers.get(found).at)) {
        found = timer;
      }
    }
    return found;
  }
}

/** A WebSocket whose other end is the test. */
export class FakeSocket {
  readyState = 0;
  sent = [];

  constructor(url, protocols) {
    this.url = url;
    this.protocols = protocols;
  }

  send(text) {
    this.sent.push(JSON.parse(text));
  }

  close() {
    this.readyState = 3;
  }

  /** The hub takes the connection and greets. */
  greet(hello = {}) {
    this.readyState = 1;
    this.tell({
      hello: { hub: "Test", version: "1", epoch: "e1", now: 5_000_000, heartbeat: 15_000, ...hello },
    });
  }

  /** The hub sends a message. */
  tell(message) {
    this.tellText(JSON.stringify(message));
  }

  tellText(data) {
    this.onmessage?.({ data });
  }

  /** The connection ends. */
  end(code = 1006, reason = "") {
    this.readyState = 3;
    this.onclose?.({ code, reason });
  }

  /** What was sent under one name, `subscribe` say, in order. */
  all(name) {
    return this.sent.filter((message) => name in message).map((message) => message[name]);
  }
}

/** A hub client in a world where the test is the network, the clock and chance. */
export function client({
  url = "http://hub.test/",
  filter,
  random = () => 1,
  fetch = noSchema,
  WebSocket,
} = {}) {
  const timing = new SteppedTiming();
  const sockets = [];
  let keys = 0;
  class Recorded extends FakeSocket {
    constructor(...parameters) {
      super(...parameters);
      sockets.push(this);
    }
  }
  const newKey = () => `key-${++keys}`;
  const hub = new Hub({
    url,
    filter,
    environment: { timing, random, fetch, newKey, WebSocket: WebSocket ?? Recorded },
  });
  const states = [];
  const troubles = [];
  hub.on("connection", ({ state }) => states.push(state));
  hub.on("trouble", (fault) => troubles.push(fault));
  return { hub, timing, sockets, states, troubles, socket: () => sockets.at(-1) };
}

/** The same, connected and with a snapshot. */
export function liveClient(options = {}) {
  const made = client(options);
  made.hub.connect();
  made.socket().greet();
  made.socket().tell({ snapshot: options.snapshot ?? yard() });
  return made;
}

/** A small snapshot. */
export function yard(id = "e1.10") {
  const output = { kind: "output", name: "Lamp", active: false, brightness: 70, blink: 0, since: 0 };
  return {
    hub: "Test",
    id,
    boards: { yard: { name: "Yard", kind: "outputs", online: true, parts: { out1: output, out2: output } } },
  };
}

/** Lets all that is already settled go on. */
export async function settle() {
  for (let turn = 0; turn < 20; turn++) {
    await Promise.resolve();
  }
}

/** Not a Response, whose body takes turns of the event loop to read that a stepped clock knows nothing of. */
async function noSchema() {
  return { ok: true, status: 200, statusText: "OK", text: async () => '{"kinds":{}}' };
}
