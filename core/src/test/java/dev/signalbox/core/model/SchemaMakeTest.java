package dev.signalbox.core.model;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.signalbox.core.model.Schema.Origin;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Parts that are made of a schema's initial values. */
class SchemaMakeTest {
  private static Set<Violation> violations(Patched<Chase> patched) {
    return switch (patched) {
      case Patched.Done<Chase> done -> throw new AssertionError(done.toString());
      case Patched.Refused<Chase> refused -> Set.copyOf(refused.violations());
    };
  }

  @Test
  void make_withoutWhatMustBeGiven_saysSoTogetherWithTheRest() {
    assertEquals(
        Set.of(
            new Violation("members", "missing", "must be given"),
            new Violation("interval", "9", "must be a whole number from 10 to 65535"),
            new Violation("since", "1", "is read-only")),
        violations(Chase.SCHEMA.make(Map.of("interval", 9, "since", 1), Origin.COMMAND)));
  }

  @Test
  void make_withNullForWhatMustBeGiven_saysItOnce() {
    Map<String, Object> set = Collections.singletonMap("members", null);
    assertEquals(
        Set.of(new Violation("members", "null", "must be 1 to 8 ids of outputs, each once")),
        violations(Chase.SCHEMA.make(set, Origin.COMMAND)));
  }

  @Test
  void make_fillsInInitialValues() {
    assertEquals(
        new Patched.Done<>(new Chase("", Members.of("a", "b"), 300, true, 0), Set.of("members")),
        Chase.SCHEMA.make(Map.of("members", List.of("a", "b")), Origin.COMMAND));
  }
}
