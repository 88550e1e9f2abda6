import { lit, nextStep } from "../src/effects.js";
import { equal, isTrue, seeded, test } from "./harness.js";

/** What is lit, found by going through time one millisecond after another. */
function* simulate(parts, id, from, until) {
  const { active, brightness, blink, since } = parts.get(id);
  const chase = [...parts.values()].find(
    (part) => part.kind === "chase" && part.running && part.members.includes(id),
  );
  let member = 0;
  let shines = true;
  for (let now = Math.min(from, since, chase?.since ?? from); now < until; now++) {
    if (chase !== undefined && now > chase.since && (now - chase.since) % chase.interval === 0) {
      member = (member + 1) % chase.members.length;
    }
    if (now > since && blink > 0 && (now - since) % blink === 0) {
      shines = !shines;
    }
    const own = active && (blink === 0 || shines) ? brightness : 0;
    const level = chase === undefined ? own : chase.members[member] === id ? brightness : 0;
    if (now >= from) {
      yield [now, level];
    }
  }
}

function randomYard(random) {
  const number = (most) => Math.floor(random() * most);
  const parts = new Map();
  for (let index = 1; index <= 4; index++) {
    const blink = random() < 0.5 ? 0 : 10 + number(60);
    parts.set(`out${index}`, {
      kind: "output",
      active: random() < 0.8,
      brightness: number(101),
      blink,
      since: number(400),
    });
  }
  const members = [...parts.keys()].filter(() => random() < 0.6);
  if (members.length > 0) {
    parts.set("chase1", {
      kind: "chase",
      members,
      interval: 10 + number(50),
      running: random() < 0.7,
      since: number(400),
    });
  }
  return parts;
}

test("law: agrees with a simulation step by step, before the start too", () => {
  const random = seeded(3);
  for (let turn = 0; turn < 60; turn++) {
    const parts = randomYard(random);
    for (const id of ["out1", "out2", "out3", "out4"]) {
      for (const [now, level] of simulate(parts, id, 100, 1_000)) {
        isTrue(lit(parts, id, now) === level, `${id} at ${now}: ${JSON.stringify([...parts])}`);
      }
    }
  }
});

test("law: the next step is the first instant that differs", () => {
  const random = seeded(4);
  for (let turn = 0; turn < 60; turn++) {
    const parts = randomYard(random);
    for (const id of ["out1", "out2"]) {
      const start = Math.floor(random() * 600);
      const [[, first], ...rest] = [...simulate(parts, id, start, start + 1_500)];
      const expected = rest.find(([, level]) => level !== first)?.[0] ?? Infinity;
      equal(String(nextStep(parts, id, start)), String(expected), JSON.stringify([...parts]));
    }
  }
});

const output = { kind: "output", active: true, brightness: 80, blink: 0, since: 0 };

test("steady: lit at its brightness, for ever", () => {
  const parts = new Map([["out1", output]]);
  equal([lit(parts, "out1", 5), String(nextStep(parts, "out1", 5))], [80, "Infinity"]);
});

test("blink: lit in even half periods, and before its start", () => {
  const parts = new Map([["out1", { ...output, blink: 100, since: 1_000 }]]);
  equal(
    [0, 999, 1_000, 1_099, 1_100, 1_199, 1_200].map((now) => lit(parts, "out1", now)),
    [80, 80, 80, 80, 0, 0, 80],
  );
  equal(
    [0, 1_050, 1_100].map((now) => nextStep(parts, "out1", now)),
    [1_100, 1_100, 1_200],
  );
});

test("chase: lights one member after another, even one that is off", () => {
  const chase = {
    kind: "chase",
    members: ["out1", "out2", "out3"],
    interval: 50,
    running: true,
    since: 1_000,
  };
  const parts = new Map([
    ["out1", output],
    ["out2", { ...output, active: false, brightness: 30 }],
    ["out3", output],
    ["chase1", chase],
  ]);
  const at = (now) => ["out1", "out2", "out3"].map((id) => lit(parts, id, now));
  equal([0, 1_000, 1_050, 1_100, 1_150].map(at), [
    [80, 0, 0],
    [80, 0, 0],
    [0, 30, 0],
    [0, 0, 80],
    [80, 0, 0],
  ]);
  equal(
    ["out1", "out2", "out3"].map((id) => nextStep(parts, id, 1_060)),
    [1_150, 1_100, 1_100],
  );
});

test("chase that stands: leaves each output its own state", () => {
  const chase = { kind: "chase", members: ["out1"], interval: 50, running: false, since: 0 };
  equal(
    lit(
      new Map([
        ["out1", { ...output, active: false }],
        ["chase1", chase],
      ]),
      "out1",
      10,
    ),
    0,
  );
});

test("chase of one: is lit steadily", () => {
  const chase = { kind: "chase", members: ["out1"], interval: 50, running: true, since: 0 };
  equal(
    String(
      nextStep(
        new Map([
          ["out1", output],
          ["chase1", chase],
        ]),
        "out1",
        10,
      ),
    ),
    "Infinity",
  );
});

test("an output that is not there: is dark", () => {
  equal([lit(new Map(), "out1", 0), String(nextStep(new Map(), "out1", 0))], [0, "Infinity"]);
});
