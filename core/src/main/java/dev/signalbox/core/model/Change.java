package dev.signalbox.core.model;

import java.util.Set;

/** What became true, with its place in the one order of everything that became true. */
public sealed interface Change {
  /** Its sequence number and its time. */
  Stamp stamp();

  /** The board that it is about. */
  BoardId board();

  /** Its sequence number, from 1 in every run of the hub. */
  default long sequence() {
    return stamp().sequence();
  }

  /**
   * Properties of a part that was there already.
   *
   * @param part the part as it now is
   * @param properties the names of those that differ from before; never empty
   */
  record PartChanged(Stamp stamp, PartAddress address, Part part, Set<String> properties)
      implements Change {
    @Override
    public BoardId board() {
      return address.board();
    }
  }

  /** A whole part: new, or replacing what was known of it. */
  record PartPut(Stamp stamp, PartAddress address, Part part) implements Change {
    @Override
    public BoardId board() {
      return address.board();
    }
  }

  /** A part is gone. */
  record PartGone(Stamp stamp, PartAddress address) implements Change {
    @Override
    public BoardId board() {
      return address.board();
    }
  }

  /** The board's own properties: all of them, as they now are. */
  record BoardChanged(Stamp stamp, BoardId board, BoardInfo info) implements Change {}
}
