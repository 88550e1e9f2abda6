package dev.signalbox.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.signalbox.wire.Encoding;
import java.util.HexFormat;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** REST in CBOR: the same as in JSON, in other bytes. */
final class CborRestTest {
  private static final String OUT1 = "/v1/boards/yard/parts/out1";

  private static ServedHub hub;

  private RawHttp http;

  @BeforeAll
  static void start() {
    hub = new ServedHub(ServedHub.settings(ServedHub.generous()));
  }

  @AfterAll
  static void stop() {
    hub.close();
  }

  @BeforeEach
  void connect() {
    http = new RawHttp(hub.port());
  }

  @AfterEach
  void leave() {
    http.close();
  }

  private static Ask accepting(Ask ask) {
    return ask.header("Accept", "application/cbor");
  }

  /** A request with a body in CBOR, whose answer is to be in CBOR too. */
  private static Ask inCbor(String method, String path) {
    return accepting(Ask.of(method, path)).header("Content-Type", "application/cbor");
  }

  /** The value in CBOR; {@code '} stands for {@code "}. */
  private static byte[] cbor(String json) {
    return Encoding.CBOR.of(Doc.of(json.replace('\'', '"')).value());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/v1/boards",
        "/v1/boards/yard",
        "/v1/boards/yard/parts/out1",
        "/v1/schema",
        "/health/live",
        "/health/ready"
      })
  void reading_saysTheSame(String path) {
    Answer json = http.ask(Ask.get(path)).expect(200);
    Answer cbor = http.ask(accepting(Ask.get(path))).expect(200);
    assertEquals(json.json(), cbor.cbor());
    assertTrue(cbor.body().length() < json.body().length());
    assertEquals(Optional.of("Accept"), json.header("vary"));
    assertEquals(Optional.of("Accept"), cbor.header("vary"));
    Answer head = http.ask(accepting(Ask.of("HEAD", path))).expect(200);
    assertEquals(cbor.headers(), head.headers());
  }

  @ParameterizedTest
  @ValueSource(strings = {"/v1/boards", "/v1/boards/yard", "/v1/boards/yard/parts/out1"})
  void tags_differByEncoding(String path) {
    String json = http.ask(Ask.get(path)).expect(200).etag();
    String cbor = http.ask(accepting(Ask.get(path))).expect(200).etag();
    assertNotEquals(json, cbor);
    Answer known = http.ask(accepting(Ask.get(path)).header("If-None-Match", cbor)).expect(304);
    assertEquals(cbor, known.etag());
    http.ask(Ask.get(path).header("If-None-Match", json)).expect(304);
    http.ask(accepting(Ask.get(path)).header("If-None-Match", json)).expect(200).cbor();
    http.ask(Ask.get(path).header("If-None-Match", cbor)).expect(200).json();
  }

  @Test
  void ifMatch_takesTheTagOfEitherEncoding() {
    for (boolean asked : new boolean[] {true, false}) {
      String json = http.ask(Ask.get(OUT1)).etag();
      String cbor = http.ask(accepting(Ask.get(OUT1))).etag();
      Ask toggle = accepting(Ask.of("POST", OUT1 + "/toggle"));
      Answer done = http.ask(toggle.header("If-Match", asked ? json : cbor)).expect(200);
      assertEquals(done.etag(), http.ask(accepting(Ask.get(OUT1))).etag());
      for (String old : new String[] {json, cbor}) {
        Answer refused =
            Refused.nothingChangesBy(hub, () -> http.ask(toggle.header("If-Match", old)));
        Answer.checkProblem(refused.expect(412).cbor(), 412, "changed-since");
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"application/cbor", "application/merge-patch+cbor", "Application/CBOR ; x=y"})
  void patch_inCbor(String type) {
    http.ask(Ask.patch(OUT1, "{\"brightness\":5,\"active\":false}")).expect(200);
    Ask ask = inCbor("PATCH", OUT1).header("Content-Type", type);
    Doc part = http.ask(ask, cbor("{'brightness':80,'active':true}")).expect(200).cbor();
    assertEquals(80, part.at("brightness").number());
    assertTrue(part.at("active").flag());
    assertEquals(part, http.ask(Ask.get(OUT1)).json());
  }

  @Test
  void bodyAndAnswer_eachInItsOwnEncoding() {
    Ask ask = Ask.of("PATCH", OUT1).header("Content-Type", "application/cbor");
    assertEquals(
        7, http.ask(ask, cbor("{'brightness':7}")).expect(200).json().at("brightness").number());
    Ask other = accepting(Ask.patch(OUT1, "{\"brightness\":8}"));
    assertEquals(8, http.ask(other).expect(200).cbor().at("brightness").number());
  }

  @Test
  void everyCommand_inCbor() {
    byte[] name = cbor("{'name':'Gärten'}");
    assertEquals(
        "Gärten",
        http.ask(inCbor("PATCH", "/v1/boards/yard"), name).expect(200).cbor().at("name").text());
    byte[] chase = cbor("{'kind':'chase','members':['out1','out2'],'interval':300,'name':'C'}");
    Answer made = http.ask(inCbor("POST", "/v1/boards/yard/parts"), chase).expect(201);
    assertEquals("chase", made.cbor().at("kind").text());
    http.ask(Ask.of("DELETE", made.header("location").orElseThrow())).expect(204);
    byte[] batch =
        cbor(
            "[{'board':'yard','part':'out1','set':{'brightness':9}},"
                + "{'board':'toggle','part':'led','do':'toggle'}]");
    Doc results = http.ask(inCbor("POST", "/v1/commands"), batch).expect(200).cbor();
    assertEquals(2, results.items().size());
    assertEquals(9, results.item(0).at("part", "brightness").number());
    Doc toggled = http.ask(accepting(Ask.of("POST", OUT1 + "/toggle"))).expect(200).cbor();
    assertEquals(toggled, http.ask(accepting(Ask.get(OUT1))).cbor());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "`` | 400 | malformed",
        "a1 | 400 | malformed",
        "a16a627269676874 | 400 | malformed",
        "a16a6272696768746e657373 | 400 | malformed",
        "bf6a6272696768746e65737305 | 400 | malformed",
        "a16a6272696768746e6573730500 | 400 | malformed",
        "bb00ffffffffffffff6a6272696768746e65737305 | 400 | malformed",
        "bbffffffffffffffff6a6272696768746e65737305 | 400 | malformed",
        "a17b7fffffffffffffff6272696768746e65737305 | 400 | malformed",
        "a16a6272696768746e6573739b7fffffffffffffff05 | 400 | malformed",
        "a26a6272696768746e657373056a6272696768746e65737306 | 400 | malformed",
        "a10105 | 400 | malformed",
        "a14161 05 | 400 | malformed",
        "a16a6272696768746e657373c105 | 400 | malformed",
        "c1a16a6272696768746e65737305 | 400 | malformed",
        "a16a6272696768746e657373c24105 | 400 | malformed",
        "a16a6272696768746e657373f97e00 | 400 | malformed",
        "a16a6272696768746e657373f97c00 | 400 | malformed",
        "a16a6272696768746e657373f7 | 400 | malformed",
        "a16a6272696768746e657373f0 | 400 | malformed",
        "a16a6272696768746e657373ff | 400 | malformed",
        "a16a6272696768746e6573731c | 400 | malformed",
        "a1646e616d6562c328 | 400 | malformed",
        "a1646e616d654161 | 400 | malformed",
        "7b226272696768746e657373223a357d | 400 | malformed",
        "05 | 400 | malformed",
        "f6 | 400 | malformed",
        "80 | 400 | malformed",
        "a16a6272696768746e65737363686f74 | 422 | invalid",
        "a16a6272696768746e657373fb4014000000000001 | 422 | invalid",
        "a16a6272696768746e6573731bffffffffffffffff | 422 | invalid",
        "a16a6272696768746e6573733818 | 422 | invalid",
        "a1657368696e6505 | 422 | invalid",
      })
  void badBody_isRefused(String hex, int status, String code) {
    byte[] body = HexFormat.of().parseHex(hex.replace(" ", ""));
    Answer refused = Refused.nothingChangesBy(hub, () -> http.ask(inCbor("PATCH", OUT1), body));
    Answer.checkProblem(refused.expect(status).cbor(), status, code);
    assertEquals(Optional.of("Accept"), refused.header("vary"));
    Ask wanted = inCbor("PATCH", OUT1).header("Accept", "application/json");
    Refused.nothingChangesBy(hub, () -> http.ask(wanted, body)).problem(status, code);
    http.ask(Ask.get(OUT1)).expect(200);
  }

  @Test
  void indefiniteLengths_areTaken() {
    byte[] body = HexFormat.of().parseHex("bf7f66627269676874646e657373ff182aff");
    assertEquals(
        42, http.ask(inCbor("PATCH", OUT1), body).expect(200).cbor().at("brightness").number());
  }

  @Test
  void depth_isBounded() {
    byte[] body = HexFormat.of().parseHex("81".repeat(60_000) + "01");
    Answer refused =
        Refused.nothingChangesBy(hub, () -> http.ask(inCbor("POST", "/v1/commands"), body));
    Answer.checkProblem(refused.expect(400).cbor(), 400, "malformed");
  }

  @Test
  void size_isBounded() {
    byte[] body = new byte[Limits.BODY + 1];
    Answer refused = Refused.nothingChangesBy(hub, () -> http.ask(inCbor("PATCH", OUT1), body));
    Answer.checkProblem(refused.expect(413).cbor(), 413, "too-large");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "GET | /v1/boards/nowhere | 404 | not-found",
        "GET | /v1/boards/yard/parts/nothing | 404 | not-found",
        "GET | /nothing | 404 | not-found",
        "POST | /v1/nothing | 404 | not-found",
        "PUT | /v1/boards | 405 | method-not-allowed",
        "GET | /v1/stream?every=perhaps | 400 | bad-query",
        "PATCH | /v1/boards/yard | 415 | unsupported-media-type",
      })
  void problems_inCborToo(String method, String path, int status, String code) {
    Answer refused = http.ask(accepting(Ask.of(method, path)));
    Answer.checkProblem(refused.expect(status).cbor(), status, code);
  }
}
