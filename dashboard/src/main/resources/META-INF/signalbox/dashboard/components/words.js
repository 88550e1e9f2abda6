/** How numbers, times and properties are said to people, in the language of their browser. */

const BYTES = ["B", "KiB", "MiB", "GiB", "TiB", "PiB"];

const PROPERTIES = new Map([
  ["active", "On"],
  ["blink", "Blink"],
  ["interval", "Interval"],
  ["members", "Outputs in order"],
  ["on", "On"],
  ["running", "Running"],
]);

/** `{value, unit}`, both as text. */
export function reading(value, unit, now) {
  if (typeof value !== "number" || !Number.isFinite(value)) {
    return { value: "–", unit: "" };
  }
  switch (unit) {
    case "epoch-ms":
      return { value: moment(value, now), unit: "" };
    case "s":
      return { value: duration(value), unit: "" };
    case "B":
    case "B/s":
      return bytes(value, unit.slice(1));
    case "%":
    case "°C":
      return { value: number(value, 1), unit };
    case "1/s":
      return { value: number(value, 1), unit: "per s" };
    default:
      return { value: number(value, 3), unit: unit ?? "" };
  }
}

export function number(value, digits = 0) {
  return new Intl.NumberFormat(undefined, { maximumFractionDigits: digits }).format(value);
}

/** Seconds as days, hours and minutes; the two largest that count. */
export function duration(seconds) {
  const whole = Math.max(0, Math.floor(seconds));
  const counts = [
    [Math.floor(whole / 86_400), "d"],
    [Math.floor(whole / 3_600) % 24, "h"],
    [Math.floor(whole / 60) % 60, "min"],
    [whole % 60, "s"],
  ];
  const first = counts.findIndex(([count]) => count > 0);
  const shown = first < 0 ? [[0, "s"]] : counts.slice(first, first + 2);
  return shown.map(([count, unit]) => `${count} ${unit}`).join(" ");
}

/** A point in time: the time of day, with the date where it is not today's. */
export function moment(at, now = Date.now(), seconds = false) {
  const today = new Date(at).toDateString() === new Date(now).toDateString();
  const style = { timeStyle: seconds ? "medium" : "short", ...(today ? {} : { dateStyle: "medium" }) };
  return new Intl.DateTimeFormat(undefined, style).format(at);
}

/** A property's name as a label: `offlineReason` becomes `Offline reason`. */
export function label(property) {
  const spaced = property.replace(/([a-z])([A-Z])/g, "$1 $2").toLowerCase();
  return PROPERTIES.get(property) ?? spaced.charAt(0).toUpperCase() + spaced.slice(1);
}

function bytes(value, per) {
  const power = value < 1 ? 0 : Math.min(BYTES.length - 1, Math.floor(Math.log2(value) / 10));
  const scaled = value / 1024 ** power;
  return { value: number(scaled, power === 0 || scaled >= 100 ? 0 : 1), unit: BYTES[power] + per };
}
