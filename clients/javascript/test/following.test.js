import { equal, isTrue, seeded, test } from "./harness.js";
import { client, liveClient, yard } from "./fakes.js";
import { ModelHub } from "./model-hub.js";

test("subscribe: first for all, with the filter", () => {
  const { socket } = liveClient({ filter: { boards: ["yard"] } });
  equal(socket().all("subscribe"), [{ boards: ["yard"] }]);
});

test("resume: from the last id, live with the first message that carries one", () => {
  const { hub, timing, socket } = liveClient();
  socket().tell({ change: { id: "e1.11", board: "yard", part: "out1", set: { brightness: 1 } } });
  socket().end();
  timing.advance(1_000);
  socket().greet();
  equal(socket().all("subscribe"), [{ since: "e1.11" }]);
  socket().tell({ change: { board: "yard", part: "out2", put: { kind: "output", brightness: 9 } } });
  equal(hub.connection.state, "retrying");
  socket().tell({ change: { id: "e1.20", board: "yard", part: "out1", gone: true, skipped: 7 } });
  equal(hub.connection.state, "live");
  equal(hub.id, "e1.20");
  equal(hub.boards.get("yard").parts, { out2: { kind: "output", brightness: 9 } });
});

test("resume, nothing changed: live with the id alone", () => {
  const { hub, timing, socket } = liveClient();
  socket().end();
  timing.advance(1_000);
  socket().greet();
  socket().tell({ id: "e1.10" });
  equal(hub.connection.state, "live");
});

test("resume, cut in the middle: asks again from the id before", () => {
  const { hub, timing, socket } = liveClient();
  socket().end();
  timing.advance(1_000);
  socket().greet();
  socket().tell({ change: { board: "yard", part: "out1", put: { kind: "output", brightness: 9 } } });
  equal(hub.id, "e1.10");
  socket().end();
  timing.advance(2_000);
  socket().greet();
  equal(socket().all("subscribe"), [{ since: "e1.10" }]);
});

test("live, folded catch-up cut in the middle: asks again from the id before", () => {
  const { timing, socket } = liveClient();
  socket().tell({ change: { id: "e1.11", board: "yard", part: "out1", set: { brightness: 1 } } });
  socket().tell({ change: { board: "yard", part: "out2", put: { kind: "output", brightness: 2 } } });
  socket().end();
  timing.advance(1_000);
  socket().greet();
  equal(socket().all("subscribe"), [{ since: "e1.11" }]);
});

test("reset: the old boards stay until the snapshot, which replaces them; not live in between", () => {
  const { hub, timing, socket } = liveClient();
  socket().end();
  timing.advance(1_000);
  socket().greet({ epoch: "e2" });
  socket().tell({ reset: { reason: "epoch" } });
  equal(hub.id, null);
  equal(hub.connection.state, "retrying");
  equal([...hub.boards.keys()], ["yard"]);
  socket().tell({ id: "e2.1" });
  equal(hub.connection.state, "retrying");
  socket().tell({ snapshot: { hub: "Test", id: "e2.2", boards: {} } });
  equal(hub.connection.state, "live");
  equal(hub.boards, new Map());
  equal(hub.id, "e2.2");
});

test("reset, cut before the snapshot: asks for a snapshot", () => {
  const { timing, socket } = liveClient();
  socket().end();
  timing.advance(1_000);
  socket().greet();
  socket().tell({ reset: { reason: "too-old" } });
  socket().end();
  timing.advance(2_000);
  socket().greet();
  equal(socket().all("subscribe"), [{}]);
});

test("reset while live: not live until the snapshot", () => {
  const { hub, socket } = liveClient();
  socket().tell({ reset: { reason: "too-old" } });
  equal(hub.connection.state, "connecting");
  socket().tell({ snapshot: yard("e1.50") });
  equal(hub.connection.state, "live");
});

test("keep-alive: moves the id", () => {
  const { hub, socket } = liveClient();
  socket().tell({ id: "e1.99" });
  equal(hub.id, "e1.99");
});

test("change event: the listener sees the boards as they are after it", () => {
  const { hub, socket } = liveClient();
  const seen = [];
  const end = hub.on("change", (change) =>
    seen.push([change?.part, hub.boards.get("yard").parts.get("out1")?.brightness]),
  );
  socket().tell({ change: { id: "e1.11", board: "yard", part: "out1", set: { brightness: 1 } } });
  socket().tell({ snapshot: yard("e1.12") });
  end();
  socket().tell({ change: { id: "e1.13", board: "yard", part: "out1", set: { brightness: 2 } } });
  equal(seen, [
    ["out1", 1],
    [undefined, 70],
  ]);
});

test("schema: is asked for once in each run of the hub", async () => {
  let asked = 0;
  const fetch = async () => {
    asked++;
    return new Response('{"kinds":{"led":{}}}');
  };
  const { hub, timing, socket } = client({ fetch });
  const arrived = new Promise((resolve) => hub.on("schema", resolve));
  hub.connect();
  socket().greet();
  equal(await arrived, { kinds: { led: {} } });
  equal(hub.schema, { kinds: { led: {} } });
  socket().end();
  timing.advance(1_000);
  socket().greet();
  equal(asked, 1);
  socket().end();
  timing.advance(2_000);
  socket().greet({ epoch: "e2" });
  equal(asked, 2);
});

test("law: snapshot and changes give the state, with cuts anywhere, folding and new runs", () => {
  for (let seed = 1; seed <= 150; seed++) {
    const random = seeded(seed);
    const model = new ModelHub(random);
    const { hub, timing, socket, sockets, troubles } = client({ random });
    hub.connect();
    for (let turn = 0; turn < 120; turn++) {
      model.doSomething();
      model.serve(socket());
      if (random() < 0.08) {
        cut(model, socket(), random);
      }
      timing.advance(random() < 0.3 ? 2_500 : 100);
    }
    for (let turn = 0; turn < 100 && hub.connection.state !== "live"; turn++) {
      timing.advance(1_000);
      model.serve(socket());
    }
    model.finish(socket());
    equal(hub.boards, model.boards, `seed ${seed}, ${sockets.length} connections`);
    equal(hub.connection.state, "live", `seed ${seed}`);
    equal(troubles.map(String), [], `seed ${seed}`);
    isTrue(sockets.length > 3, `seed ${seed} was cut`);
    hub.close();
  }
});

function cut(model, socket, random) {
  model.dropped(socket);
  socket.end();
  if (random() < 0.2) {
    model.restart();
  }
}
