import { html, nothing } from "lit";
import { problemLine } from "../controls/control.js";
import { ifLive, NOT_CONNECTED } from "../intents.js";
import { PartElement } from "./part.js";

const KEYS = new Set([" ", "Enter"]);

/**
 * A contact. A simulated one is a button that is pressed for as long as it is held, by a finger, a
 * mouse or a key; a real one only shows how it is.
 */
class Switch extends PartElement {
  static properties = { wish: { state: true }, problem: { state: true } };

  #last = Promise.resolve();

  disconnectedCallback() {
    super.disconnectedCallback();
    this.#release();
  }

  willUpdate() {
    super.willUpdate();
    this.dataset.pressed = String(this.part.pressed === true);
  }

  render() {
    return html`
      ${this.canWrite("pressed") ? this.#button() : this.#contact()}
      <div class="beside">
        ${this.name()}
        <p class="small">${this.part.pressed ? "Pressed" : "Released"}${this.part.simulated ? " · simulated" : nothing}</p>
        ${this.controls("pressed")}${this.problem === undefined ? nothing : problemLine(this.problem)}
      </div>
    `;
  }

  #contact() {
    return html`<span class="contact" role="img" aria-label=${this.part.pressed ? "Pressed" : "Released"}></span>`;
  }

  #button() {
    return html`<button
      type="button"
      class="push"
      aria-label=${`Hold ${this.part.name || this.partId}`}
      aria-pressed=${String(this.part.pressed === true)}
      ?data-pending=${this.wish !== undefined && this.wish !== this.part.pressed}
      @pointerdown=${this.#down}
      @pointerup=${this.#release}
      @pointercancel=${this.#release}
      @pointerleave=${this.#release}
      @lostpointercapture=${this.#release}
      @contextmenu=${(event) => event.preventDefault()}
      @keydown=${this.#keyDown}
      @keyup=${this.#keyUp}
      @blur=${this.#release}
      @click=${this.#click}
    ><span class="cap" aria-hidden="true"></span></button>`;
  }

  #down(event) {
    if (event.button === 0) {
      this.#press();
    }
  }

  #keyDown(event) {
    if (KEYS.has(event.key)) {
      event.preventDefault();
      this.#press();
    }
  }

  #keyUp(event) {
    if (KEYS.has(event.key)) {
      event.preventDefault();
      this.#release();
    }
  }

  /** A click without pointer or key comes from assistive technology, which can't hold anything. */
  #click(event) {
    if (event.detail === 0) {
      this.#then(() => ifLive(this.hub, () => this.hub.press(this.boardId, this.partId)));
    }
  }

  #press() {
    if (this.wish !== true) {
      this.wish = true;
      this.#then(() => ifLive(this.hub, () => this.#set(true)));
    }
  }

  /** The release follows the press's answer, whatever that is: nothing may stay pressed. */
  #release() {
    if (this.wish === true) {
      this.wish = false;
      this.#then((press) => (press === NOT_CONNECTED ? press : this.#letGo(press)));
    }
  }

  async #letGo(press) {
    const release = await this.#set(false);
    return press.accepted ? release : press;
  }

  /** Presses and releases are sent one after another. The wish ends with the last answer. */
  async #then(command) {
    this.#last = this.#last.then(command);
    const sent = this.#last;
    const { problem } = await sent;
    this.problem = problem;
    if (sent === this.#last && this.wish === false) {
      this.wish = undefined;
    }
  }

  #set(pressed) {
    return this.hub.set(this.boardId, this.partId, { pressed });
  }
}

customElements.define("sb-switch", Switch);
