import { LitElement, html, nothing } from "lit";

/**
 * A control for one value. It shows the hub's truth, `value`; what somebody wants is marked as
 * pending until it is answered, and a refusal is told beside it. While an answer is awaited only the
 * newest wish is kept, so that a slider sends as fast as the hub answers and no faster.
 *
 * `send(value)` does it, and resolves to `{accepted: true}` or `{accepted: false, problem}`.
 */
export class Control extends LitElement {
  static properties = {
    label: { attribute: false },
    value: { attribute: false },
    rule: { attribute: false },
    send: { attribute: false },
    wish: { state: true },
    problem: { state: true },
  };

  #sending = false;

  createRenderRoot() {
    return this;
  }

  willUpdate() {
    this.toggleAttribute("data-pending", this.wish !== undefined);
  }

  /** The wish where there is one, else the truth. */
  get wished() {
    return this.wish === undefined ? this.value : this.wish.value;
  }

  async submit(value) {
    this.wish = { value };
    this.problem = undefined;
    if (this.#sending) {
      return;
    }
    this.#sending = true;
    const outcome = await this.#sendNewest();
    this.#sending = false;
    this.wish = undefined;
    this.problem = outcome.accepted ? undefined : outcome.problem;
  }

  async #sendNewest() {
    for (;;) {
      const sent = this.wish;
      const outcome = await this.send(sent.value);
      if (sent === this.wish) {
        return outcome;
      }
    }
  }

  problemLine() {
    return this.problem === undefined ? nothing : problemLine(this.problem);
  }
}

export function problemLine({ title, detail }) {
  return html`<p class="problem" role="alert">${detail || title}</p>`;
}
