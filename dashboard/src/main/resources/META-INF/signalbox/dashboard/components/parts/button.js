import { html } from "lit";
import { ifLive } from "../intents.js";
import { PartElement } from "./part.js";
import "../controls/press.js";

/** Something to press that has no state. */
class Button extends PartElement {
  render() {
    return html`${this.name()}<sb-press .label=${"Press"} .send=${this.#press}></sb-press>${this.controls()}`;
  }

  #press = () => ifLive(this.hub, () => this.hub.press(this.boardId, this.partId));
}

customElements.define("sb-button", Button);
