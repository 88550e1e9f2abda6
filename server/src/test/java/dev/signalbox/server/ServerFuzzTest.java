package dev.signalbox.server;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.signalbox.testkit.SpoiledInputs;
import dev.signalbox.wire.Encoding;
import dev.signalbox.wire.Problem;
import dev.signalbox.wire.RefusedException;
import dev.signalbox.wire.dialect.Request.Argument;
import java.net.URLEncoder;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What stands in the head of a request. */
class ServerFuzzTest {
  private static final String EPOCH = "8f3kq0z2m4v7c";
  private static final Set<String> PAGES = Set.of("https://panel.example");
  private static final int OWN_PORT = 8_090;

  private final Guard guard = guard();

  private static Guard guard() {
    Guard guard =
        Guard.of(
            new ServerSettings(
                "0.0.0.0",
                8_080,
                Set.of("hub.example"),
                PAGES,
                ServedHub.streaming(Duration.ofSeconds(15)),
                Limits.DEFAULT));
    guard.own(OWN_PORT);
    return guard;
  }

  @Test
  void keptInputs_spoiled_keepTheLaws() {
    SpoiledInputs.feed(this, 5_000);
  }

  /** What is read is read the same from its own plain spelling. */
  @FuzzTest
  void query(byte[] bytes) throws RefusedException {
    List<Argument> arguments;
    try {
      arguments = Queries.arguments(new String(bytes, UTF_8));
    } catch (RefusedException refused) {
      assertEquals(400, refused.problem().status());
      return;
    }
    assertTrue(arguments.size() <= 32);
    List<String> pairs = new ArrayList<>();
    for (Argument argument : arguments) {
      pairs.add(encoded(argument.name()) + "=" + encoded(argument.value()));
    }
    assertEquals(arguments, Queries.arguments(String.join("&", pairs)));
    Map<String, String> first = Queries.parse(String.join("&", pairs));
    arguments.forEach(argument -> assertTrue(first.containsKey(argument.name())));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, UTF_8);
  }

  /** What a path names can be called by that path only. */
  @FuzzTest
  void path(byte[] bytes) {
    String path = new String(bytes, UTF_8);
    try {
      ApiPath.of(path).ifPresent(read -> assertEquals(path, spelled(read)));
    } catch (RefusedException refused) {
      assertEquals(404, refused.problem().status());
      assertTrue(refused.problem().detail().length() < 100);
    }
  }

  private static String spelled(ApiPath path) {
    return switch (path) {
      case ApiPath.Boards _ -> "/v1/boards";
      case ApiPath.Board named -> "/v1/boards/" + named.board();
      case ApiPath.Parts named -> "/v1/boards/" + named.board() + "/parts";
      case ApiPath.Part named -> "/v1/boards/" + named.board() + "/parts/" + named.part();
      case ApiPath.PartAction named ->
          spelled(new ApiPath.Part(named.board(), named.part()))
              + "/"
              + named.action().name().toLowerCase(Locale.ROOT);
      case ApiPath.Reset named -> "/v1/boards/" + named.board() + "/reset";
      case ApiPath.Commands _ -> "/v1/commands";
      case ApiPath.Schema _ -> "/v1/schema";
      case ApiPath.OpenApi _ -> "/v1/openapi.json";
      case ApiPath.Metrics _ -> "/metrics";
      case ApiPath.Stream _ -> "/v1/stream";
      case ApiPath.Live _ -> "/health/live";
      case ApiPath.Ready _ -> "/health/ready";
    };
  }

  /** {@code Host} in the first line and {@code Origin} in the second; either may be missing. */
  @FuzzTest
  void stranger(byte[] bytes) {
    String[] lines = new String(bytes, UTF_8).split("\n", 2);
    String host = lines[0].equals("-") ? null : lines[0];
    String origin = lines.length < 2 ? null : lines[1];
    Optional<Problem> problem = guard.check(host, origin, null);
    problem.ifPresent(refused -> assertEquals(403, refused.status()));
    if (problem.isEmpty()) {
      assertEquals(Optional.empty(), guard.check(host, null, null), "a page makes a host known");
      assertTrue(isOwn(String.valueOf(host), origin), () -> host + " from " + origin);
    }
  }

  /** Whether a page is configured, or has been loaded from the host that it now asks. */
  private static boolean isOwn(String host, @Nullable String origin) {
    if (origin == null || PAGES.contains(origin.toLowerCase(Locale.ROOT))) {
      return true;
    }
    String lower = origin.toLowerCase(Locale.ROOT);
    int slashes = lower.indexOf("//");
    String authority = lower.substring(slashes + 2).split("[/?#]", 2)[0];
    return slashes >= 0
        && !authority.contains("@")
        && Guard.hostOf(authority).equals(Guard.hostOf(host));
  }

  @FuzzTest
  void entityTag(byte[] bytes) {
    String header = new String(bytes, UTF_8);
    String etag = Etags.of(EPOCH, 12, Encoding.JSON);
    if (Etags.anyMatches(header, etag)) {
      assertTrue(header.contains("*") || header.contains(etag), header);
    }
    OptionalLong since = Etags.unchangedSince(header, EPOCH);
    assertTrue(since.isPresent() || header.contains("*"), header);
    since.ifPresent(sequence -> assertTrue(sequence == -1 || has(header, sequence), header));
  }

  /** Whether the tag of one of the encodings, to the letter, is there. */
  private static boolean has(String header, long sequence) {
    return Stream.of(Encoding.values())
        .anyMatch(encoding -> header.contains(Etags.of(EPOCH, sequence, encoding)));
  }

  /** A request line's URL, and then a header in each line. */
  @FuzzTest
  void handshake(byte[] bytes) {
    SpokenRequest request = SpokenRequest.of(new String(bytes, UTF_8));
    Handshake.isAskedBy(request.asVertx());
    Optional<Problem> fault = Handshake.fault(request.asVertx());
    fault.ifPresent(problem -> assertEquals(400, problem.status()));
    if (fault.isEmpty()) {
      assertEquals("13", request.header("Sec-WebSocket-Version").strip());
      assertEquals(24, request.header("Sec-WebSocket-Key").strip().length());
      assertEquals("", request.header("Transfer-Encoding").strip());
    }
  }
}
