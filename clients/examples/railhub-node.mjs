// Follows a RailHub board and prints what changes; switches an output if asked to.
//
//   node railhub-node.mjs 127.0.0.1:8081
//   node railhub-node.mjs 127.0.0.1:8081 4 on
//
// Node 22 has a WebSocket of its own; for an older one: npm install ws

const Socket = globalThis.WebSocket ?? (await import('ws')).WebSocket;
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

  /** Sends what could also be a POST to /api/…; resolves with the answer. */
  ask(api, fields = {}) {
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

const [address = '127.0.0.1:8081', pin, wanted] = process.argv.slice(2);
const hub = new RailHub(address);
const shown = new Map();
let asked = pin === undefined;

hub.onLink = (isThere) => console.log(isThere ? 'connected' : 'not connected; trying again');
hub.onStatus = async (status) => {
  for (const { pin, name, active, brightness } of status.outputs) {
    const line = `pin ${pin}: ${name} ${active ? 'on' : 'off'} ${brightness}%`;
    if (shown.get(pin) !== line) console.log(line);
    shown.set(pin, line);
  }
  if (!asked) {
    asked = true;
    const answer = hub.ask('control', { pin: Number(pin), active: wanted === 'on' });
    await answer.then(() => console.log('done'), (failure) => console.log(failure.message));
  }
};
hub.connect();
