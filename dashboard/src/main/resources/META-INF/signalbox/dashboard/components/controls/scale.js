const STEPS = 1000;
const WIDEST_EVEN_RANGE = 1000;

/**
 * Where on its slider a value is. A range of some hundred values is laid out evenly, a wider one that
 * begins above 0 by ratio (10 to 65,535 ms: each millimetre the same factor), in round figures.
 * Undefined for a range that no slider can show.
 */
export function scaleOf({ minimum, maximum }) {
  if (maximum - minimum <= WIDEST_EVEN_RANGE) {
    return { minimum, maximum, position: (value) => value, value: (position) => position };
  }
  return minimum > 0 && maximum > minimum ? byRatio(minimum, maximum) : undefined;
}

function byRatio(minimum, maximum) {
  const ratio = Math.log(maximum / minimum) / STEPS;
  return {
    minimum: 0,
    maximum: STEPS,
    position: (value) => Math.round(Math.log(Math.max(minimum, value) / minimum) / ratio),
    value: (position) => {
      const exact = minimum * Math.exp(position * ratio);
      return position >= STEPS ? maximum : Math.min(maximum, Math.max(minimum, rounded(exact)));
    },
  };
}

/** To two figures. */
function rounded(value) {
  const unit = 10 ** Math.max(0, Math.floor(Math.log10(value)) - 1);
  return Math.round(value / unit) * unit;
}
