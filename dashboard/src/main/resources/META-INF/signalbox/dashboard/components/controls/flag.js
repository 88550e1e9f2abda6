import { html } from "lit";
import { Control } from "./control.js";

/** A boolean as a switch. */
class Flag extends Control {
  render() {
    return html`
      <button
        type="button"
        role="switch"
        class="flag"
        aria-checked=${String(this.value === true)}
        aria-label=${this.label}
        @click=${this.#flip}
      >
        <span class="flag-label" aria-hidden="true">${this.label}</span>
        <span class="track" aria-hidden="true"><span class="knob"></span></span>
      </button>
      ${this.problemLine()}
    `;
  }

  #flip() {
    this.submit(!this.wished);
  }
}

customElements.define("sb-flag", Flag);
