import { html } from "lit";
import { chaseOf, lit, nextStep } from "signalbox-client";
import { Light } from "../light.js";
import { PartElement } from "./part.js";

/** A dimmable output, drawn as the light that it drives: blinking and chasing by the hub's time. */
class Output extends PartElement {
  constructor() {
    super();
    new Light(this, () => ({
      now: this.hub.now(),
      level: (at) => lit(this.parts, this.partId, at),
      next: (at) => nextStep(this.parts, this.partId, at),
      still: this.still,
    }));
  }

  render() {
    return html`
      <div class="part-head">
        <span class="lens" aria-hidden="true"></span>
        <div class="titles">${this.name()}<p class="small">${this.#about()}</p></div>
        ${this.control("active")}
      </div>
      ${this.controls("active")}
    `;
  }

  /** In words what the light shows, for those who don't see it. */
  #about() {
    const { active, brightness, blink, pin } = this.part;
    const chase = chaseOf(this.parts, this.partId);
    const where = pin === undefined ? "" : `Pin ${pin} · `;
    if (chase !== undefined) {
      return `${where}in ${this.parts.get(chase).name || chase}`;
    }
    if (!active) {
      return `${where}dark`;
    }
    return where + (blink > 0 ? "blinking" : `lit at ${brightness} %`);
  }
}

customElements.define("sb-output", Output);
