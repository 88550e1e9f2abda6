const KINDS = ["output", "led", "sensor"];

/**
 * The other side of the stream as PROTOCOL.md tells it, written a second time and as plainly as
 * possible: whole JSON objects, every message queued and delivered a few at a time.
 */
export class ModelHub {
  boards = { a: this.#board(), b: this.#board() };
  #random;
  #epoch = 1;
  #sequence = 0;
  #changedAt = new Map();
  #queues = new WeakMap();

  constructor(random) {
    this.#random = random;
  }

  /** One random change, told to whoever listens. */
  doSomething() {
    const change = this.#randomChange();
    this.#sequence++;
    this.#changedAt.set(`${change.board}/${change.part ?? ""}`, this.#sequence);
    this.#listening?.push({ change: { ...change, id: this.#id() } });
  }

  /** Greets a new socket, answers what it asked, and delivers some of what waits for it. */
  serve(socket) {
    if (socket.readyState === 3) {
      return;
    }
    if (socket.readyState === 0) {
      this.#queues.set(socket, []);
      socket.greet({ epoch: `e${this.#epoch}` });
      this.#listening = this.#queues.get(socket);
      this.#answer(socket.all("subscribe")[0]);
    }
    const waiting = this.#queues.get(socket);
    if (waiting.length > 6 && this.#random() < 0.3) {
      this.#fold(waiting, sequenceOf(socket.lastId));
    }
    this.#deliver(socket, Math.floor(this.#random() * 5));
  }

  finish(socket) {
    this.#deliver(socket, Infinity);
  }

  dropped(socket) {
    this.#queues.delete(socket);
    this.#listening = undefined;
  }

  /** A new run of the hub: other ids, and the boards moved on meanwhile. */
  restart() {
    this.#epoch++;
    this.#sequence = 0;
    this.#changedAt.clear();
    this.boards.c = this.#board();
  }

  #listening;

  #board() {
    return {
      name: "Board",
      kind: "outputs",
      online: true,
      parts: { p1: { kind: "output", name: "P", brightness: 0 } },
    };
  }

  #id() {
    return `e${this.#epoch}.${this.#sequence}`;
  }

  #deliver(socket, most) {
    const waiting = this.#queues.get(socket);
    for (let count = 0; count < most && waiting.length > 0; count++) {
      const message = waiting.shift();
      const content = message.snapshot ?? message.change ?? message;
      socket.lastId = content.id ?? socket.lastId;
      socket.tell(message);
    }
  }

  #answer({ since }) {
    if (since === undefined) {
      this.#snapshot();
    } else if (since.split(".")[0] !== `e${this.#epoch}`) {
      this.#listening.push({ reset: { reason: "epoch" } });
      this.#snapshot();
    } else {
      this.#listening.push(...this.#changedSince(sequenceOf(since)));
    }
  }

  #snapshot() {
    this.#listening.push(
      structuredClone({ snapshot: { hub: "Model", id: this.#id(), boards: this.boards } }),
    );
  }

  /** A client that is slow gets, from the last id that it has, each part that changed, whole. */
  #fold(waiting, sequence) {
    if (sequence !== undefined && waiting.every((message) => message.change !== undefined)) {
      waiting.splice(0, waiting.length, ...this.#changedSince(sequence));
    }
  }

  /** Boards before their parts, so that a new board is there when its parts come. */
  #changedSince(sequence) {
    const changed = [...this.#changedAt].filter(([, at]) => at > sequence).map(([key]) => key.split("/"));
    const messages = changed.sort().map(([board, part]) => ({ change: this.#whole(board, part) }));
    if (messages.length === 0) {
      return [{ id: this.#id() }];
    }
    messages.at(-1).change.id = this.#id();
    return messages;
  }

  #whole(board, part) {
    const { parts, ...own } = this.boards[board] ?? {};
    if (part === "") {
      return { board, ...(parts === undefined ? { gone: true } : { put: own }) };
    }
    const value = parts?.[part];
    return { board, part, ...(value === undefined ? { gone: true } : { put: structuredClone(value) }) };
  }

  #randomChange() {
    const board = this.#pick(Object.keys(this.boards));
    const part = `p${1 + Math.floor(this.#random() * 4)}`;
    if (this.#random() < 0.15) {
      return this.#boardChange(board);
    }
    const parts = this.boards[board].parts;
    if (parts[part] === undefined) {
      parts[part] = { kind: this.#pick(KINDS), name: "New", value: this.#number() };
      return { board, part, put: structuredClone(parts[part]) };
    }
    if (this.#random() < 0.2) {
      delete parts[part];
      return { board, part, gone: true };
    }
    return { board, part, set: this.#patch(parts[part]) };
  }

  #boardChange(board) {
    return { board, set: this.#patch(this.boards[board]) };
  }

  #patch(target) {
    const property = this.#pick(["name", "value", "extra"]);
    if (property === "extra" && target.extra !== undefined) {
      delete target.extra;
      return { extra: null };
    }
    target[property] = this.#number();
    return { [property]: target[property] };
  }

  #number() {
    return Math.floor(this.#random() * 1000);
  }

  #pick(list) {
    return list[Math.floor(this.#random() * list.length)];
  }
}

function sequenceOf(id) {
  return id === undefined ? undefined : Number(id.split(".")[1]);
}
