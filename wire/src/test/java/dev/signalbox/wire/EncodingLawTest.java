package dev.signalbox.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.signalbox.core.model.Change;
import dev.signalbox.core.model.PartAddress;
import dev.signalbox.core.model.Stamp;
import dev.signalbox.core.stream.StreamId;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What is written in one encoding says the same as in the other. */
class EncodingLawTest {
  @Property
  void anyValue_isTheSameInBoth(@ForAll("values") Object value) throws MalformedException {
    Object json = Encoding.JSON.read(Encoding.JSON.of(value));
    byte[] cbor = Encoding.CBOR.of(value);
    assertEquals(json, PlainCbor.read(cbor));
    assertEquals(json, Encoding.CBOR.read(cbor));
    assertEquals(json, Encoding.JSON.read(Encoding.JSON.of(Encoding.CBOR.read(cbor))));
  }

  @Property(tries = 200)
  void anyValue_cutShortOrWithMore_isRefused(@ForAll("values") Object value) {
    byte[] cbor = Encoding.CBOR.of(value);
    for (int length = 0; length < cbor.length; length++) {
      byte[] cut = Arrays.copyOf(cbor, length);
      assertThrows(MalformedCborException.class, () -> Encoding.CBOR.read(cut));
    }
    byte[] more = Arrays.copyOf(cbor, cbor.length + 1);
    assertThrows(MalformedCborException.class, () -> Encoding.CBOR.read(more));
  }

  @Provide
  Arbitrary<Object> values() {
    Arbitrary<String> texts = Arbitraries.strings().excludeChars('\u0000').ofMaxLength(40);
    Arbitrary<Object> plain =
        Arbitraries.oneOf(
            texts.filter(EncodingLawTest::isWhole).map(text -> (Object) text),
            Arbitraries.longs().map(number -> (Object) number),
            Arbitraries.doubles().map(number -> (Object) number),
            Arbitraries.of(true, false));
    return Arbitraries.recursive(
        () -> plain,
        inner ->
            Arbitraries.oneOf(
                inner.list().ofMaxSize(30).map(list -> (Object) list),
                Arbitraries.maps(Arbitraries.strings().alpha().ofMaxLength(9), inner)
                    .ofMaxSize(30)
                    .map(map -> (Object) map)),
        0,
        2);
  }

  private static boolean isWhole(String text) {
    return StandardCharsets.UTF_8.newEncoder().canEncode(text);
  }

  @Test
  void everyMessageOfTheProtocol_isTheSameInBoth() throws MalformedException {
    Map<String, byte[]> json = GoldenFilesTest.messages(Encoding.JSON);
    Map<String, byte[]> cbor = GoldenFilesTest.messages(Encoding.CBOR);
    assertEquals(json.keySet(), cbor.keySet());
    assertTrue(json.size() > 20, json.keySet()::toString);
    for (String name : json.keySet()) {
      byte[] bytes = cbor.get(name);
      assertEquals(Json.read(json.get(name)), PlainCbor.read(bytes), name);
      assertEquals(Json.read(json.get(name)), Encoding.CBOR.read(bytes), name);
      assertTrue(bytes.length < json.get(name).length, name);
    }
  }

  @Test
  void oneChangeOfBrightness_fitsItsBudget() {
    assertTrue(onTheWire(Encoding.JSON) <= 130, () -> onTheWire(Encoding.JSON) + " bytes of JSON");
    assertTrue(onTheWire(Encoding.CBOR) <= 90, () -> onTheWire(Encoding.CBOR) + " bytes of CBOR");
  }

  /** The bytes of a WebSocket frame with a change, after a hundred million before it. */
  private static int onTheWire(Encoding encoding) {
    Change change =
        new Change.PartChanged(
            new Stamp(123_456_789, SampleHub.AT),
            PartAddress.of("yard", "out4"),
            SampleHub.OUT4,
            Set.of("brightness"));
    Optional<StreamId> id = Optional.of(new StreamId(SampleHub.EPOCH, 123_456_789));
    byte[] message = new WebSocketFormat(encoding).change(change, id, 0);
    return message.length + (message.length <= 125 ? 2 : 4);
  }

  @Test
  void commands_sayTheSameInBoth() throws MalformedException, RefusedException {
    for (String text :
        List.of(
            "{\"ping\":123}",
            "{\"ping\":null}",
            "{\"unsubscribe\":true}",
            "{\"subscribe\":{\"boards\":[\"yard\"],\"parts\":[\"out*\"],\"every\":true}}",
            "{\"command\":{\"id\":7,\"board\":\"yard\",\"part\":\"out4\",\"do\":\"toggle\"}}",
            "{\"command\":{\"id\":7,\"board\":\"yard\",\"set\":{\"name\":null},\"key\":\"k\"}}",
            "{\"command\":{\"id\":7,\"board\":\"yard\"}}")) {
      @Nullable Object value = Json.read(text);
      assertEquals(
          ClientMessage.read(text).toString(),
          ClientMessage.read(Encoding.CBOR.of(value)).toString());
    }
  }

  @Property
  void anyBytes_areAMessageOrRefused(@ForAll byte[] bytes) {
    try {
      ClientMessage.read(bytes);
    } catch (RefusedException refused) {
      assertEquals(400, refused.problem().status());
    }
  }
}
