import { html } from "lit";
import { label } from "../words.js";
import "../controls/press.js";
import { ifLive } from "../intents.js";
import { PartElement } from "./part.js";

const SAID_ELSEWHERE = new Set(["kind", "name"]);

/** A part of a kind that this page has no face for: what can be written as controls, the rest as a list. */
class Unknown extends PartElement {
  render() {
    const facts = Object.entries(this.part).filter(
      ([property]) => !SAID_ELSEWHERE.has(property) && !this.canWrite(property),
    );
    return html`
      <div class="part-head">${this.name()}<span class="tag">${this.part.kind}</span></div>
      <dl>${facts.map(([property, value]) => html`<div><dt>${label(property)}</dt><dd>${said(value)}</dd></div>`)}</dl>
      ${this.controls()} ${(this.schema?.actions ?? []).map((action) => this.#action(action))}
    `;
  }

  #action(action) {
    const send = () => ifLive(this.hub, () => this.hub.act(this.boardId, this.partId, action));
    return html`<sb-press .label=${label(action)} .send=${send}></sb-press>`;
  }
}

function said(value) {
  return typeof value === "object" ? JSON.stringify(value) : String(value);
}

customElements.define("sb-unknown", Unknown);
