import { html } from "lit";
import { Control } from "./control.js";

/** A button that does one thing. */
class Press extends Control {
  render() {
    return html`<button type="button" class="plain-button" @click=${() => this.submit()}>${this.label}</button>${this.problemLine()}`;
  }
}

customElements.define("sb-press", Press);
