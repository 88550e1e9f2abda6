package dev.signalbox.wire;

import com.fasterxml.jackson.core.Base64Variant;
import com.fasterxml.jackson.core.base.GeneratorBase;
import com.fasterxml.jackson.core.io.IOContext;
import com.fasterxml.jackson.core.json.JsonWriteContext;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Writes one value as CBOR (RFC 8949), through the interface that JSON is written through.
 *
 * <p>All is as short as it can be (section 4.2.1): integers and lengths in the fewest bytes, floats
 * in the shortest form that is exact, maps and arrays with their length. How long one is shows only
 * at its end: a byte is kept free for its head, and what is inside moves up for a longer one.
 */
final class CborGenerator extends GeneratorBase {
  private byte[] bytes = new byte[256];
  private int size;
  private int[] heads = new int[8];
  private int depth;

  CborGenerator() {
    super(0, null, (IOContext) null);
  }

  /** What has been written. */
  byte[] bytes() {
    return Arrays.copyOf(bytes, size);
  }

  @Override
  public void writeStartObject() throws IOException {
    begin();
    _writeContext = _writeContext.createChildObjectContext();
  }

  @Override
  public void writeEndObject() throws IOException {
    end(Cbor.MAP, _writeContext.inObject());
  }

  @Override
  public void writeStartArray() throws IOException {
    begin();
    _writeContext = _writeContext.createChildArrayContext();
  }

  @Override
  public void writeEndArray() throws IOException {
    end(Cbor.ARRAY, _writeContext.inArray());
  }

  private void begin() throws IOException {
    _verifyValueWrite("begin");
    if (depth == heads.length) {
      heads = Arrays.copyOf(heads, 2 * depth);
    }
    heads[depth++] = size;
    put(0);
  }

  private void end(int major, boolean matches) throws IOException {
    if (!matches) {
      _reportError("what ends here has not begun");
    }
    long count = _writeContext.getEntryCount();
    _writeContext = _writeContext.clearAndGetParent();
    int at = heads[--depth];
    int more = headSize(count) - 1;
    room(more);
    System.arraycopy(bytes, at + 1, bytes, at + 1 + more, size - at - 1);
    int end = size + more;
    size = at;
    head(major, count);
    size = end;
  }

  @Override
  public void writeFieldName(String name) throws IOException {
    if (_writeContext.writeFieldName(name) == JsonWriteContext.STATUS_EXPECT_VALUE) {
      _reportError("no name can stand here: " + name);
    }
    text(name);
  }

  @Override
  public void writeString(String text) throws IOException {
    _verifyValueWrite("a text");
    text(text);
  }

  private void text(String text) {
    byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
    head(Cbor.TEXT, utf8.length);
    room(utf8.length);
    System.arraycopy(utf8, 0, bytes, size, utf8.length);
    size += utf8.length;
  }

  @Override
  public void writeNumber(int number) throws IOException {
    writeNumber((long) number);
  }

  @Override
  public void writeNumber(long number) throws IOException {
    _verifyValueWrite("a number");
    head(number < 0 ? Cbor.NEGATIVE : Cbor.UNSIGNED, number < 0 ? ~number : number);
  }

  @Override
  public void writeNumber(double number) throws IOException {
    if (!Double.isFinite(number)) {
      // As in JSON, which has no such numbers.
      writeString(Double.toString(number));
      return;
    }
    _verifyValueWrite("a number");
    float single = (float) number;
    short half = Float.floatToFloat16(single);
    if (single != number) {
      put(Cbor.DOUBLE);
      put(Double.doubleToRawLongBits(number), Double.BYTES);
    } else if (Float.float16ToFloat(half) != single) {
      put(Cbor.SINGLE);
      put(Float.floatToRawIntBits(single), Float.BYTES);
    } else {
      put(Cbor.HALF);
      put(half, Short.BYTES);
    }
  }

  @Override
  public void writeBoolean(boolean flag) throws IOException {
    _verifyValueWrite("a flag");
    put(flag ? Cbor.TRUE : Cbor.FALSE);
  }

  @Override
  public void writeNull() throws IOException {
    _verifyValueWrite("null");
    put(Cbor.NULL);
  }

  private void head(int major, long argument) {
    int length = headSize(argument) - 1;
    if (length == 0) {
      put((major << 5) | (int) argument);
    } else {
      put((major << 5) | (Cbor.ONE_BYTE + Integer.numberOfTrailingZeros(length)));
      put(argument, length);
    }
  }

  private static int headSize(long argument) {
    if (argument < Cbor.ONE_BYTE) {
      return 1;
    }
    return argument <= 0xff ? 2 : argument <= 0xffff ? 3 : argument <= 0xffff_ffffL ? 5 : 9;
  }

  private void put(long value, int length) {
    for (int i = length - 1; i >= 0; i--) {
      put((int) (value >> (8 * i)));
    }
  }

  private void put(int value) {
    room(1);
    bytes[size++] = (byte) value;
  }

  private void room(int more) {
    if (size + more > bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, size + more));
    }
  }

  @Override
  protected void _verifyValueWrite(String what) throws IOException {
    if (_writeContext.writeValue() == JsonWriteContext.STATUS_EXPECT_NAME) {
      _reportError("a name must come before " + what);
    }
  }

  @Override
  public void flush() {}

  @Override
  protected void _releaseBuffers() {}

  // What the protocol has no use for.

  @Override
  public void writeString(char[] text, int offset, int length) throws IOException {
    writeString(new String(text, offset, length));
  }

  @Override
  public void writeNumber(float number) throws IOException {
    writeNumber((double) number);
  }

  @Override
  public void writeNumber(BigInteger number) {
    _reportUnsupportedOperation();
  }

  @Override
  public void writeNumber(BigDecimal number) {
    _reportUnsupportedOperation();
  }

  @Override
  public void writeNumber(String number) {
    _reportUnsupportedOperation();
  }

  @Override
  public void writeRawUTF8String(byte[] text, int offset, int length) {
    _reportUnsupportedOperation();
  }

  @Override
  public void writeUTF8String(byte[] text, int offset, int length) {
    _reportUnsupportedOperation();
  }

  @Override
  public void writeRaw(String text) {
    _reportUnsupportedOperation();
  }

  @Override
  public void writeRaw(String text, int offset, int length) {
    _reportUnsupportedOperation();
  }

  @Override
  public void writeRaw(char[] text, int offset, int length) {
    _reportUnsupportedOperation();
  }

  @Override
  public void writeRaw(char c) {
    _reportUnsupportedOperation();
  }

  @Override
  public void writeBinary(Base64Variant variant, byte[] data, int offset, int length) {
    _reportUnsupportedOperation();
  }
}
