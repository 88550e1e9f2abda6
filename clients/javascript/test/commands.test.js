import { equal, test } from "./harness.js";
import { liveClient, settle } from "./fakes.js";

const part = { kind: "output", name: "Lamp", active: true };

test("command: goes out with a key and ends with the part", async () => {
  const { hub, socket } = liveClient();
  const outcome = hub.set("yard", "out1", { active: true });
  equal(socket().all("command"), [
    { id: 1, board: "yard", part: "out1", set: { active: true }, key: socket().all("command")[0].key },
  ]);
  socket().tell({ result: { id: 1, accepted: true, change: "e1.10", part } });
  equal(await outcome, { accepted: true, part });
});

test("command, toggle and press: say what to do", () => {
  const { hub, socket } = liveClient();
  hub.toggle("yard", "out1");
  hub.press("yard", "out2");
  equal(
    socket()
      .all("command")
      .map((each) => [each.part, each.do, each.key]),
    [
      ["out1", "toggle", "key-2"],
      ["out2", "press", "key-3"],
    ],
  );
});

test("command, refused: ends with the problem", async () => {
  const { hub, socket } = liveClient();
  const outcome = hub.set("yard", "out1", { brightness: 101 });
  const problem = {
    type: "t",
    title: "Out of range",
    status: 422,
    detail: "brightness is 101",
    rule: "0 to 100",
  };
  socket().tell({ result: { id: 1, accepted: false, problem } });
  equal(await outcome, { accepted: false, problem });
});

test("command, accepted before its change came: ends when the state shows it", async () => {
  const { hub, socket } = liveClient();
  let ended = false;
  hub.toggle("yard", "out1").then(() => (ended = true));
  socket().tell({ result: { id: 1, accepted: true, change: "e1.12", part } });
  socket().tell({ change: { id: "e1.11", board: "yard", part: "out2", set: { active: true } } });
  await settle();
  equal(ended, false);
  socket().tell({ change: { id: "e1.12", board: "yard", part: "out1", set: { active: true } } });
  await settle();
  equal(ended, true);
});

test("command, accepted and its change never comes here: ends after a second", async () => {
  const { hub, timing, socket } = liveClient();
  const outcome = hub.toggle("yard", "out1");
  socket().tell({ result: { id: 1, accepted: true, change: "e1.12", part } });
  timing.advance(1_000);
  equal(await outcome, { accepted: true, part });
});

test("command, connection lost before the answer: is sent again with the same key, in order", async () => {
  const { hub, timing, sockets, socket } = liveClient();
  const first = hub.toggle("yard", "out1");
  hub.set("yard", "out2", { active: true });
  const sent = socket().all("command");
  socket().end();
  timing.advance(1_000);
  socket().greet();
  equal(socket().all("command"), [], "not before the state is complete");
  socket().tell({ id: "e1.10" });
  equal(socket().all("command"), sent);
  equal(sockets.length, 2);
  socket().tell({ result: { id: 1, accepted: true, change: "e1.10", part } });
  equal(await first, { accepted: true, part });
});

test("command, answered before the connection was lost: is not sent again", () => {
  const { hub, timing, socket } = liveClient();
  hub.toggle("yard", "out1");
  socket().tell({ result: { id: 1, accepted: true, change: "e1.12", part } });
  socket().end();
  timing.advance(1_000);
  socket().greet();
  socket().tell({ id: "e1.12" });
  equal(socket().all("command"), []);
});

test("command, never answered: fails after ten seconds and says that it may have been done", async () => {
  const { hub, timing, socket } = liveClient();
  const outcome = hub.toggle("yard", "out1");
  socket().end();
  timing.advance(10_000);
  const { accepted, problem } = await outcome;
  equal([accepted, problem.type, problem.status], [false, "urn:signalbox:client:unanswered", 0]);
});

test("command, failed: is not sent any more", () => {
  const { hub, timing, socket } = liveClient();
  hub.toggle("yard", "out1");
  socket().end();
  timing.advance(11_000);
  socket().greet();
  socket().tell({ id: "e1.10" });
  equal(socket().all("command"), []);
});

test("command, no connection: waits for one, else fails and says that nothing was sent", async () => {
  const { hub, timing, socket } = liveClient();
  socket().end();
  const late = hub.toggle("yard", "out1");
  timing.advance(1_000);
  socket().greet();
  socket().tell({ id: "e1.10" });
  equal(socket().all("command").length, 1);
  socket().tell({ result: { id: 1, accepted: true, change: "e1.10", part } });
  equal((await late).accepted, true);
  socket().end();
  const never = hub.toggle("yard", "out1");
  timing.advance(10_000);
  equal((await never).problem.type, "urn:signalbox:client:not-connected");
});

test("commands, too many waiting: the next is refused at once", async () => {
  const { hub, socket } = liveClient();
  for (let count = 0; count < 1_000; count++) {
    hub.toggle("yard", "out1");
  }
  equal((await hub.toggle("yard", "out1")).problem.type, "urn:signalbox:client:too-many");
  equal(socket().all("command").length, 1_000);
});

test("commands, closed: end with a problem", async () => {
  const { hub } = liveClient();
  const outcome = hub.toggle("yard", "out1");
  hub.close();
  equal((await outcome).problem.type, "urn:signalbox:client:closed");
});
