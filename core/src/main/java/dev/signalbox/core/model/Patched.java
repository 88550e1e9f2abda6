package dev.signalbox.core.model;

import java.util.List;
import java.util.Set;

/** What became of a part that was patched. */
public sealed interface Patched<P extends Part> {
  /** The part as it then is, and the names of the properties that differ from before. */
  record Done<P extends Part>(P part, Set<String> changed) implements Patched<P> {}

  /** Nothing was done, for these reasons: all of them. */
  record Refused<P extends Part>(List<Violation> violations) implements Patched<P> {}
}
