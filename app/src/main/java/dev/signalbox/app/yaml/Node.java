package dev.signalbox.app.yaml;

import java.util.List;
import java.util.Optional;

/** A value in a YAML file, and where it is. */
public sealed interface Node {
  /** Where it begins. */
  Place place();

  /**
   * A single value.
   *
   * @param text without quotes and escapes
   * @param plain whether it had no quotes, so that it can be a number, true, false or nothing
   */
  record Scalar(Place place, String text, boolean plain) implements Node {
    /** Whether it is the absence of a value. */
    public boolean isNothing() {
      return plain && (text.isEmpty() || text.equals("~") || text.equalsIgnoreCase("null"));
    }

    /** Whether YAML takes it for a number or a truth value and not for text. */
    public boolean isNotText() {
      return plain && PlainScalars.isNotText(text);
    }
  }

  /**
   * A list.
   *
   * @param whole whether all of it could be read; a mistake in the syntax ends the reading
   */
  record Sequence(Place place, List<Node> items, boolean whole) implements Node {
    public Sequence {
      items = List.copyOf(items);
    }
  }

  /**
   * A mapping.
   *
   * @param entries in the order of the file, each key once
   * @param whole whether all of it could be read; a mistake in the syntax ends the reading
   */
  record Mapping(Place place, List<Entry> entries, boolean whole) implements Node {
    public Mapping {
      entries = List.copyOf(entries);
    }

    /** The entry of that key. */
    public Optional<Entry> entry(String key) {
      return entries.stream().filter(entry -> entry.key().text().equals(key)).findFirst();
    }

    /** The value of that key, where it is a mapping. */
    public Optional<Mapping> mapping(String key) {
      return value(key, Mapping.class);
    }

    /** The value of that key, where it is a scalar. */
    public Optional<Scalar> scalar(String key) {
      return value(key, Scalar.class);
    }

    private <T extends Node> Optional<T> value(String key, Class<T> kind) {
      return entry(key).map(Entry::value).filter(kind::isInstance).map(kind::cast);
    }

    /** What stands in the mapping that is the value of that key, where it is one. */
    public List<Entry> entries(String key) {
      return mapping(key).map(Mapping::entries).orElse(List.of());
    }
  }

  /** Something that a configuration can't have; that is noted already. */
  record Refused(Place place) implements Node {}

  /** A key and its value. */
  record Entry(Scalar key, Node value) {}
}
