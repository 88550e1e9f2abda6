import { html, nothing } from "lit";
import { live } from "lit/directives/live.js";
import { Control } from "./control.js";
import { scaleOf } from "./scale.js";

const USUAL_MS = 500;

/**
 * A whole number in a range: a slider and a field to type in. Where 0 is allowed beside the range it
 * means "off", and a switch stands before them.
 */
class Integer extends Control {
  static properties = { draft: { state: true }, typed: { state: true } };

  #lastOn;

  render() {
    const canBeOff = this.rule.allows?.includes(0) && this.rule.minimum > 0;
    return html`
      <div class="integer" role="group" aria-label=${this.label}>
        <div class="lead">
          <span class="label" aria-hidden="true">${this.label}</span>${canBeOff ? this.#offSwitch() : nothing}
        </div>
        ${canBeOff && this.value === 0 ? html`<span class="off">off</span>` : [this.#slider(), this.#field()]}
      </div>
      ${this.problemLine()}
    `;
  }

  #offSwitch() {
    return html`<button
      type="button"
      role="switch"
      class="flag bare"
      aria-label=${this.label}
      aria-checked=${String(this.value !== 0)}
      @click=${this.#switchOff}
    >
      <span class="track" aria-hidden="true"><span class="knob"></span></span>
    </button>`;
  }

  get #shown() {
    return this.draft ?? this.wished ?? this.rule.minimum ?? 0;
  }

  #slider() {
    const scale = scaleOf(this.rule);
    if (scale === undefined) {
      return html`<span></span>`;
    }
    const position = scale.position(this.#shown);
    const share = (position - scale.minimum) / (scale.maximum - scale.minimum);
    return html`<input
      type="range"
      aria-label=${this.label}
      aria-valuetext=${`${this.#shown} ${this.rule.unit ?? ""}`}
      min=${scale.minimum}
      max=${scale.maximum}
      style=${`--share: ${share}`}
      .value=${live(String(position))}
      @input=${(event) => this.#slide(scale.value(Number(event.target.value)))}
      @change=${this.#letGo}
      @blur=${this.#letGo}
    />`;
  }

  #field() {
    const { minimum, maximum, unit } = this.rule;
    const range = minimum === undefined ? "" : `, ${minimum} to ${maximum} ${unit ?? ""}`;
    return html`<label class="field">
      <input
        type="text"
        inputmode=${minimum >= 0 ? "numeric" : "text"}
        autocomplete="off"
        aria-label=${this.label + range}
        style=${`--digits: ${String(maximum ?? "100000").length}`}
        .value=${live(this.typed ?? String(this.#shown))}
        @input=${(event) => (this.typed = event.target.value)}
        @keydown=${this.#key}
        @blur=${this.#commit}
      />${unit ? html`<span class="unit" aria-hidden="true">${unit}</span>` : nothing}
    </label>`;
  }

  /** The draft holds the slider where the finger is, whatever the hub says meanwhile. */
  #slide(value) {
    this.draft = value;
    this.submit(value);
  }

  #letGo() {
    this.draft = undefined;
  }

  #switchOff() {
    if (this.value !== 0) {
      this.#lastOn = this.value;
    }
    this.submit(this.wished === 0 ? (this.#lastOn ?? Math.max(this.rule.minimum, USUAL_MS)) : 0);
  }

  #key(event) {
    if (event.key === "Enter") {
      this.#commit();
    } else if (event.key === "Escape") {
      this.typed = undefined;
    }
  }

  #commit() {
    const typed = this.typed?.trim();
    this.typed = undefined;
    if (typed === undefined || typed === "" || typed === String(this.wished)) {
      return;
    }
    if (/^-?\d+$/.test(typed)) {
      this.submit(Number(typed));
    } else {
      this.problem = { title: "Not a number", detail: `“${typed}” is not a whole number.` };
    }
  }
}

customElements.define("sb-integer", Integer);
