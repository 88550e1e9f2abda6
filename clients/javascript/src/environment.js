/** What the client needs of the world around it; each can be replaced, so that a test steps the time. */
export function environment(replaced) {
  return {
    timing: {
      now: () => Date.now(),
      setTimeout: (call, ms) => globalThis.setTimeout(call, ms),
      clearTimeout: (timer) => globalThis.clearTimeout(timer),
    },
    WebSocket: globalThis.WebSocket,
    fetch: (...request) => globalThis.fetch(...request),
    random: Math.random,
    newKey: randomKey,
    ...replaced,
  };
}

/** 128 random bits as text. `crypto.randomUUID` is not there on a page that came over plain HTTP. */
function randomKey() {
  const bytes = globalThis.crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}
