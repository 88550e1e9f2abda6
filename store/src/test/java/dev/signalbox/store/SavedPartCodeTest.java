package dev.signalbox.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.signalbox.core.model.SavedPart;
import java.io.IOException;
import java.util.Arrays;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class SavedPartCodeTest {
  private static final String KEY = "yard/out1";

  @Property
  void part_encodedAndDecoded_isTheSame(@ForAll("parts") SavedPart part) throws IOException {
    assertEquals(part, SavedPartCode.decode(KEY, SavedPartCode.encode(KEY, part)));
  }

  @Property
  void bytes_withOneOfThemChanged_areRefused(
      @ForAll("parts") SavedPart part,
      @ForAll int place,
      @ForAll @IntRange(min = 1, max = 255) int flip) {
    byte[] bytes = SavedPartCode.encode(KEY, part);
    bytes[Math.floorMod(place, bytes.length)] ^= (byte) flip;

    assertThrows(IOException.class, () -> SavedPartCode.decode(KEY, bytes));
  }

  @Property
  void bytes_cutShort_areRefused(@ForAll("parts") SavedPart part, @ForAll int place) {
    byte[] bytes = SavedPartCode.encode(KEY, part);
    byte[] cut = Arrays.copyOf(bytes, Math.floorMod(place, bytes.length));

    assertThrows(IOException.class, () -> SavedPartCode.decode(KEY, cut));
  }

  @Property
  void bytes_ofAnything_areDecodedOrRefused(@ForAll byte[] bytes) {
    assertThrows(IOException.class, () -> SavedPartCode.decode(KEY, bytes));
  }

  @Test
  void bytes_underAnotherKey_areRefused() {
    byte[] bytes = SavedPartCode.encode(KEY, new SavedPart.Removed());

    assertThrows(IOException.class, () -> SavedPartCode.decode("yard/out2", bytes));
  }

  @Test
  void value_ofAnUnknownType_isRefused() {
    SavedPart part = new SavedPart.Settings("output", Map.of("pin", 'c'));

    assertThrows(IllegalArgumentException.class, () -> SavedPartCode.encode(KEY, part));
  }

  @Provide
  static Arbitrary<SavedPart> parts() {
    Arbitrary<Object> values =
        Arbitraries.oneOf(
            Arbitraries.of(true, false),
            Arbitraries.integers(),
            Arbitraries.longs(),
            Arbitraries.doubles(),
            Arbitraries.strings().ofMaxLength(40),
            Arbitraries.strings().ofMaxLength(10).list().ofMaxSize(8));
    Arbitrary<SavedPart> settings =
        Combinators.combine(
                Arbitraries.strings().alpha().ofLength(5),
                Arbitraries.maps(Arbitraries.strings().alpha().ofMaxLength(10), values)
                    .ofMaxSize(6))
            .as(SavedPart.Settings::new);
    return Arbitraries.oneOf(settings, Arbitraries.just(new SavedPart.Removed()));
  }
}
