import { html } from "lit";
import { Light } from "../light.js";
import { PartElement } from "./part.js";

/** A light that is lit or not. */
class Led extends PartElement {
  constructor() {
    super();
    new Light(this, () => ({
      now: 0,
      level: () => (this.part.lit ? 100 : 0),
      next: () => Infinity,
      still: this.still,
    }));
  }

  render() {
    return html`
      <span class="lens large" role="img" aria-label=${this.part.lit ? "Lit" : "Dark"}></span>
      <div class="beside">${this.name()} ${this.controls()}</div>
    `;
  }
}

customElements.define("sb-led", Led);
