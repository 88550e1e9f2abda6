package dev.signalbox.app.yaml;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Turns the bytes of a file into text that a YAML parser can take. */
final class SourceText {
  /** The longest file. */
  static final int MOST_BYTES = 1 << 20;

  private static final char BYTE_ORDER_MARK = '\uFEFF';

  private SourceText() {}

  /** The text; empty if there is none, for reasons that are then noted. */
  static Optional<String> of(byte[] bytes, Problems problems) {
    if (bytes.length > MOST_BYTES) {
      problems.add(Place.START, "the file is longer than 1 MiB");
      return Optional.empty();
    }
    if (isUtf16(bytes)) {
      problems.add(Place.START, "the file is UTF-16; save it as UTF-8");
      return Optional.empty();
    }
    return decoded(bytes, problems)
        .map(text -> text.indexOf(BYTE_ORDER_MARK) == 0 ? text.substring(1) : text)
        .filter(text -> isFit(text, problems));
  }

  private static boolean isUtf16(byte[] bytes) {
    return bytes.length >= 2
        && ((bytes[0] == (byte) 0xFE && bytes[1] == (byte) 0xFF)
            || (bytes[0] == (byte) 0xFF && bytes[1] == (byte) 0xFE));
  }

  private static Optional<String> decoded(byte[] bytes, Problems problems) {
    CharsetDecoder decoder =
        StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    CharBuffer text = CharBuffer.allocate(bytes.length);
    CoderResult result = decoder.decode(ByteBuffer.wrap(bytes), text, true);
    text.flip();
    if (result.isError()) {
      problems.add(endOf(text), "this is not UTF-8; save the file as UTF-8");
      return Optional.empty();
    }
    return Optional.of(text.toString());
  }

  private static boolean isFit(String text, Problems problems) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (isUnfit(c)) {
        problems.add(
            endOf(text.subSequence(0, i)),
            "the control character U+%04X is not allowed".formatted((int) c));
        return false;
      }
    }
    return true;
  }

  /** What YAML 1.2 (chapter 5.1) leaves out; surrogates are in pairs already. */
  private static boolean isUnfit(char c) {
    boolean control = Character.isISOControl(c) && c != '\t' && c != '\n' && c != '\r';
    return (control && c != '\u0085') || c == '\uFFFE' || c == '\uFFFF' || c == BYTE_ORDER_MARK;
  }

  private static Place endOf(CharSequence text) {
    int line = 1;
    int column = 1;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean first = c == '\r' && i + 1 < text.length() && text.charAt(i + 1) == '\n';
      if ((c == '\n' || c == '\r') && !first) {
        line++;
        column = 1;
      } else if (!Character.isLowSurrogate(c) && !first) {
        column++;
      }
    }
    return new Place(line, column);
  }
}
