import { equal, isTrue, test } from "./harness.js";
import { client, liveClient, yard } from "./fakes.js";

const useless = [
  "",
  "nonsense",
  "7",
  "null",
  "[]",
  '{"change":null}',
  '{"change":{}}',
  '{"change":{"board":"yard","part":"out1"}}',
  '{"change":{"board":"yard","part":7,"set":{}}}',
  '{"change":{"board":"yard","part":"out1","set":[1]}}',
  '{"change":{"id":9,"board":"yard","part":"out1","set":{}}}',
  '{"snapshot":{}}',
  '{"snapshot":{"id":"e1.1","boards":{"yard":5}}}',
  '{"snapshot":{"id":"e1.1","boards":{"yard":{"parts":{"out1":null}}}}}',
  '{"id":{}}',
  '{"hello":7}',
  `{"change":${'{"board":'.repeat(50_000)}`,
];

for (const text of useless) {
  test(`useless message ${text.slice(0, 40)}: is reported, and the next connection resumes`, () => {
    const { hub, timing, socket, troubles } = liveClient();
    socket().tellText(text);
    equal(troubles.length, 1);
    equal(hub.connection.state, "lost");
    isTrue(hub.connection.reason.startsWith("a message could not be used"), hub.connection.reason);
    timing.advance(1_000);
    socket().greet();
    equal(socket().all("subscribe"), [{ since: "e1.10" }]);
    socket().tell({ id: "e1.10" });
    equal(hub.connection.state, "live");
  });
}

const harmless = [
  { news: "of a later version" },
  {},
  { problem: { title: "Not understood", status: 400, detail: "…" } },
  { problem: null },
  { result: { id: 99, accepted: true } },
  { result: null },
];

for (const message of harmless) {
  test(`harmless message ${JSON.stringify(message)}: is reported and no more`, () => {
    const { hub, socket, troubles } = liveClient();
    socket().tell(message);
    equal(troubles.length, 1);
    equal(hub.connection.state, "live");
  });
}

test("empty pong: is ignored", () => {
  const { hub, socket } = liveClient();
  socket().tell({ pong: null });
  equal(hub.connection.state, "live");
});

test("change of a part that is not known: the next connection asks for a snapshot", () => {
  const { hub, timing, socket, troubles } = liveClient();
  socket().tell({ change: { id: "e1.11", board: "yard", part: "out9", set: { active: true } } });
  equal(troubles.length, 1);
  timing.advance(1_000);
  socket().greet();
  equal(socket().all("subscribe"), [{}]);
  socket().tell({ snapshot: yard("e1.12") });
  equal(hub.connection.state, "live");
});

test("change before the snapshot: is not taken for the state", () => {
  const { hub, socket } = client();
  hub.connect();
  socket().greet();
  socket().tell({ change: { id: "e1.11", board: "yard", part: "out1", put: {} } });
  equal(hub.connection.state, "lost");
  equal(hub.boards, new Map());
});
