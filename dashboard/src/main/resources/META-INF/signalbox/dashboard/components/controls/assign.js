import { html } from "lit";
import { Control } from "./control.js";

/** A number that moves by itself: not held by a control, but given a new value. */
class Assign extends Control {
  render() {
    const { minimum, maximum } = this.rule;
    return html`
      <form class="assign" @submit=${this.#give}>
        <label>
          <span class="label">Set to</span>
          <input type="number" required step="1" min=${minimum} max=${maximum} value="0" name="value" />
        </label>
        <button class="plain-button">Set</button>
      </form>
      ${this.problemLine()}
    `;
  }

  #give(event) {
    event.preventDefault();
    this.submit(event.target.elements.value.valueAsNumber);
  }
}

customElements.define("sb-assign", Assign);
