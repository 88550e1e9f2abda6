// Follows a RailHub board and prints what changes; switches an output if asked to.
//
//   node railhub-node.mjs 127.0.0.1:8081
//   node railhub-node.mjs 127.0.0.1:8081 4 on
//
// Node 22 has a WebSocket of its own; for an older one: npm install ws

const Socket = globalThis.WebSocket ?? (await import('ws').catch(() => {
  console.error('This Node has no WebSocket of its own: npm install ws');
  process.exit(2);
})).WebSocket;
const RETRY_MS = 3000;
const SILENCE_MS = 10_000; // The hub sends a status every half second.

export class RailHub {
  #url;
  #socket;
  #lastId = 0;
  #waiting = new Map();

  /** Called with every status, and with whether the hub is there. */
  onStatus = () => {};
  onLink = () => {};

  constructor(address) {
    this.#url = `ws://${address}/`;
  }

  /** Connects, and again whenever the connection ends. */
  connect() {
    const socket = (this.#socket = new Socket(this.#url));
    let silence;
    let over = false;
    const end = () => {
      if (over) return;
      over = true;
      clearTimeout(silence);
      this.#waiting.forEach(({ reject }) => reject(new Error('not connected')));
      this.#waiting.clear();
      this.onLink(false);
      socket.close();
      setTimeout(() => this.connect(), RETRY_MS);
    };
    const listen = () => {
      clearTimeout(silence);
      silence = setTimeout(end, SILENCE_MS);
    };
    listen();
    socket.addEventListener('open', () => this.onLink(true));
    socket.addEventListener('error', end);
    socket.addEventListener('close', end);
    socket.addEventListener('message', ({ data }) => {
      if (over) return;
      listen();
      this.#take(JSON.parse(data));
    });
  }

  get isThere() {
    return this.#socket?.readyState === Socket.OPEN;
  }

  /** Sends what could also be a POST to /api/…; resolves with the answer, rejects if there is none. */
  ask(api, fields = {}) {
    if (!this.isThere) return Promise.reject(new Error('not connected'));
    const id = ++this.#lastId;
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, { resolve, reject });
      this.#socket.send(JSON.stringify({ api, ...fields, id }));
    });
  }

  #take(message) {
    const waiting = this.#waiting.get(message.id);
    this.#waiting.delete(message.id);
    if (!waiting) {
      if (message.outputs) this.onStatus(message);
    } else if (message.error) {
      waiting.reject(new Error(message.error));
    } else {
      waiting.resolve(message);
    }
  }
}

const given = process.argv.slice(2).join(' ') || '127.0.0.1:8081';
const [, address, pin, wanted] = given.match(/^([^\s/]+:\d+)(?: (\d+) (on|off))?$/) ?? [];
if (!address || !URL.canParse(`ws://${address}/`)) {
  console.error('usage: node railhub-node.mjs [HOST:PORT [PIN on|off]]');
  process.exit(2);
}
const hub = new RailHub(address);
const shown = new Map();
let wish = pin && { pin: Number(pin), active: wanted === 'on' };

/** What a lost connection left without an answer is asked again at the next. */
async function askForWish() {
  try {
    await hub.ask('control', wish);
    console.log('done');
  } catch (failure) {
    if (!hub.isThere) return;
    console.log(failure.message);
  }
  wish = undefined;
}

hub.onLink = (isThere) => {
  console.log(isThere ? 'connected' : 'not connected; trying again');
  if (isThere && wish) askForWish();
};
hub.onStatus = (status) => {
  for (const { pin, name, active, brightness } of status.outputs) {
    const line = `pin ${pin}: ${name} ${active ? 'on' : 'off'} ${brightness}%`;
    if (shown.get(pin) !== line) console.log(line);
    shown.set(pin, line);
  }
};
hub.connect();
