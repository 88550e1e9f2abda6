import { LitElement, html, nothing } from "lit";
import { controlFor } from "./controls/control-for.js";
import { problemLine } from "./controls/control.js";
import { plus } from "./icons.js";
import { ifLive } from "./intents.js";
import { label } from "./words.js";

const USUAL = { interval: 300 };
const LEFT_OUT = new Set(["running"]);

/** Makes a part of one kind, by a form that its schema gives. */
class NewPart extends LitElement {
  static properties = {
    hub: { attribute: false },
    boardId: { attribute: false },
    parts: { attribute: false },
    kind: { attribute: false },
    schema: { attribute: false },
    draft: { state: true },
    busy: { state: true },
    problem: { state: true },
  };

  createRenderRoot() {
    return this;
  }

  willUpdate() {
    this.dataset.make = this.kind;
  }

  render() {
    return this.draft === undefined ? this.#button() : this.#form();
  }

  #button() {
    return html`<button type="button" class="plain-button make" @click=${this.#open}>${plus}New ${this.kind}</button>`;
  }

  #form() {
    return html`
      <form class="maker" aria-label=${`New ${this.kind}`} @submit=${this.#make}>
        <h3>New ${this.kind}</h3>
        ${this.#rules().map(([property, rule]) => this.#entry(property, rule))}
        ${this.problem === undefined ? nothing : problemLine(this.problem)}
        <div class="buttons">
          <button class="main-button" ?disabled=${this.busy}>Make</button>
          <button type="button" class="plain-button" @click=${this.#close}>Cancel</button>
        </div>
      </form>
    `;
  }

  #entry(property, rule) {
    const set = (value) => this.#set(property, value);
    if (rule.type === "string") {
      return html`<label class="entry">
        <span class="label">${label(property)}</span>
        <input
          type="text"
          autocomplete="off"
          name=${property}
          maxlength=${rule.maxLength}
          .value=${this.draft[property] ?? ""}
          @input=${(event) => set(event.target.value)}
        />
      </label>`;
    }
    const heading = rule.type === "array" ? html`<span class="label">${label(property)}</span>` : nothing;
    return html`<div class="entry">${heading}${controlFor(property, rule, this.draft[property], set, this.parts)}</div>`;
  }

  #rules() {
    return Object.entries(this.schema.properties).filter(
      ([property, rule]) => rule.writable && !LEFT_OUT.has(property),
    );
  }

  async #set(property, value) {
    this.draft = { ...this.draft, [property]: value };
    return { accepted: true };
  }

  #open() {
    const numbers = this.#rules().filter(([, rule]) => rule.type === "integer");
    this.draft = Object.fromEntries(
      numbers.map(([property, rule]) => [property, USUAL[property] ?? rule.minimum]),
    );
    this.updateComplete.then(() => this.querySelector("input").focus());
  }

  #close() {
    this.draft = undefined;
    this.problem = undefined;
    this.updateComplete.then(() => this.querySelector("button").focus());
  }

  async #make(event) {
    event.preventDefault();
    this.busy = true;
    const { name, ...rest } = this.draft;
    const part = { kind: this.kind, ...rest, ...(name?.trim() ? { name: name.trim() } : {}) };
    const outcome = await ifLive(this.hub, () => this.hub.makePart(this.boardId, part));
    this.busy = false;
    this.problem = outcome.problem;
    if (outcome.accepted) {
      this.#close();
    }
  }
}

customElements.define("sb-new-part", NewPart);
