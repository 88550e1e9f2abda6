package dev.signalbox.app.settings;

import dev.signalbox.app.yaml.Node;
import dev.signalbox.app.yaml.Place;
import dev.signalbox.app.yaml.Problems;
import dev.signalbox.app.yaml.Shown;

/**
 * A value that a file gives for something.
 *
 * @param name the key that it stands under
 * @param at where that key is
 */
public record Spot(String name, Place at, Node node) {
  /** The value of an entry. */
  public static Spot of(Node.Entry entry) {
    return new Spot(entry.key().text(), entry.key().place(), entry.value());
  }

  /** Notes that the value is not what {@code type} allows. */
  void refuse(SettingType<?> type, Problems problems) {
    refuse(type, "", problems);
  }

  /** Notes that the value is not what {@code type} allows, with a hint, which may be empty. */
  void refuse(SettingType<?> type, String hint, Problems problems) {
    if (node instanceof Node.Refused) {
      return;
    }
    String rule = Shown.quoted(name) + " must be " + type.allowed();
    if (isNothing()) {
      problems.add(at, rule + "; it has no value");
    } else {
      problems.add(node.place(), rule + ", not " + Shown.value(node) + hint);
    }
  }

  /** Whether there is no value at all. */
  boolean isNothing() {
    return node instanceof Node.Scalar scalar && scalar.isNothing();
  }
}
