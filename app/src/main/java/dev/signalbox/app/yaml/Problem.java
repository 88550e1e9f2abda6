package dev.signalbox.app.yaml;

/**
 * One mistake in a file.
 *
 * @param text what is wrong and, where it can be told, what was meant: a phrase without a full stop
 */
public record Problem(Place place, String text) {
  /** As it is shown to people, for the file of that name. */
  public String in(String file) {
    return file + ":" + place + ": " + text;
  }
}
