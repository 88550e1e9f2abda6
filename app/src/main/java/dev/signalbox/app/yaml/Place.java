package dev.signalbox.app.yaml;

/**
 * Where in a file something is.
 *
 * @param line from 1
 * @param column from 1, in characters (Unicode code points)
 */
public record Place(int line, int column) implements Comparable<Place> {
  /** The beginning of a file. */
  public static final Place START = new Place(1, 1);

  @Override
  public int compareTo(Place other) {
    return line != other.line
        ? Integer.compare(line, other.line)
        : Integer.compare(column, other.column);
  }

  @Override
  public String toString() {
    return line + ":" + column;
  }
}
