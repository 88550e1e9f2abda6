import { equal, isTrue, test } from "./harness.js";
import { client, liveClient, settle, yard } from "./fakes.js";

test("connecting: until the snapshot, not only until the socket is open", () => {
  const { hub, socket } = client();
  hub.connect();
  equal(hub.connection.state, "connecting");
  socket().greet();
  equal(hub.connection.state, "connecting");
  socket().tell({ snapshot: yard() });
  equal(hub.connection.state, "live");
});

test("address: the stream beside the page, with the subprotocol", () => {
  const { hub, socket } = client({ url: "https://hub.test/behind/proxy/" });
  hub.connect();
  equal(socket().url, "wss://hub.test/behind/proxy/v1/stream");
  equal(socket().protocols, ["signalbox.v1+json"]);
});

test("lost: at once when the socket ends, with reason, time and when the next try is", () => {
  const { hub, timing, socket } = liveClient();
  timing.advance(500);
  socket().end(1001, "restart");
  const { state, code, reason, lostAt, retryAt } = hub.connection;
  equal({ state, code, reason }, { state: "lost", code: 1001, reason: "the hub is stopping: restart" });
  equal(lostAt, timing.now());
  equal(retryAt, timing.now() + 1_000);
});

test("retrying: from the first new try until live", () => {
  const { hub, timing, sockets, states, socket } = liveClient();
  socket().end();
  timing.advance(999);
  equal(sockets.length, 1);
  timing.advance(1);
  equal(sockets.length, 2);
  equal(hub.connection.state, "retrying");
  socket().end();
  equal(hub.connection.state, "retrying");
  timing.advance(2_000);
  socket().greet();
  equal(hub.connection.state, "retrying");
  socket().tell({ id: "e1.10" });
  equal(states, ["connecting", "live", "lost", "retrying", "retrying", "retrying", "live"]);
  equal(hub.connection.lostAt, null);
});

test("retrying: the wait doubles from 1 s to 10 s, and chance shortens it by up to a half", () => {
  for (const [chance, factor] of [
    [1, 1],
    [0, 0.5],
  ]) {
    const { hub, timing, socket } = client({ random: () => chance });
    hub.connect();
    const waits = [];
    for (let turn = 0; turn < 7; turn++) {
      socket().end();
      waits.push(hub.connection.retryAt - timing.now());
      timing.advance(waits.at(-1));
    }
    equal(
      waits,
      [1, 2, 4, 8, 10, 10, 10].map((s) => s * 1000 * factor),
    );
  }
});

test("retrying: a connection that lived for ten seconds starts the wait anew, a shorter one does not", () => {
  const { hub, timing, socket } = liveClient();
  const waitAfter = (livedMs) => {
    timing.advance(livedMs);
    socket().end();
    const wait = hub.connection.retryAt - timing.now();
    timing.advance(wait);
    socket().greet();
    socket().tell({ id: "e1.10" });
    return wait;
  };
  equal([waitAfter(10_000), waitAfter(9_999), waitAfter(0), waitAfter(10_000)], [1_000, 2_000, 4_000, 1_000]);
});

test("not allowed: shows the reason and tries again slowly", () => {
  const { hub, timing, socket } = liveClient();
  socket().end(1008, "Origin https://elsewhere is not allowed");
  equal(hub.connection.reason, "not allowed: Origin https://elsewhere is not allowed");
  equal(hub.connection.retryAt, timing.now() + 30_000);
});

test("wake, waiting: tries at once", () => {
  const { hub, sockets, timing, socket } = liveClient();
  socket().end();
  hub.wake();
  equal(sockets.length, 2);
  equal(hub.connection.state, "retrying");
  timing.advance(5_000);
  equal(sockets.length, 2, "the wait that was under way is over");
});

test("wake, live: asks, and is lost without an answer in three seconds", () => {
  const { hub, timing, socket } = liveClient();
  timing.advance(10);
  hub.wake();
  equal(socket().all("ping").at(-1), timing.now());
  timing.advance(2_999);
  equal(hub.connection.state, "live");
  timing.advance(1);
  equal(hub.connection.state, "lost");
});

test("wake, live and answered: stays live", () => {
  const { hub, timing, socket } = liveClient();
  timing.advance(10);
  hub.wake();
  timing.advance(100);
  socket().tell({ pong: { ping: timing.now() - 100, now: 5_000_000 } });
  timing.advance(10_000);
  equal(hub.connection.state, "live");
});

test("silence: asks after one heartbeat, lost after two", () => {
  const { hub, timing, socket } = liveClient();
  const pings = socket().all("ping").length;
  timing.advance(14_999);
  equal(socket().all("ping").length, pings);
  timing.advance(1);
  equal(socket().all("ping").length, pings + 1);
  timing.advance(14_999);
  equal(hub.connection.state, "live");
  timing.advance(1);
  equal(hub.connection.state, "lost");
  equal(hub.connection.reason, "nothing heard for 30 s");
});

test("silence: whatever is heard counts", () => {
  const { hub, timing, socket } = liveClient();
  for (let turn = 0; turn < 10; turn++) {
    timing.advance(29_000);
    socket().tell({ id: "e1.10" });
  }
  equal(hub.connection.state, "live");
});

test("silence: the hub says how long its heartbeat is", () => {
  const { hub, timing, socket } = client();
  hub.connect();
  socket().greet({ heartbeat: 2_000 });
  socket().tell({ snapshot: yard() });
  timing.advance(4_000);
  equal(hub.connection.state, "lost");
});

test("no greeting: given up after ten seconds, and the late socket is not listened to", () => {
  const { hub, timing, sockets } = client();
  hub.connect();
  timing.advance(10_000);
  equal(hub.connection.state, "lost");
  sockets[0].greet();
  equal(hub.connection.state, "lost");
  equal(sockets[0].sent, []);
});

test("a socket that can't be made: is lost with the reason, and tried again", () => {
  class Forbidden {
    constructor() {
      throw new Error("insecure");
    }
  }
  const { hub, timing, states } = client({ WebSocket: Forbidden });
  hub.connect();
  equal(hub.connection.reason, "insecure");
  timing.advance(1_000);
  equal(states, ["connecting", "lost", "retrying", "retrying"]);
});

test("close: ends everything, no timer stays", async () => {
  const { hub, timing, sockets, socket } = liveClient();
  await settle();
  hub.close();
  equal(hub.connection.state, "lost");
  equal(hub.connection.retryAt, null);
  equal(socket().readyState, 3);
  equal(timing.pending, 0);
  timing.advance(100_000);
  equal(sockets.length, 1);
});

test("a listener that throws: harms nobody", () => {
  const { hub, socket, troubles } = liveClient();
  const quiet = console.error;
  console.error = () => {};
  hub.on("change", () => {
    throw new Error("a fault of the page");
  });
  let heard = 0;
  hub.on("change", () => heard++);
  socket().tell({ change: { id: "e1.11", board: "yard", part: "out1", set: { active: true } } });
  console.error = quiet;
  equal(heard, 1);
  equal(hub.connection.state, "live");
  isTrue(troubles.length === 0, "the message was fine");
});
