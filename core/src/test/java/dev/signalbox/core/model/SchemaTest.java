package dev.signalbox.core.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.signalbox.core.model.Schema.Origin;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SchemaTest {
  private static final Output OUTPUT = new Output("Lamp", 3, true, 80, 250, 17);

  /** One part of each kind, with no value that is the initial one. */
  static Stream<Part> parts() {
    return Stream.of(
        new Counter("C", 7, 2, 20),
        new Display("D", "12", false, 3),
        new Led("L", true),
        new Switch("S", true, true),
        new Sensor("T", 1.5, "°C", 1.25),
        OUTPUT,
        new Chase("R", Members.of("b", "a"), 40, false, 99),
        new Text("N", "x", true),
        new Button("B"));
  }

  private static <P extends Part> P done(Patched<P> patched) {
    return switch (patched) {
      case Patched.Done<P> done -> done.part();
      case Patched.Refused<P> refused -> throw new AssertionError(refused.toString());
    };
  }

  private static Set<Violation> violations(Patched<? extends Part> patched) {
    Patched.Refused<?> refused = assertInstanceOf(Patched.Refused.class, patched);
    Set<Violation> violations = new HashSet<>(refused.violations());
    assertEquals(refused.violations().size(), violations.size(), "one of them twice");
    return violations;
  }

  @ParameterizedTest
  @MethodSource("parts")
  void make_ofAllItsValues_isThePartAgain(Part part) {
    Map<String, Object> values = part.schema().values(part);
    assertEquals(part, done(part.schema().make(values, Origin.BOARD)));
    assertEquals(
        part.schema().properties().stream().map(Property::name).toList(),
        List.copyOf(values.keySet()));
  }

  @ParameterizedTest
  @MethodSource("parts")
  void differing_fromTheInitialPart_namesEveryPropertyThatDiffers(Part part) {
    Map<String, Object> required =
        part instanceof Chase ? Map.of("members", List.of("c")) : Map.of();
    Part initial = done(part.schema().make(required, Origin.COMMAND));
    assertEquals(part.schema().values(part).keySet(), part.schema().differing(initial, part));
    assertEquals(Set.of(), part.schema().differing(part, part));
  }

  @ParameterizedTest
  @MethodSource("parts")
  void patch_withNothing_changesNothing(Part part) {
    assertEquals(
        new Patched.Done<>(part, Set.of()), part.schema().patch(part, Map.of(), Origin.COMMAND));
  }

  @ParameterizedTest
  @MethodSource("parts")
  void patch_null_isRefusedForEveryProperty(Part part) {
    Map<String, Object> nothing = new HashMap<>();
    part.schema().properties().forEach(property -> nothing.put(property.name(), null));
    Patched<? extends Part> patched = part.schema().patch(part, nothing, Origin.BOARD);
    assertEquals(nothing.size(), violations(patched).size());
  }

  @ParameterizedTest
  @MethodSource("parts")
  void patch_byACommand_setsWritablePropertiesOnly(Part part) {
    for (Property<?, ?> property : part.schema().properties()) {
      Map<String, Object> same = Map.of(property.name(), values(part).get(property.name()));
      Patched<? extends Part> patched = part.schema().patch(part, same, Origin.COMMAND);
      // The parts of this test fulfil every condition under which something is writable.
      if (property.access().writable()) {
        assertEquals(new Patched.Done<>(part, Set.of()), patched);
      } else {
        String value = String.valueOf(same.get(property.name()));
        assertEquals(
            Set.of(new Violation(property.name(), value, "is read-only")), violations(patched));
      }
    }
  }

  private static Map<String, Object> values(Part part) {
    return part.schema().values(part);
  }

  @Test
  void patch_namesWhatDiffersAndOnlyThat() {
    Map<String, Object> patch = new LinkedHashMap<>();
    patch.put("blink", 300);
    patch.put("brightness", 80.0);
    patch.put("name", "Light");
    assertEquals(
        new Patched.Done<>(new Output("Light", 3, true, 80, 300, 17), Set.of("name", "blink")),
        Output.SCHEMA.patch(OUTPUT, patch, Origin.COMMAND));
  }

  @Test
  void patch_saysAllThatIsWrongAtOnce() {
    Map<String, Object> patch = new HashMap<>();
    patch.put("brightness", 101);
    patch.put("blink", 9);
    patch.put("pin", 4);
    patch.put("active", null);
    patch.put("name", "fine");
    assertEquals(
        Set.of(
            new Violation("brightness", "101", "must be a whole number from 0 to 100"),
            new Violation("blink", "9", "must be a whole number from 10 to 65535, or 0 for off"),
            new Violation("pin", "4", "is read-only"),
            new Violation("active", "null", "must be true or false")),
        violations(Output.SCHEMA.patch(OUTPUT, patch, Origin.COMMAND)));
  }

  @Test
  void patch_ofAnUnknownProperty_saysWhichThereAre() {
    for (Origin origin : Origin.values()) {
      Violation violation =
          violations(Output.SCHEMA.patch(OUTPUT, Map.of("Blink", 10), origin)).iterator().next();
      assertEquals("Blink", violation.property());
      assertTrue(violation.rule().startsWith("is unknown"), violation::rule);
      assertTrue(violation.rule().contains("brightness, blink, since"), violation::rule);
    }
  }

  @Test
  void patch_byTheBoard_setsReadOnlyPropertiesWithinTheirRules() {
    assertEquals(
        new Patched.Done<>(new Output("Lamp", 4, true, 80, 250, 17), Set.of("pin")),
        Output.SCHEMA.patch(OUTPUT, Map.of("pin", 4), Origin.BOARD));
    assertEquals(
        Set.of(new Violation("pin", "-1", "must be a whole number from 0 to 65535")),
        violations(Output.SCHEMA.patch(OUTPUT, Map.of("pin", -1), Origin.BOARD)));
  }

  @Test
  void patch_writableOnACondition_asThePartWasBefore() {
    Map<String, Object> press = Map.of("pressed", true);
    Switch real = new Switch("S", false, false);
    Set<Violation> readOnly =
        Set.of(new Violation("pressed", "true", "is read-only on a part that is not simulated"));
    assertEquals(readOnly, violations(Switch.SCHEMA.patch(real, press, Origin.COMMAND)));
    assertEquals(
        new Switch("S", true, false), done(Switch.SCHEMA.patch(real, press, Origin.BOARD)));
    assertEquals(
        new Switch("S", true, true),
        done(Switch.SCHEMA.patch(new Switch("S", false, true), press, Origin.COMMAND)));
    assertEquals(
        Set.of(new Violation("value", "x", "is read-only on a part that is not editable")),
        violations(
            Text.SCHEMA.patch(new Text("T", "", false), Map.of("value", "x"), Origin.COMMAND)));
  }

  @Test
  void patch_settingTheCondition_doesNotOpenTheDoor() {
    Map<String, Object> both = Map.of("pressed", true, "simulated", true);
    assertEquals(
        Set.of("pressed", "simulated"),
        Set.copyOf(
            violations(Switch.SCHEMA.patch(new Switch("S", false, false), both, Origin.COMMAND))
                .stream()
                .map(Violation::property)
                .toList()));
  }
}
