import { LitElement, html, nothing } from "lit";
import { repeat } from "lit/directives/repeat.js";
import { warning } from "./icons.js";
import { ifLive } from "./intents.js";
import { moment } from "./words.js";
import { drawPart } from "./parts/faces.js";
import "./controls/words-control.js";
import "./new-part.js";

const NAME_RULE = { type: "string", maxLength: 40 };
const FEW_OUTPUTS = 2;
const FEW_READINGS = 3;
const SOME_READINGS = 4;

/** One board: its name, whether it is online, and its parts, those of one kind together. */
class Board extends LitElement {
  static properties = {
    hub: { attribute: false },
    boardId: { attribute: false },
    board: { attribute: false },
    kinds: { attribute: false },
    live: { attribute: false },
  };

  createRenderRoot() {
    return this;
  }

  willUpdate() {
    this.dataset.board = this.boardId;
    this.dataset.kind = this.board.kind;
    this.dataset.online = this.board.online !== false;
    this.dataset.size = this.#size();
  }

  render() {
    const { board, boardId } = this;
    return html`
      <section class="board" aria-label=${board.name || boardId}>
        <header>
          <h2>
            <sb-words
              .label=${"Board name"}
              .rule=${NAME_RULE}
              .value=${board.name}
              .fallback=${boardId}
              .send=${this.#rename}
            ></sb-words>
          </h2>
          <span class="id"><span class="hidden">${board.online === false ? "offline" : "online"}, </span>${boardId}</span>
        </header>
        ${board.online === false ? this.#offline() : nothing}
        <div class="groups">${repeat(
          this.#groups(),
          ([kind]) => kind,
          ([kind, parts]) => this.#group(kind, parts),
        )}</div>
        ${this.#makable().map((kind) => this.#maker(kind))}
      </section>
    `;
  }

  #offline() {
    const { offlineSince, offlineReason } = this.board;
    const since = typeof offlineSince === "number" ? ` since ${moment(offlineSince, this.hub.now())}` : "";
    const reason = offlineReason ? `: ${offlineReason}` : "";
    return html`<p class="offline" role="status">
      ${warning}<span><strong>Offline${since}</strong>${reason}. Last known values.</span>
    </p>`;
  }

  #group(kind, parts) {
    return html`<div class="group" data-group=${kind}>${repeat(
      parts,
      ([id]) => id,
      ([id, part]) => this.#part(id, part),
    )}</div>`;
  }

  #part(id, part) {
    const { hub, boardId, board, kinds } = this;
    const still = !this.live || board.online === false;
    return drawPart({
      hub,
      boardId,
      partId: id,
      part,
      parts: board.parts,
      schema: kinds?.[part.kind],
      still,
    });
  }

  #maker(kind) {
    const { hub, boardId, board, kinds } = this;
    return html`<sb-new-part
      .hub=${hub}
      .boardId=${boardId}
      .parts=${board.parts}
      .kind=${kind}
      .schema=${kinds[kind]}
    ></sb-new-part>`;
  }

  #groups() {
    const groups = new Map();
    for (const [id, part] of this.board.parts) {
      groups.set(part.kind, [...(groups.get(part.kind) ?? []), [id, part]]);
    }
    return groups;
  }

  /** Kinds that can be made where the board has what they are made of: a chase needs outputs. */
  #makable() {
    const present = new Set([...this.board.parts.values()].map((part) => part.kind));
    const madeOf = ({ properties }) =>
      Object.values(properties).flatMap((rule) => (rule.type === "array" ? [rule.items] : []));
    return Object.entries(this.kinds ?? {})
      .filter(
        ([, schema]) =>
          schema.makable && madeOf(schema).length > 0 && madeOf(schema).every((kind) => present.has(kind)),
      )
      .map(([kind]) => kind);
  }

  /** How much room it takes: few readings are drawn large, many outputs or readings over the whole width. */
  #size() {
    const counts = new Map([...this.#groups()].map(([kind, parts]) => [kind, parts.length]));
    if (counts.get("output") > FEW_OUTPUTS || counts.get("sensor") > SOME_READINGS) {
      return "full";
    }
    return counts.size === 1 && counts.get("sensor") <= FEW_READINGS ? "few" : "some";
  }

  #rename = (name) => ifLive(this.hub, () => this.hub.renameBoard(this.boardId, name));
}

customElements.define("sb-board", Board);
