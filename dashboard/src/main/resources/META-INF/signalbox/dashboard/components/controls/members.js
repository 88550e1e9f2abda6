import { html, nothing } from "lit";
import { Control } from "./control.js";

/** Some parts of a board, in order: pressing a chip takes it in at the end, or out again. */
class Members extends Control {
  static properties = { choices: { attribute: false } };

  render() {
    return html`
      <div class="members" role="group" aria-label=${this.label}>${this.choices.map(([id, name]) => this.#chip(id, name))}</div>
      ${this.problemLine()}
    `;
  }

  #chip(id, name) {
    const place = (this.value ?? []).indexOf(id) + 1;
    const said = place > 0 ? html`<span class="hidden">, number ${place}</span>` : nothing;
    return html`<button
      type="button"
      class="chip"
      data-choice=${id}
      aria-pressed=${String(place > 0)}
      @click=${() => this.#flip(id)}
    >
      <span class="place" aria-hidden="true">${place || nothing}</span>${name}${said}
    </button>`;
  }

  #flip(id) {
    const now = this.wished ?? [];
    this.submit(now.includes(id) ? now.filter((each) => each !== id) : [...now, id]);
  }
}

customElements.define("sb-members", Members);
