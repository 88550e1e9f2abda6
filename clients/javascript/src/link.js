import { Backoff } from "./backoff.js";
import { Silence } from "./silence.js";

const SUBPROTOCOL = "signalbox.v1+json";
const OPEN = 1;
const NOT_ALLOWED = 1008;

const MEANINGS = new Map([
  [1001, "the hub is stopping"],
  [1003, "the hub did not understand"],
  [1006, "the connection broke"],
  [NOT_ALLOWED, "not allowed"],
  [1009, "a message was too big"],
  [1013, "the hub is busy"],
  [4408, "too slow to follow every change"],
]);

/**
 * One WebSocket after another, so that there is a working one whenever there can be, and the truth
 * about it: `connecting` at first, `live` once its owner says that all is complete, `lost` from the
 * moment the socket ended or fell silent, `retrying` from the first new attempt until live again.
 */
export class Link {
  #url;
  #WebSocket;
  #timing;
  #owner;
  #backoff;
  #silence;
  #socket = null;
  #status = { state: "connecting", at: 0, reason: null, code: null, lostAt: null, retryAt: null };
  #retryTimer;

  /**
   * @param {string} url ws: or wss:
   * @param {{WebSocket: Function, timing: object, random: () => number}} environment
   * @param {{received: (text: string) => void, moved: (status: object) => void}} owner is told each message and each new status
   */
  constructor(url, { WebSocket, timing, random }, owner) {
    this.#url = url;
    this.#WebSocket = WebSocket;
    this.#timing = timing;
    this.#owner = owner;
    this.#backoff = new Backoff(random);
    const ask = () => this.send({ ping: timing.now() });
    this.#silence = new Silence(timing, ask, (reason) => this.#ended(null, reason));
  }

  get status() {
    return this.#status;
  }

  get live() {
    return this.#status.state === "live";
  }

  start() {
    this.#detach();
    this.#move({ state: "connecting", reason: null, code: null, retryAt: null });
    this.#open();
  }

  stop() {
    this.#detach();
    this.#lost("lost", null, "closed here", null);
  }

  /** Sends a message, where there is an open socket to send it on. */
  send(message) {
    if (this.#socket?.readyState !== OPEN) {
      return false;
    }
    this.#socket.send(JSON.stringify(message));
    return true;
  }

  /** The hub greeted, and said how often it is heard at least, in ms. */
  greeted(heartbeatMs) {
    this.#silence.greeted(heartbeatMs);
  }

  /** The owner's word that its state is complete. */
  complete() {
    if (!this.live) {
      this.#backoff.live(this.#timing.now());
      this.#move({ state: "live", reason: null, code: null, lostAt: null, retryAt: null });
    }
  }

  /** The owner's word that its state is not complete any more, though the socket is well. */
  incomplete(reason) {
    if (this.live) {
      this.#move({ state: "connecting", reason });
    }
  }

  /** Ends this connection because of what came over it, and tries again. */
  fail(reason) {
    this.#ended(null, reason);
  }

  /**
   * To be called when the network or the page came back: an attempt that waits is made now, and a
   * connection that seems to live must prove it within three seconds.
   */
  wake() {
    if (this.#status.retryAt !== null) {
      this.#retry();
    } else if (this.live) {
      this.#silence.probe();
    }
  }

  #open() {
    this.#silence.opening();
    try {
      const WebSocket = this.#WebSocket;
      this.#attach(new WebSocket(this.#url, [SUBPROTOCOL]));
    } catch (fault) {
      this.#ended(null, fault.message);
    }
  }

  #attach(socket) {
    this.#socket = socket;
    socket.onmessage = (event) => {
      this.#silence.heard();
      this.#owner.received(event.data);
    };
    socket.onclose = (event) => this.#ended(event.code, event.reason);
    socket.onerror = () => {}; // a close with its code always follows
  }

  #detach() {
    this.#silence.stop();
    this.#timing.clearTimeout(this.#retryTimer);
    const socket = this.#socket;
    this.#socket = null;
    if (socket !== null) {
      socket.onmessage = null;
      socket.onclose = null;
      socket.close(1000);
    }
  }

  #ended(code, reason) {
    this.#detach();
    const delayMs = this.#backoff.delayMs(this.#timing.now(), code === NOT_ALLOWED);
    this.#retryTimer = this.#timing.setTimeout(() => this.#retry(), delayMs);
    const state = this.#status.state === "retrying" ? "retrying" : "lost";
    this.#lost(state, code, reason, this.#timing.now() + delayMs);
  }

  #lost(state, code, reason, retryAt) {
    const text = [MEANINGS.get(code), reason].filter(Boolean).join(": ") || `closed with ${code}`;
    this.#move({ state, code, reason: text, retryAt, lostAt: this.#status.lostAt ?? this.#timing.now() });
  }

  #retry() {
    this.#timing.clearTimeout(this.#retryTimer);
    this.#move({ state: "retrying", retryAt: null });
    this.#open();
  }

  #move(change) {
    this.#status = Object.freeze({ ...this.#status, ...change, at: this.#timing.now() });
    this.#owner.moved(this.#status);
  }
}
