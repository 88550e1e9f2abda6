package dev.signalbox.app.settings;

import dev.signalbox.app.yaml.Node;
import dev.signalbox.app.yaml.Problems;

/** What must hold among the values of a mapping, whatever else is wrong in it. */
@FunctionalInterface
public interface Rule {
  /** Notes what breaks the rule, each at its place. */
  void check(Node.Mapping mapping, Problems problems);
}
