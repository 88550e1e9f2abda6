package dev.signalbox.app.run;

/**
 * Which Signalbox this is.
 *
 * @param version such as {@code 1.2.0}
 * @param date when it was built, as text; empty if nobody wrote it down
 */
public record Build(String version, String date) {}
