import { LitElement, html, nothing } from "lit";
import { controlFor } from "../controls/control-for.js";
import { ifLive } from "../intents.js";
import "../controls/words-control.js";

/**
 * What the faces of all kinds of parts have in common: where the part is, its name, and the controls
 * that its schema asks for.
 */
export class PartElement extends LitElement {
  static properties = {
    hub: { attribute: false },
    boardId: { attribute: false },
    partId: { attribute: false },
    part: { attribute: false },
    parts: { attribute: false },
    schema: { attribute: false },
    still: { attribute: false },
  };

  createRenderRoot() {
    return this;
  }

  willUpdate() {
    this.dataset.board = this.boardId;
    this.dataset.part = this.partId;
    this.dataset.kind = this.part.kind;
  }

  /** The name, which can be changed where the schema says so. */
  name() {
    const rule = this.#writableRule("name");
    const text = this.part.name || this.partId;
    if (rule === undefined) {
      return html`<span class="name">${text}</span>`;
    }
    return html`<sb-words
      class="name"
      data-property="name"
      .label=${`Name of ${text}`}
      .rule=${rule}
      .value=${this.part.name}
      .fallback=${this.partId}
      .send=${this.sender("name")}
    ></sb-words>`;
  }

  /** The control of one property, or nothing where it can't be written. */
  control(property) {
    const rule = this.#writableRule(property);
    return rule === undefined
      ? nothing
      : controlFor(property, rule, this.part[property], this.sender(property), this.parts);
  }

  /** The controls of all properties that can be written, but the name and those given. */
  controls(...except) {
    return Object.keys(this.schema?.properties ?? {})
      .filter((property) => property !== "name" && !except.includes(property))
      .map((property) => this.control(property));
  }

  canWrite(property) {
    return this.#writableRule(property) !== undefined;
  }

  /** Sends a new value of the property. */
  sender(property) {
    return (value) => ifLive(this.hub, () => this.hub.set(this.boardId, this.partId, { [property]: value }));
  }

  #writableRule(property) {
    const rule = this.schema?.properties?.[property];
    const allowed =
      rule?.writable && (rule.writableWhen === undefined || this.part[rule.writableWhen] === true);
    return allowed ? rule : undefined;
  }
}
