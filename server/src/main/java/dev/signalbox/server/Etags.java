package dev.signalbox.server;

import dev.signalbox.core.stream.StreamId;
import dev.signalbox.wire.Encoding;
import java.util.Arrays;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Entity tags (RFC 9110, section 8.8.3): the id of the last change to what they stand for. They are
 * strong, so those of other encodings than JSON end in its name: what differs in its bytes must not
 * have the same tag.
 */
final class Etags {
  /** A strong tag; the id that it has is in JSON the whole of it. */
  private static final Pattern STRONG = Pattern.compile("\"([^\"]*?)(?:\\+cbor)?\"");

  private Etags() {}

  static String of(String epoch, long sequence, Encoding encoding) {
    String encoded =
        switch (encoding) {
          case JSON -> "";
          case CBOR -> "+cbor";
        };
    return '"' + new StreamId(epoch, sequence).toString() + encoded + '"';
  }

  /** Whether the value of {@code If-None-Match} has {@code etag}, be it as a weak one. */
  static boolean anyMatches(@Nullable String header, String etag) {
    return header != null
        && tags(header)
            .anyMatch(tag -> tag.equals("*") || tag.equals(etag) || tag.equals("W/" + etag));
  }

  /**
   * What {@code If-Match} asks for: the sequence number after which nothing must have changed. It
   * is about the part, so the tag of any encoding says it; but a weak one never does (RFC 9110,
   * section 13.1.1), nor what is no tag.
   *
   * @return empty for no condition; -1 for one that can't hold
   */
  static OptionalLong unchangedSince(@Nullable String header, String epoch) {
    if (header == null || tags(header).anyMatch("*"::equals)) {
      return OptionalLong.empty();
    }
    long newest =
        tags(header)
            .map(STRONG::matcher)
            .filter(Matcher::matches)
            .flatMap(tag -> StreamId.parse(tag.group(1)).stream())
            .filter(id -> id.epoch().equals(epoch))
            .mapToLong(StreamId::sequence)
            .max()
            .orElse(-1);
    return OptionalLong.of(newest);
  }

  private static Stream<String> tags(String header) {
    return Arrays.stream(header.split(",")).map(String::strip);
  }
}
