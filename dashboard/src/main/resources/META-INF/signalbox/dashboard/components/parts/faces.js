import { html, literal } from "lit/static-html.js";
import "./button.js";
import "./chase.js";
import "./counter.js";
import "./display.js";
import "./led.js";
import "./output.js";
import "./sensor.js";
import "./switch.js";
import "./text.js";
import "./unknown.js";

const FACES = new Map([
  ["button", literal`sb-button`],
  ["chase", literal`sb-chase`],
  ["counter", literal`sb-counter`],
  ["display", literal`sb-display`],
  ["led", literal`sb-led`],
  ["output", literal`sb-output`],
  ["sensor", literal`sb-sensor`],
  ["switch", literal`sb-switch`],
  ["text", literal`sb-text`],
]);

/** Draws a part by its kind's face; a kind that nobody here knows by its schema alone. */
export function drawPart({ hub, boardId, partId, part, parts, schema, still }) {
  const face = FACES.get(part.kind) ?? literal`sb-unknown`;
  return html`<${face}
    .hub=${hub}
    .boardId=${boardId}
    .partId=${partId}
    .part=${part}
    .parts=${parts}
    .schema=${schema}
    .still=${still}
  ></${face}>`;
}
