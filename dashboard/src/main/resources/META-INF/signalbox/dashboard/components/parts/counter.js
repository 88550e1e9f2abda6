import { html, nothing } from "lit";
import { number } from "../words.js";
import { PartElement } from "./part.js";
import "../controls/assign.js";

/** A number that counts by itself and can be set. */
class Counter extends PartElement {
  willUpdate() {
    super.willUpdate();
    this.dataset.value = String(this.part.value);
  }

  render() {
    const { value } = this.part;
    return html`
      ${this.name()}
      <p class="big">${number(value)}</p>
      <p class="small">${this.#pace()}</p>
      ${this.canWrite("value") ? this.#assign() : nothing}
      ${this.controls("value")}
    `;
  }

  #assign() {
    const rule = this.schema.properties.value;
    return html`<sb-assign
      data-property="value"
      .label=${"Value"}
      .rule=${rule}
      .send=${this.sender("value")}
    ></sb-assign>`;
  }

  #pace() {
    const { step, interval } = this.part;
    return step === undefined || interval === undefined
      ? nothing
      : `${step < 0 ? "" : "+"}${step} every ${number(interval)} ms`;
  }
}

customElements.define("sb-counter", Counter);
