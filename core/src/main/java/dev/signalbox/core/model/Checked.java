package dev.signalbox.core.model;

/** What a check of a value from outside came to: the value, or the rule that it breaks. */
public sealed interface Checked<T> {
  /** The value keeps its type's rule. */
  record Valid<T>(T value) implements Checked<T> {}

  /** The value breaks {@code rule}, a phrase such as {@code must be true or false}. */
  record Broken<T>(String rule) implements Checked<T> {}
}
