import { isObject, mergePatch } from "./merge.js";

/** A message that does not fit the state kept here: the state can no longer be trusted. */
export class OutOfStep extends Error {}

/** A message that is not what the protocol says. */
export class Malformed extends Error {}

/** The boards of a snapshot: a Map from board id to board, whose `parts` is a Map from part id to part. */
export function boardsOf(snapshot) {
  if (!isObject(snapshot) || !isObject(snapshot.boards)) {
    throw new Malformed("a snapshot without boards");
  }
  return new Map(Object.entries(snapshot.boards).map(([id, board]) => [id, boardOf(board)]));
}

/**
 * The boards after one change. The Map given stays as it is; boards and parts that the change does
 * not touch are the same objects in both, so an observer finds what changed by comparing references.
 */
export function applyChange(boards, change) {
  check(change);
  const next = new Map(boards);
  const board = boards.get(change.board);
  if (change.part !== undefined) {
    next.set(change.board, withPart(board, change));
  } else if (change.gone === true) {
    next.delete(change.board);
  } else {
    next.set(change.board, withProperties(board, change));
  }
  return next;
}

function boardOf(json) {
  if (!isObject(json)) {
    throw new Malformed("a board that is not an object");
  }
  const parts = isObject(json.parts) ? Object.entries(json.parts) : [];
  parts.forEach(([, part]) => requireObject(part));
  return Object.freeze({ ...json, parts: new Map(parts) });
}

/** A board's own properties change; its parts stay, whatever the message says about them. */
function withProperties(board, change) {
  if (change.set !== undefined && board === undefined) {
    throw new OutOfStep(`a change of the unknown board ${change.board}`);
  }
  const own = change.put ?? mergePatch({ ...board, parts: undefined }, change.set);
  return Object.freeze({ ...own, parts: board?.parts ?? new Map() });
}

function withPart(board, change) {
  if (board === undefined) {
    throw new OutOfStep(`a change on the unknown board ${change.board}`);
  }
  const parts = new Map(board.parts);
  if (change.gone === true) {
    parts.delete(change.part);
  } else if (change.put !== undefined) {
    parts.set(change.part, change.put);
  } else if (parts.has(change.part)) {
    parts.set(change.part, mergePatch(parts.get(change.part), change.set));
  } else {
    throw new OutOfStep(`a change of the unknown part ${change.board}/${change.part}`);
  }
  return Object.freeze({ ...board, parts });
}

function check(change) {
  requireObject(change);
  if (typeof change.board !== "string") {
    throw new Malformed("a change without a board");
  }
  if (change.part !== undefined && typeof change.part !== "string") {
    throw new Malformed("a change whose part is not an id");
  }
  if (change.gone !== true && !isObject(change.put) && !isObject(change.set)) {
    throw new Malformed("a change with none of set, put and gone");
  }
}

function requireObject(value) {
  if (!isObject(value)) {
    throw new Malformed("an object was expected");
  }
}
