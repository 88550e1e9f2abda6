package dev.signalbox.server;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.netty.buffer.ByteBuf;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Messages framed for clients that inflate. */
final class DeflatedFramingTest {
  private static byte[] text(int length) {
    return "some text, "
        .repeat(length / 11 + 1)
        .substring(0, length)
        .getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] noise(int length) {
    byte[] noise = new byte[length];
    new Random(length).nextBytes(noise);
    return noise;
  }

  private static byte[] framed(Framing framing, byte[]... messages) {
    try (Message message = new Message(List.of(messages))) {
      ByteBuf buffer = message.framed(framing);
      assertSame(buffer, message.framed(framing), "framed twice");
      byte[] bytes = new byte[buffer.readableBytes()];
      buffer.getBytes(0, bytes);
      return bytes;
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 125, 126, Framing.WORTH_DEFLATING - 1})
  void short_goesAsItIs(int length) {
    byte[] message = text(length);
    assertArrayEquals(framed(Framing.TEXT, message), framed(Framing.TEXT_DEFLATED, message));
    assertArrayEquals(framed(Framing.BINARY, message), framed(Framing.BINARY_DEFLATED, message));
  }

  @ParameterizedTest
  @ValueSource(ints = {Framing.WORTH_DEFLATING, 1_000, 70_000, 5_000_000})
  void long_isDeflatedByItself(int length) {
    byte[] message = text(length);
    byte[] payload = Deflated.payload(message);
    assertEquals(length, Deflated.inflated(new Frame(true, Deflated.TEXT, payload)).bytes().length);
    byte[] one = framed(Framing.TEXT_DEFLATED, message);
    assertEquals((byte) (0x80 | Deflated.TEXT), one[0]);
    assertEquals((byte) (0x80 | Deflated.BINARY), framed(Framing.BINARY_DEFLATED, message)[0]);
    assertTrue(one.length < length / 2, one.length + " of " + length);
    byte[] twice = framed(Framing.TEXT_DEFLATED, message, message);
    assertArrayEquals(one, Arrays.copyOf(twice, one.length));
    assertArrayEquals(one, Arrays.copyOfRange(twice, one.length, twice.length));
  }

  @ParameterizedTest
  @ValueSource(ints = {Framing.WORTH_DEFLATING, 1_000, 70_000})
  void noShorter_goesAsItIs(int length) {
    byte[] message = noise(length);
    assertArrayEquals(framed(Framing.BINARY, message), framed(Framing.BINARY_DEFLATED, message));
  }

  @Test
  void everyLength_comesBack() {
    for (int length = 1; length < 3_000; length += 7) {
      byte[] noise = noise(length);
      byte[] mixed = text(length);
      System.arraycopy(noise, 0, mixed, 0, length / 2);
      assertArrayEquals(mixed, Deflation.ofThread().inflate(Deflated.payload(mixed)));
      byte[] payload = Deflation.ofThread().deflate(mixed);
      if (payload.length < length) {
        Frame frame = new Frame(true, Deflated.BINARY, payload);
        assertArrayEquals(mixed, Deflated.inflated(frame).bytes());
      }
    }
  }

  /** The examples of RFC 7692, section 7.2.3. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "f248cdc9c90700",
        "000500faff48656c6c6f00",
        "f348cdc9c9070000",
        "f24805000000ffffcac9c90700",
      })
  void examplesOfTheRfc_sayHello(String payload) {
    byte[] message = Deflation.ofThread().inflate(HexFormat.of().parseHex(payload));
    assertEquals("Hello", new String(message, StandardCharsets.UTF_8));
  }
}
