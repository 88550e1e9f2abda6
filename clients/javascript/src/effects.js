/**
 * What is lit at an instant, as a pure function of a board's parts and the hub's time. Blink and
 * chase are kept by the hub as pattern, interval and start; everybody computes the phase alone, so
 * an effect that runs costs no messages.
 *
 * `parts` is a Map from part id to part; times are milliseconds since the Unix epoch.
 */

/** The brightness, 0 to 100, that an output shows at `now`; 0 where there is no such output. */
export function lit(parts, outputId, now) {
  const pattern = patternOf(parts, outputId);
  return pattern.level(stepAt(pattern, now));
}

/** When what an output shows next differs from what it shows at `now`, or Infinity if it stays. */
export function nextStep(parts, outputId, now) {
  const pattern = patternOf(parts, outputId);
  const step = stepAt(pattern, now);
  const level = pattern.level(step);
  for (let ahead = 1; ahead < pattern.length; ahead++) {
    if (pattern.level(step + ahead) !== level) {
      return pattern.since + (step + ahead) * pattern.interval;
    }
  }
  return Infinity;
}

/** The id of the running chase that decides what an output shows, or undefined. */
export function chaseOf(parts, outputId) {
  for (const [id, part] of parts) {
    if (part.kind === "chase" && part.running && part.interval > 0 && part.members?.includes(outputId)) {
      return id;
    }
  }
  return undefined;
}

/** A pattern repeats after `length` steps of `interval` ms, the first beginning at `since`. */
function patternOf(parts, outputId) {
  const output = parts.get(outputId);
  if (output === undefined) {
    return steady(0);
  }
  const chase = parts.get(chaseOf(parts, outputId));
  if (chase !== undefined) {
    return chasing(chase, outputId, output.brightness);
  }
  if (!output.active) {
    return steady(0);
  }
  return output.blink > 0 ? blinking(output) : steady(output.brightness);
}

function steady(brightness) {
  return { length: 1, interval: 1, since: 0, level: () => brightness };
}

function blinking({ brightness, blink, since = 0 }) {
  return { length: 2, interval: blink, since, level: (step) => (step % 2 === 0 ? brightness : 0) };
}

function chasing({ members, interval, since = 0 }, outputId, brightness) {
  const level = (step) => (members[step % members.length] === outputId ? brightness : 0);
  return { length: members.length, interval, since, level };
}

/** Before its start a pattern stands at its first step. */
function stepAt({ since, interval }, now) {
  return Math.max(0, Math.floor((now - since) / interval));
}
