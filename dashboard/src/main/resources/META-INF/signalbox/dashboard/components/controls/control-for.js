import { html, literal } from "lit/static-html.js";
import { nothing } from "lit";
import { label } from "../words.js";
import "./flag.js";
import "./integer.js";
import "./members.js";
import "./words-control.js";

const CONTROLS = new Map([
  ["boolean", literal`sb-flag`],
  ["integer", literal`sb-integer`],
  ["string", literal`sb-words`],
  ["array", literal`sb-members`],
]);

/**
 * The control that a property's rule asks for; nothing for a type that has none.
 *
 * @param {string} property its name
 * @param {object} rule its entry in the schema
 * @param {*} value the truth
 * @param {(value: *) => Promise<object>} send
 * @param {Map<string, object>} parts of the same board, to choose from
 */
export function controlFor(property, rule, value, send, parts) {
  const tag = CONTROLS.get(rule.type);
  if (tag === undefined) {
    return nothing;
  }
  const text = label(property);
  const control = html`<${tag}
    data-property=${property}
    .label=${text}
    .rule=${rule}
    .value=${value}
    .send=${send}
    .choices=${choices(rule, parts)}
  ></${tag}>`;
  return rule.type === "string" ? labelled(text, control) : control;
}

/** Words stand alone where they are a name; here they need to be told what they are. */
function labelled(text, control) {
  return html`<div class="labelled"><span class="label" aria-hidden="true">${text}</span>${control}</div>`;
}

function choices(rule, parts) {
  return [...parts].filter(([, part]) => part.kind === rule.items).map(([id, part]) => [id, part.name || id]);
}
