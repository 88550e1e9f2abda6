package dev.signalbox.wire;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;

/** How the values of the native protocol become bytes. The shapes and names are the same in all. */
public enum Encoding {
  /** JSON (RFC 8259) in UTF-8. */
  JSON("application/json", "application/problem+json", "application/merge-patch+json") {
    @Override
    public @Nullable Object read(byte[] bytes) throws MalformedException {
      return Json.read(bytes);
    }

    @Override
    byte[] write(Writing writing) {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream(256);
      try (JsonGenerator json = Json.generator(bytes)) {
        writing.to(json);
      } catch (IOException impossible) {
        throw new UncheckedIOException(impossible);
      }
      return bytes.toByteArray();
    }
  },

  /**
   * CBOR (RFC 8949). A problem has no media type of its own: {@code application/problem+cbor} is
   * another format, that of RFC 9290.
   */
  CBOR("application/cbor", "application/cbor", "application/merge-patch+cbor") {
    @Override
    public @Nullable Object read(byte[] bytes) throws MalformedException {
      return CborReader.read(bytes);
    }

    @Override
    byte[] write(Writing writing) {
      try (CborGenerator cbor = new CborGenerator()) {
        writing.to(cbor);
        return cbor.bytes();
      } catch (IOException impossible) {
        throw new UncheckedIOException(impossible);
      }
    }
  };

  /** Writes one value. */
  @FunctionalInterface
  interface Writing {
    void to(JsonGenerator json) throws IOException;
  }

  private final String mediaType;
  private final String problemType;
  private final String patchType;

  Encoding(String mediaType, String problemType, String patchType) {
    this.mediaType = mediaType;
    this.problemType = problemType;
    this.patchType = patchType;
  }

  /** The media type of values in this encoding. */
  public String mediaType() {
    return mediaType;
  }

  /** The media type of problems (RFC 9457) in this encoding. */
  public String problemType() {
    return problemType;
  }

  /** The media type of merge patches (RFC 7396) in this encoding. */
  public String patchType() {
    return patchType;
  }

  /**
   * Reads one value, and nothing after it, as plain values: {@code Map}, {@code List}, {@code
   * String}, {@code Long}, {@code Double}, {@code Boolean} and null. The bounds are the same in all
   * encodings.
   */
  public abstract @Nullable Object read(byte[] bytes) throws MalformedException;

  /** The bytes of a plain value. */
  public byte[] of(@Nullable Object value) {
    return write(json -> Json.plain(json, value));
  }

  abstract byte[] write(Writing writing);
}
