package dev.signalbox.core.model;

/** Names one part within the whole hub. */
public record PartAddress(BoardId board, PartId part) {
  /** The address {@code board/part}. */
  public static PartAddress of(String board, String part) {
    return new PartAddress(new BoardId(board), new PartId(part));
  }

  @Override
  public String toString() {
    return board + "/" + part;
  }
}
