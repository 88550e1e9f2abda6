package dev.signalbox.wire.dialect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.signalbox.core.model.Command;
import dev.signalbox.core.model.Outcome;
import dev.signalbox.core.model.Rejection;
import dev.signalbox.testkit.SteppedHub;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds for the answers of every dialect. */
class DialectConformanceTest {
  static Stream<Specimen> all() {
    return Specimens.ALL.stream();
  }

  @TestFactory
  Stream<DynamicTest> exchange_isAsItsGoldenFile() {
    return all()
        .flatMap(specimen ->
            specimen.golden().entrySet().stream()
                .map(entry -> {
                  String file = specimen.name() + "-" + entry.getKey();
                  return DynamicTest.dynamicTest(file, () -> assertGolden(file, entry.getValue()));
                }));
  }

  private static void assertGolden(String file, byte[] bytes) throws IOException {
    try (InputStream golden =
        DialectConformanceTest.class.getResourceAsStream("/golden/dialect/" + file)) {
      String expected =
          golden == null
              ? "no file golden/dialect/" + file
              : new String(golden.readAllBytes(), StandardCharsets.UTF_8);
      assertEquals(expected, new String(bytes, StandardCharsets.UTF_8));
    }
  }

  @ParameterizedTest
  @MethodSource("all")
  void routes_areTheSameThroughoutLife(Specimen specimen) {
    Dialect dialect = specimen.dialect();
    List<Route> before = dialect.routes();
    DialectStage stage = new DialectStage(dialect, SampleBoards.state());
    specimen.follow(stage, DialectStage.ADDRESS);
    specimen.change(stage, 0);
    assertEquals(before, dialect.routes());
  }

  @ParameterizedTest
  @MethodSource("all")
  void routes_arePathsAndMethods(Specimen specimen) {
    for (Route route : specimen.dialect().routes()) {
      assertTrue(route.path().startsWith("/"), route::toString);
      assertFalse(route.methods().isEmpty(), route::toString);
      route.methods().forEach(m -> assertEquals(m.toUpperCase(Locale.ROOT), m));
    }
  }

  @ParameterizedTest
  @MethodSource("all")
  void routes_takeTheirMethodsAndNoOther(Specimen specimen) {
    for (Route route : specimen.dialect().routes()) {
      Set<String> methods = Set.of("GET", "HEAD", "POST", "PUT", "DELETE", "PATCH", "OPTIONS");
      for (String method : methods) {
        // For a route with a star, any path under it; what is not there is another test's.
        String path = route.path().replace("*", "x");
        Answer answer = specimen.stage().ask(Requests.of(method, path, ""));
        Replies.assertSound(answer, specimen.board());
        if (!path.equals(route.path())) {
          continue;
        }
        boolean refused =
            answer instanceof Answer.Reply reply && List.of(404, 405).contains(reply.status());
        assertTrue(refused || route.methods().contains(method), method + " " + path);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("all")
  void page_onlyWhereItIsWanted(Specimen specimen) {
    Request root = Requests.get("/");
    DialectStage without = new DialectStage(specimen.dialect(0, false), SampleBoards.state());
    assertEquals(404, without.reply(root).status());
    assertTrue(specimen.dialect(0, false).routes().stream().noneMatch(route -> route.fits("/")));
    assertTrue(specimen.dialect(0, true).routes().stream().anyMatch(route -> route.fits("/")));
    Answer.Reply page = specimen.stage().reply(root);
    assertEquals(200, page.status());
    assertEquals(Optional.of("text/html; charset=utf-8"), Replies.header(page, "Content-Type"));
    assertTrue(page.body().text().startsWith("<!doctype html>"));
  }

  @ParameterizedTest
  @MethodSource("all")
  void mistake_isRefusedInTheDialectsWords(Specimen specimen) {
    specimen
        .mistakes()
        .forEach((request, status) -> {
          Answer.Reply reply = specimen.stage().reply(request);
          assertEquals(status, reply.status(), request::toString);
          Replies.assertSound(reply, specimen.board());
          assertFalse(reply.body().equals(Payload.EMPTY), request::toString);
        });
  }

  @ParameterizedTest
  @MethodSource("all")
  void command_isCarriedOut(Specimen specimen) {
    for (Request request : specimen.commands()) {
      try (SteppedHub hub = SampleBoards.hub()) {
        DialectStage stage = new DialectStage(specimen.dialect(), hub.state());
        Listener listener = specimen.follow(stage, DialectStage.ADDRESS);
        Answer answer = stage.ask(request);
        Replies.assertSound(answer, specimen.board());
        Answer.Carry carry = assertInstanceOf(Answer.Carry.class, answer);
        Outcome outcome = hub.submit(carry.commands().toArray(Command[]::new));
        assertInstanceOf(Outcome.Accepted.class, outcome, request::toString);
        listener.take();
        stage.apply(hub.changes());
        stage.pass(Duration.ofSeconds(2));
        assertEquals(200, stage.told(carry, outcome).status());
        assertFalse(listener.take().isEmpty(), () -> "nothing was told of " + request);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("all")
  void refusalOfTheEngine_isTold(Specimen specimen) {
    for (Request request : specimen.commands()) {
      for (Rejection rejection : Replies.REJECTIONS) {
        Answer.Reply told = specimen.stage().carried(request, Replies.rejected(rejection));
        boolean later =
            rejection instanceof Rejection.BoardOffline
                || rejection instanceof Rejection.Unavailable;
        assertEquals(later, told.status() == 503, told::toString);
        assertTrue(told.status() >= 400 && !told.body().equals(Payload.EMPTY), told::toString);
      }
    }
  }

  /** Beside the golden files: what may come from outside stays within its text. */
  @ParameterizedTest
  @MethodSource("all")
  void refusalOfTheServer_isToldInTheDialectsWords(Specimen specimen) {
    for (int status : List.of(400, 403, 413, 414, 426, 429, 431, 500, 503)) {
      for (String sentence : List.of("Not so.", "A \"page\" from 'http://a\\b'", "\u2028\0<b>é")) {
        Answer.Reply reply = specimen.stage().refusal(status, sentence);
        Replies.assertSound(reply);
        assertEquals(status, reply.status());
        assertEquals(sentence, specimen.sentence(reply));
        Optional<String> later =
            status == 429 || status == 503 ? Optional.of("1") : Optional.empty();
        assertEquals(later, Replies.header(reply, "Retry-After"));
        assertEquals(alike(specimen), origin(reply), "CORS as on all its other refusals");
      }
    }
  }

  /** What the dialect's refusals say of pages of other origins. */
  private static Optional<String> alike(Specimen specimen) {
    return origin(specimen.stage().reply(specimen.mistakes().keySet().iterator().next()));
  }

  private static Optional<String> origin(Answer.Reply reply) {
    return Replies.header(reply, "Access-Control-Allow-Origin");
  }

  @Test
  void rejections_areAllThere() {
    assertEquals(
        Set.of(Rejection.class.getPermittedSubclasses()),
        Replies.REJECTIONS.stream().map(Object::getClass).collect(Collectors.toSet()));
  }
}
