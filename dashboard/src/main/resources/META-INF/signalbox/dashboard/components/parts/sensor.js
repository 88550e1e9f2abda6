import { html, nothing } from "lit";
import { falling, rising } from "../icons.js";
import { reading } from "../words.js";
import { PartElement } from "./part.js";

/** A number that was measured, with its unit and where it came from. */
class Sensor extends PartElement {
  willUpdate() {
    super.willUpdate();
    this.dataset.value = String(this.part.value);
  }

  render() {
    const { value, unit } = this.part;
    const shown = reading(value, unit, this.hub.now());
    return html`
      ${this.name()}
      <p class="reading"><span class="value">${shown.value}</span>${shown.unit ? html`<span class="unit">${shown.unit}</span>` : nothing}</p>
      ${unit === "%" ? this.#meter(value) : nothing} ${this.#trend()} ${this.controls()}
    `;
  }

  #meter(value) {
    return html`<span class="meter" aria-hidden="true" style=${`--share: ${Math.min(1, Math.max(0, value / 100))}`}></span>`;
  }

  /** Only of what was measured: a time or a duration has no trend. */
  #trend() {
    const { value, previous, unit } = this.part;
    if (typeof previous !== "number" || previous === value || unit === "epoch-ms" || unit === "s") {
      return nothing;
    }
    const was = reading(previous, unit, this.hub.now());
    return html`<p class="trend">${value > previous ? rising : falling}<span>was ${was.value} ${was.unit}</span></p>`;
  }
}

customElements.define("sb-sensor", Sensor);
