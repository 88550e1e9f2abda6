const tests = [];

/** Declares a test; the function may be async. */
export function test(name, run) {
  tests.push({ name, run });
}

/** Fails unless both have the same content; the order of keys in objects and Maps does not count. */
export function equal(actual, expected, about = "") {
  const [left, right] = [JSON.stringify(canonical(actual)), JSON.stringify(canonical(expected))];
  if (left !== right) {
    throw new Error(`${about}\n  expected ${right}\n  but was  ${left}`);
  }
}

export function isTrue(condition, about) {
  if (condition !== true) {
    throw new Error(about);
  }
}

/** Runs all tests one after another; returns `[{name, fault}]`, fault being undefined where one passed. */
export async function runAll() {
  const results = [];
  for (const { name, run } of tests) {
    try {
      await run();
      results.push({ name });
    } catch (fault) {
      results.push({ name, fault });
    }
  }
  return results;
}

/** Random numbers in [0, 1) that are the same in each run (a linear congruential generator, 2^32). */
export function seeded(seed) {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

function canonical(value) {
  if (value instanceof Map) {
    return canonical(Object.fromEntries(value));
  }
  if (Array.isArray(value)) {
    return value.map(canonical);
  }
  if (typeof value === "object" && value !== null) {
    return Object.fromEntries(
      Object.keys(value)
        .sort()
        .map((key) => [key, canonical(value[key])]),
    );
  }
  return value === undefined ? "undefined" : value;
}
