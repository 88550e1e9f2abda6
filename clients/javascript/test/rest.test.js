import { equal, test } from "./harness.js";
import { client, settle } from "./fakes.js";

/** A client whose requests are answered by the functions given, one after another. */
function requesting(...answers) {
  const requests = [];
  const fetch = async (url, { method, headers, body }) => {
    requests.push({
      url,
      method,
      key: headers["idempotency-key"],
      type: headers["content-type"],
      body: body && JSON.parse(body),
    });
    return answers.shift()();
  };
  return { ...client({ fetch }), requests };
}

const json = (status, body) => () => new Response(JSON.stringify(body), { status });
const broken = () => {
  throw new TypeError("network");
};

test("make: ends with the part", async () => {
  const part = { kind: "chase", members: ["out1"] };
  const { hub, requests } = requesting(json(201, part));
  equal(await hub.makePart("yard", part), { accepted: true, part });
  equal(requests, [
    {
      url: "http://hub.test/v1/boards/yard/parts",
      method: "POST",
      key: "key-1",
      type: "application/json",
      body: part,
    },
  ]);
});

test("remove: has nothing to tell", async () => {
  const { hub, requests } = requesting(() => new Response(null, { status: 204 }));
  equal(await hub.removePart("yard", "chase1"), { accepted: true });
  equal([requests[0].method, requests[0].url], ["DELETE", "http://hub.test/v1/boards/yard/parts/chase1"]);
});

test("rename and reset of a board", async () => {
  const board = { name: "New" };
  const { hub, requests } = requesting(json(200, board), () => new Response(null, { status: 204 }));
  equal(await hub.renameBoard("yard", "New"), { accepted: true, board });
  equal(await hub.resetBoard("yard"), { accepted: true });
  equal(
    requests.map(({ method, url, type }) => [method, url, type]),
    [
      ["PATCH", "http://hub.test/v1/boards/yard", "application/merge-patch+json"],
      ["POST", "http://hub.test/v1/boards/yard/reset", null],
    ].map(([method, url, type]) => [method, url, type ?? undefined]),
  );
});

test("refused: ends with the problem", async () => {
  const problem = { type: "t", title: "Conflict", status: 409, detail: "4 groups are used" };
  const { hub } = requesting(json(409, problem));
  equal(await hub.makePart("yard", {}), { accepted: false, problem });
});

test("refused without a problem: still tells the status", async () => {
  const { hub } = requesting(() => new Response("<html>", { status: 502, statusText: "Bad Gateway" }));
  const { problem } = await hub.makePart("yard", {});
  equal([problem.status, problem.title, problem.detail], [502, "Bad Gateway", "The hub answered 502."]);
});

test("no hub: is asked again under the same key", async () => {
  const { hub, timing, requests } = requesting(broken, json(201, {}));
  const outcome = hub.makePart("yard", {});
  await settle();
  timing.advance(500);
  equal((await outcome).accepted, true);
  equal(
    requests.map(({ key }) => key),
    ["key-1", "key-1"],
  );
});

test("no hub for ten seconds: fails plainly", async () => {
  const { hub, timing, requests } = requesting(...Array(30).fill(broken));
  let outcome;
  hub.makePart("yard", {}).then((ended) => (outcome = ended));
  for (let turn = 0; turn < 25 && outcome === undefined; turn++) {
    await settle();
    timing.advance(500);
  }
  equal(outcome.problem.type, "urn:signalbox:client:unanswered");
  equal(requests.length, 20);
});
