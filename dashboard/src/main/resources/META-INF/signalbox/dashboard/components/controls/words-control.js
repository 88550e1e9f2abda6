import { html } from "lit";
import { live } from "lit/directives/live.js";
import { pencil } from "../icons.js";
import { Control } from "./control.js";

/** A short text that becomes a field when one wants to change it. */
class Words extends Control {
  static properties = { fallback: { attribute: false }, editing: { state: true } };

  #byKey = false;

  updated(changed) {
    if (changed.has("editing") && this.editing) {
      this.querySelector("input").select();
    } else if (changed.has("editing") && this.#byKey) {
      this.#byKey = false;
      this.querySelector("button").focus();
    }
  }

  render() {
    return html`${this.editing ? this.#field() : this.#text()}${this.problemLine()}`;
  }

  #text() {
    const text = this.wished || this.fallback || "–";
    return html`<button type="button" class="words" title=${`Change ${this.label.toLowerCase()}`} @click=${this.#edit}>
      <span class="text">${text}</span>${pencil}<span class="hidden">, change ${this.label.toLowerCase()}</span>
    </button>`;
  }

  #field() {
    return html`<input
      class="words-field"
      type="text"
      autocomplete="off"
      aria-label=${this.label}
      maxlength=${this.rule.maxLength}
      .value=${live(this.draft)}
      @input=${(event) => (this.draft = event.target.value)}
      @keydown=${this.#key}
      @blur=${this.#commit}
    />`;
  }

  #edit() {
    this.draft = this.wished ?? "";
    this.editing = true;
  }

  #key(event) {
    this.#byKey = event.key === "Enter" || event.key === "Escape";
    if (event.key === "Enter") {
      event.preventDefault(); // else it presses the button that takes the field's place
      this.#commit();
    } else if (event.key === "Escape") {
      this.editing = false;
    }
  }

  #commit() {
    if (this.editing) {
      this.editing = false;
      if (this.draft.trim() !== this.value) {
        this.submit(this.draft.trim());
      }
    }
  }
}

customElements.define("sb-words", Words);
