import { accepted, refused, unanswered } from "./problems.js";

const ANSWER_MS = 10_000;
const AGAIN_MS = 500;

/**
 * The commands that go by HTTP. A request that found no hub is made again under the same
 * idempotency key for ten seconds.
 */
export class Rest {
  #base;
  #fetch;
  #timing;
  #newKey;

  /**
   * @param {URL} base the address that ends in `/v1/`
   * @param {{fetch: typeof fetch, timing: object, newKey: () => string}} environment
   */
  constructor(base, { fetch, timing, newKey }) {
    this.#base = base;
    this.#fetch = fetch;
    this.#timing = timing;
    this.#newKey = newKey;
  }

  /** Every part kind's properties. */
  schema() {
    return this.#ask("GET", ["schema"], "schema");
  }

  makePart(board, part) {
    return this.#ask("POST", ["boards", board, "parts"], "part", part);
  }

  removePart(board, part) {
    return this.#ask("DELETE", ["boards", board, "parts", part]);
  }

  patchBoard(board, patch) {
    return this.#ask("PATCH", ["boards", board], "board", patch);
  }

  resetBoard(board) {
    return this.#ask("POST", ["boards", board, "reset"]);
  }

  /** @param {string} [answer] what the answer's body is called in the outcome */
  async #ask(method, path, answer, body) {
    const url = new URL(path.map(encodeURIComponent).join("/"), this.#base);
    const request = requestOf(method, body, this.#newKey());
    const until = this.#timing.now() + ANSWER_MS;
    for (;;) {
      try {
        return await this.#once(url, request, answer, until);
      } catch {
        if (this.#timing.now() + AGAIN_MS >= until) {
          return unanswered(ANSWER_MS / 1000, true);
        }
        await new Promise((resume) => this.#timing.setTimeout(resume, AGAIN_MS));
      }
    }
  }

  async #once(url, request, answer, until) {
    const abort = new AbortController();
    const timer = this.#timing.setTimeout(() => abort.abort(), until - this.#timing.now());
    try {
      const fetch = this.#fetch;
      const response = await fetch(url.href, { ...request, signal: abort.signal });
      const content = await jsonOf(response);
      return response.ok ? accepted(answer && { [answer]: content }) : refusalOf(response, content);
    } finally {
      this.#timing.clearTimeout(timer);
    }
  }
}

function requestOf(method, body, key) {
  const headers = { accept: "application/json, application/problem+json" };
  if (method !== "GET") {
    headers["idempotency-key"] = key;
  }
  if (body === undefined) {
    return { method, headers };
  }
  headers["content-type"] = method === "PATCH" ? "application/merge-patch+json" : "application/json";
  return { method, headers, body: JSON.stringify(body) };
}

function refusalOf({ status, statusText }, content) {
  const title = statusText || `Status ${status}`;
  return refused({ title, status, detail: `The hub answered ${status}.`, ...content });
}

/** The body as JSON; undefined where it is none. */
async function jsonOf(response) {
  const text = await response.text();
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
