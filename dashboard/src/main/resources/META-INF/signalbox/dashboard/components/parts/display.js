import { html } from "lit";
import { PartElement } from "./part.js";
import { segments } from "./segments.js";

/** What a seven-segment display shows, as bright as it is. */
class Display extends PartElement {
  willUpdate() {
    super.willUpdate();
    const { text, on } = this.part;
    this.dataset.text = text ?? "";
    this.dataset.on = String(on !== false);
  }

  render() {
    const { text = "", on = true, brightness } = this.part;
    const most = this.schema?.properties?.brightness?.maximum ?? 7;
    const level = on ? (brightness ?? most) / most : 0;
    return html`
      <div class="digits" role="img" aria-label=${on ? `Shows ${text}` : "Off"} style=${`--level: ${level}`}>${segments(text)}</div>
      <div class="part-head">${this.name()}</div>
      ${this.controls()}
    `;
  }
}

customElements.define("sb-display", Display);
