import { html } from "lit";
import { PartElement } from "./part.js";

/** A line of text, which can be changed where the board says so. */
class Text extends PartElement {
  render() {
    const line = html`<p class="line">${this.part.value || "–"}</p>`;
    const value = this.canWrite("value") ? this.control("value") : line;
    return html`${this.name()}${value}${this.controls("value")}`;
  }
}

customElements.define("sb-text", Text);
