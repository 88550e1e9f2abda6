import { html, nothing } from "lit";
import { problemLine } from "../controls/control.js";
import { cross } from "../icons.js";
import { ifLive } from "../intents.js";
import { PartElement } from "./part.js";

/** A light that runs along some outputs. The outputs themselves show where it is. */
class Chase extends PartElement {
  static properties = { asking: { state: true }, problem: { state: true } };

  render() {
    return html`
      <div class="part-head">${this.name()}${this.control("running")}${this.schema?.makable ? this.#remove() : nothing}</div>
      ${this.problem === undefined ? nothing : problemLine(this.problem)} ${this.control("members")}
      ${this.controls("running", "members")}
    `;
  }

  #remove() {
    if (!this.asking) {
      const label = `Remove ${this.part.name || this.partId}`;
      return html`<button type="button" class="icon-button" aria-label=${label} @click=${() => this.#ask(true)}>
        ${cross}
      </button>`;
    }
    return html`<span class="asking" role="group" aria-label="Remove?">
      <button type="button" class="plain-button danger" @click=${this.#doRemove}>Remove</button>
      <button type="button" class="plain-button" @click=${() => this.#ask(false)}>Keep</button>
    </span>`;
  }

  async #ask(asking) {
    this.asking = asking;
    await this.updateComplete;
    this.querySelector(asking ? ".asking button" : ".icon-button")?.focus();
  }

  async #doRemove() {
    const outcome = await ifLive(this.hub, () => this.hub.removePart(this.boardId, this.partId));
    this.problem = outcome.problem;
    this.asking = false;
  }
}

customElements.define("sb-chase", Chase);
