import { applyChange, boardsOf } from "../src/boards.js";
import { equal, isTrue, test } from "./harness.js";
import { yard } from "./fakes.js";

const boards = boardsOf(yard());

test("set_part: merges, and null removes", () => {
  const after = applyChange(boards, { board: "yard", part: "out1", set: { brightness: 5, blink: null } });
  equal(after.get("yard").parts.get("out1"), {
    kind: "output",
    name: "Lamp",
    active: false,
    brightness: 5,
    since: 0,
  });
});

test("set_part: arrays are replaced, objects inside are merged", () => {
  const first = applyChange(boards, {
    board: "yard",
    part: "x",
    put: { list: [1, 2], deep: { a: 1, b: 2 } },
  });
  const after = applyChange(first, { board: "yard", part: "x", set: { list: [3], deep: { b: null, c: 3 } } });
  equal(after.get("yard").parts.get("x"), { list: [3], deep: { a: 1, c: 3 } });
});

test("set_part: what was there before stays as it was", () => {
  const before = JSON.stringify([...boards.get("yard").parts]);
  const after = applyChange(boards, { board: "yard", part: "out1", set: { brightness: 5 } });
  equal(JSON.stringify([...boards.get("yard").parts]), before);
  isTrue(
    after.get("yard").parts.get("out2") === boards.get("yard").parts.get("out2"),
    "an untouched part is the same object",
  );
});

test("put_part: replaces a part, and creates one", () => {
  const replaced = applyChange(boards, { board: "yard", part: "out1", put: { kind: "led", lit: true } });
  equal(replaced.get("yard").parts.get("out1"), { kind: "led", lit: true });
  const made = applyChange(boards, { board: "yard", part: "chase1", put: { kind: "chase" } });
  equal([...made.get("yard").parts.keys()], ["out1", "out2", "chase1"]);
});

test("gone_part: is removed; a second time changes nothing", () => {
  const once = applyChange(boards, { board: "yard", part: "out1", gone: true });
  equal([...once.get("yard").parts.keys()], ["out2"]);
  equal(applyChange(once, { board: "yard", part: "out1", gone: true }), once);
});

test("set_board: patches its own properties and keeps its parts", () => {
  const off = applyChange(boards, {
    board: "yard",
    set: { online: false, offlineSince: 7, offlineReason: "unplugged" },
  });
  const { parts, ...own } = off.get("yard");
  equal(own, { name: "Yard", kind: "outputs", online: false, offlineSince: 7, offlineReason: "unplugged" });
  isTrue(parts === boards.get("yard").parts, "the parts are kept");
  const on = applyChange(off, {
    board: "yard",
    set: { online: true, offlineSince: null, offlineReason: null },
  });
  equal(on, boards);
});

test("put_board: replaces its own properties and keeps its parts", () => {
  const after = applyChange(boards, { board: "yard", put: { name: "Y", kind: "outputs", online: true } });
  equal(after.get("yard"), { name: "Y", kind: "outputs", online: true, parts: boards.get("yard").parts });
});

test("put_board: creates a board without parts", () => {
  const after = applyChange(boards, { board: "new", put: { name: "New", kind: "sensors", online: true } });
  equal(after.get("new"), { name: "New", kind: "sensors", online: true, parts: new Map() });
});

test("gone_board: is removed with its parts", () => {
  equal(applyChange(boards, { board: "yard", gone: true }), new Map());
});

test("names that objects inherit: are ordinary ids and properties", () => {
  const snapshot = JSON.parse(
    '{"boards":{"constructor":{"name":"C","parts":{"valueof":{"__proto__":{"evil":1},"kind":"text"}}}}}',
  );
  const read = boardsOf(snapshot);
  const after = applyChange(
    read,
    JSON.parse('{"board":"constructor","part":"valueof","set":{"__proto__":{"worse":2}}}'),
  );
  const part = after.get("constructor").parts.get("valueof");
  equal(part.evil, undefined);
  equal(part.worse, undefined);
  equal(boards.get("constructor"), undefined);
});
