import { LitElement, html, nothing } from "lit";
import { moment } from "./words.js";

const NAMES = { connecting: "Connecting", live: "Live", lost: "Lost", retrying: "Retrying" };

/** The state of the connection, in one word. */
class Connection extends LitElement {
  static properties = { status: { attribute: false } };

  createRenderRoot() {
    return this;
  }

  render() {
    const { state } = this.status;
    return html`<p class="connection" data-state=${state} role="status"><span class="sign" aria-hidden="true"></span>${NAMES[state]}</p>`;
  }
}

/** While not live: since when, why, when the next try is, and a way to try now. */
class Notice extends LitElement {
  static properties = { hub: { attribute: false }, status: { attribute: false } };

  #timer;

  createRenderRoot() {
    return this;
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    clearTimeout(this.#timer);
  }

  /** Counts down, at each whole second that is left. */
  updated() {
    clearTimeout(this.#timer);
    const left = this.status.retryAt === null ? 0 : this.status.retryAt - Date.now();
    if (left > 0) {
      this.#timer = setTimeout(() => this.requestUpdate(), left % 1000 || 1000);
    }
  }

  render() {
    const { state, reason, lostAt, retryAt } = this.status;
    if (state === "live" || (state === "connecting" && reason === null)) {
      return nothing;
    }
    return html`
      <section class="notice" data-state=${state} aria-label="Connection">
        <p>
          <strong>${lostAt === null ? "Not complete" : `Lost at ${moment(lostAt, Date.now(), true)}`}</strong><span
            aria-hidden="true">, ${this.#next(retryAt)}.</span>
          <span class="why">${reason === null ? nothing : `Why: ${reason}.`} What you see is the last that was known.</span>
        </p>
        <button type="button" class="plain-button" @click=${() => this.hub.wake()} ?disabled=${retryAt === null}>Try now</button>
      </section>
    `;
  }

  #next(retryAt) {
    if (retryAt === null) {
      return "trying again now";
    }
    return `trying again in ${Math.max(1, Math.ceil((retryAt - Date.now()) / 1000))} s`;
  }
}

customElements.define("sb-connection", Connection);
customElements.define("sb-notice", Notice);
