import { LitElement, html, nothing } from "lit";
import { repeat } from "lit/directives/repeat.js";
import { semaphore } from "./icons.js";
import "./board.js";
import "./connection.js";

const EVENTS = ["connection", "change", "schema"];

/** The whole page: the hub's name, the state of the connection, and every board. */
class Page extends LitElement {
  static properties = { hub: { attribute: false } };

  #ends = [];

  createRenderRoot() {
    this.replaceChildren();
    return this;
  }

  willUpdate(changed) {
    if (changed.has("hub")) {
      this.#ends.forEach((end) => end());
      this.#ends = EVENTS.map((name) => this.hub.on(name, () => this.requestUpdate()));
    }
  }

  updated() {
    const name = this.hub?.info?.hub;
    const mark = this.hub?.connection.state === "live" ? "" : "○ ";
    document.title = mark + (name ? `${name} · Signalbox` : "Signalbox");
  }

  render() {
    if (this.hub === undefined) {
      return nothing;
    }
    const { hub } = this;
    return html`
      <div class="top">
        <header class="masthead">
          <h1>${semaphore}<span class="wordmark">Signalbox</span><span class="hub-name">${hub.info?.hub}</span></h1>
          <sb-connection .status=${hub.connection}></sb-connection>
        </header>
        <sb-notice .hub=${hub} .status=${hub.connection}></sb-notice>
      </div>
      <main class="boards" aria-label="Boards">
        ${repeat(
          hub.boards,
          ([id]) => id,
          ([id, board]) => this.#board(id, board),
        )}
        ${hub.boards.size === 0 ? html`<p class="plain">${this.#emptiness()}</p>` : nothing}
      </main>
      <footer>
        <span>Signalbox ${hub.info?.version}</span>
        <a href="v1/boards">The same as JSON</a>
      </footer>
    `;
  }

  #board(id, board) {
    const { hub } = this;
    return html`<sb-board
      .hub=${hub}
      .boardId=${id}
      .board=${board}
      .kinds=${hub.schema?.kinds}
      .live=${hub.connection.state === "live"}
    ></sb-board>`;
  }

  #emptiness() {
    return this.hub.connection.state === "live"
      ? "This hub has no boards."
      : "The boards appear here as soon as the hub answers.";
  }
}

customElements.define("sb-page", Page);
