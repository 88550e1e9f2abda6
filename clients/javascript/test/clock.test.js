import { HubClock } from "../src/clock.js";
import { equal, isTrue, seeded, test } from "./harness.js";
import { SteppedTiming } from "./fakes.js";

function clock(hubAhead) {
  const timing = new SteppedTiming();
  const asked = [];
  const made = new HubClock(timing, () => asked.push(timing.now()));
  const hubNow = () => timing.now() + hubAhead;
  return { made, timing, asked, hubNow };
}

test("clock, before any sample: the time here", () => {
  const { made, timing } = clock(500);
  equal(made.now(), timing.now());
});

test("clock, hello: is right to half of the time that it took", () => {
  const { made, timing, hubNow } = clock(7_000);
  const openedAt = timing.now();
  timing.advance(40);
  made.greeted(openedAt, hubNow());
  isTrue(Math.abs(made.now() - hubNow()) <= 20, `off by ${made.now() - hubNow()}`);
});

test("clock, many answers: is never further off than it says, and the shortest way counts", () => {
  const { made, timing } = clock(0);
  const random = seeded(11);
  let narrowest = Infinity;
  for (let turn = 0; turn < 8; turn++) {
    const [there, back] = [Math.floor(random() * 200), Math.floor(random() * 200)];
    const sentAt = timing.now();
    timing.advance(there);
    const hubNow = timing.now() - 90_000;
    timing.advance(back);
    made.answered(sentAt, hubNow);
    narrowest = Math.min(narrowest, (there + back) / 2 + 1);
    const off = Math.abs(made.now() - (timing.now() - 90_000));
    isTrue(off <= made.error, `off by ${off}, but it said ${made.error}`);
  }
  equal(made.error, narrowest);
});

test("clock, set to another time: follows at the next answer", () => {
  const { made, timing } = clock(0);
  made.answered(timing.now(), timing.now());
  made.answered(timing.now(), timing.now() + 60_000);
  equal(made.now(), timing.now() + 60_000);
});

test("clock, after a greeting: asks four times soon, then each minute", () => {
  const { made, timing, asked, hubNow } = clock(0);
  const start = timing.now();
  made.greeted(start, hubNow());
  for (let turn = 0; turn < 6; turn++) {
    made.answered(timing.now(), hubNow());
    timing.advance(turn < 3 ? 250 : 60_000);
  }
  equal(
    asked.map((at) => at - start),
    [0, 250, 500, 750, 60_750, 120_750, 180_750],
  );
});

test("clock, nonsense: is ignored", () => {
  const { made, timing } = clock(0);
  made.answered("x", timing.now());
  made.answered(timing.now(), null);
  made.answered(timing.now() + 1, 0);
  equal(made.now(), timing.now());
  equal(made.error, Infinity);
});
