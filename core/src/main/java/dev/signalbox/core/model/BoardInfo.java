package dev.signalbox.core.model;

/**
 * What a board says of itself, its parts apart.
 *
 * @param name what people call it, 1 to 40 characters
 * @param kind what sort of board it is, such as {@code outputs}
 */
public record BoardInfo(String name, String kind, Link link) {
  /** This board with another link status. */
  public BoardInfo withLink(Link other) {
    return new BoardInfo(name, kind, other);
  }

  /** This board by another name. */
  public BoardInfo withName(String other) {
    return new BoardInfo(other, kind, link);
  }
}
