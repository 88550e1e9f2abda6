package dev.signalbox.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Right JSON that can't be done: 409, 412 and 422, each property named with value and rule. */
final class RefusedContentTest {
  private static final String OUT1 = "/v1/boards/yard/parts/out1";

  private static ServedHub hub;

  @BeforeAll
  static void start() {
    hub = new ServedHub(ServedHub.settings(ServedHub.generous()));
  }

  @AfterAll
  static void stop() {
    hub.close();
  }

  /** In {@code json}, {@code '} stands for {@code "}. */
  private static String json(String json) {
    return json.replace('\'', '"');
  }

  private static void violates(Doc problem, String property, String value, String rule) {
    Doc violation = problem.at("violations").item(0);
    assertEquals(property, violation.at("property").text());
    assertEquals(value, violation.at("value").text());
    assertEquals(rule, violation.at("rule").text());
    assertEquals(1, problem.at("violations").items().size());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "yard/parts/out1 | {'active':'yes'} | active | yes | must be true or false",
        "yard/parts/out1 | {'active':1} | active | 1 | must be true or false",
        "toggle/parts/led | {'lit':null} | lit | null | must be true or false",
        "yard/parts/out1 | {'brightness':-1} | brightness | -1 | must be a whole number from 0 to"
            + " 100",
        "yard/parts/out1 | {'brightness':101} | brightness | 101 | must be a whole number from 0 to"
            + " 100",
        "yard/parts/out1 | {'brightness':0.5} | brightness | 0.5 | must be a whole number from 0 to"
            + " 100",
        "yard/parts/out1 | {'brightness':'5'} | brightness | 5 | must be a whole number from 0 to"
            + " 100",
        "yard/parts/out1 | {'brightness':1e999} | brightness | Infinity | must be a whole number"
            + " from 0 to 100",
        "yard/parts/out1 | {'blink':9} | blink | 9 | must be a whole number from 10 to 65535, or 0"
            + " for off",
        "yard/parts/out1 | {'blink':65536} | blink | 65536 | must be a whole number from 10 to"
            + " 65535, or 0 for off",
        "yard/parts/out1 | {'pin':5} | pin | 5 | is read-only",
        "yard/parts/out1 | {'since':5} | since | 5 | is read-only",
        "yard/parts/out1 | {'lit':true} | lit | true | is unknown; the kind output has name, pin,"
            + " active, brightness, blink, since",
        "yard/parts/out1 | {'kind':'led'} | kind | led | is unknown; the kind output has name, pin,"
            + " active, brightness, blink, since",
        "yard/parts/out1 | {'name':5} | name | 5 | must be text",
        "yard/parts/out1 | {'name':{'a':[1]}} | name | {a=[1]} | must be text",
        "yard/parts/out1 | {'name':'a\\u0007b'} | name | a\u0007b | must not have control"
            + " characters or broken surrogates",
        "counter/parts/counter | {'value':2147483648} | value | 2147483648 | must be a whole number"
            + " from -2147483648 to 2147483647",
        "counter/parts/counter | {'step':2} | step | 2 | is read-only",
        "toggle/parts/real | {'pressed':true} | pressed | true | is read-only on a part that is not"
            + " simulated",
        "toggle/parts/switch | {'simulated':false} | simulated | false | is read-only",
        "far/parts/sensor | {'value':2} | value | 2 | is read-only",
        "yard | {'kind':'x'} | kind | x | is unknown or read-only; a board has a name",
        "yard | {'name':''} | name | `` | must be text of 1 to 40 characters",
        "yard | {'name':null} | name | null | must be text of 1 to 40 characters",
      })
  void patch_wrong(String where, String body, String property, String value, String rule) {
    Ask ask = Ask.patch("/v1/boards/" + where, json(body));
    violates(Refused.ask(hub, ask, 422, "invalid"), property, value, rule);
  }

  @Test
  void patch_nameOfTooManyCharacters() {
    String emoji = "a" + "\ud83d\ude00".repeat(40);
    Doc problem = Refused.ask(hub, Ask.patch(OUT1, "{\"name\":\"" + emoji + "\"}"), 422, "invalid");
    assertEquals(
        "must be at most 40 characters", problem.at("violations").item(0).at("rule").text());
    String fits = "\ud83d\ude00".repeat(40);
    Ask ask = Ask.patch(OUT1, "{\"name\":\"" + fits + "\"}");
    assertEquals(fits, hub.ask(ask).expect(200).json().at("name").text());
  }

  /** A lone surrogate can be written in JSON, but not in UTF-8. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "PATCH | /v1/boards/yard/parts/out1 | {'name':'\\ud800'}",
        "PATCH | /v1/boards/yard/parts/out1 | {'name':'\\udc00x'}",
        "PATCH | /v1/boards/yard/parts/out1 | {'\\ud83d':1}",
        "PATCH | /v1/boards/yard | {'\\ud83d':1}",
        "POST | /v1/boards/yard/parts | {'kind':'\\ud83d','members':['out1']}",
        "POST | /v1/commands | [{'board':'yard','part':'out1','do':'\\ud83d'}]",
        "POST | /v1/commands | [{'board':'\\ud83d','part':'out1','do':'toggle'}]",
      })
  void command_loneSurrogate(String method, String path, String body) {
    Ask ask = Ask.of(method, path, json(body));
    Answer answer = Refused.nothingChangesBy(hub, () -> hub.ask(ask));
    assertEquals(4, answer.status() / 100);
    assertEquals("application/problem+json", answer.header("content-type").orElseThrow());
  }

  @Test
  void patch_everyViolationIsNamed() {
    String body = "{'active':'x','brightness':900,'pin':1,'nonsense':2,'name':'fine'}";
    Doc problem = Refused.ask(hub, Ask.patch(OUT1, json(body)), 422, "invalid");
    List<String> named = new ArrayList<>();
    for (int i = 0; i < problem.at("violations").items().size(); i++) {
      named.add(problem.at("violations").item(i).at("property").text());
    }
    assertEquals(List.of("active", "brightness", "pin", "nonsense"), named);
    String detail = problem.at("detail").text();
    named.forEach(name -> assertFalse(detail.indexOf("'" + name + "'") < 0, detail));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{'kind':'chase'} | members | missing | must be given",
        "{'kind':'chase','members':[]} | members | [] | must be 1 to 8 ids of outputs, each once",
        "{'kind':'chase','members':['out1','out1']} | members | [out1, out1] | must be 1 to 8 ids"
            + " of outputs, each once",
        "{'kind':'chase','members':'out1'} | members | out1 | must be 1 to 8 ids of outputs, each"
            + " once",
        "{'kind':'chase','members':['out9']} | members | out9 | is no output of board 'yard'",
        "{'kind':'chase','members':['out1'],'interval':9} | interval | 9 | must be a whole number"
            + " from 10 to 65535",
        "{'kind':'chase','members':['out1'],'since':9} | since | 9 | is read-only",
        "{'members':['out1']} | kind | missing | must be text",
        "{'kind':7} | kind | 7 | must be text"
      })
  void make_wrong(String body, String property, String value, String rule) {
    Ask ask = Ask.post("/v1/boards/yard/parts", json(body));
    violates(Refused.ask(hub, ask, 422, "invalid"), property, value, rule);
  }

  @ParameterizedTest
  @CsvSource({
    "POST, /v1/boards/counter/parts/counter/toggle",
    "POST, /v1/boards/far/parts/sensor/toggle",
    "POST, /v1/boards/yard/parts/out1/press",
    "POST, /v1/boards/toggle/parts/led/press",
    "POST, /v1/boards/toggle/parts/real/press",
    "DELETE, /v1/boards/yard/parts/out1",
    "DELETE, /v1/boards/toggle/parts/led"
  })
  void act_notPossible(String method, String path) {
    Refused.ask(hub, Ask.of(method, path), 422, "not-possible");
  }

  @Test
  void make_kindThatCannotBeMade() {
    for (String kind : new String[] {"output", "unicorn", ""}) {
      Ask ask = Ask.post("/v1/boards/yard/parts", "{\"kind\":\"" + kind + "\"}");
      Refused.ask(hub, ask, 422, "not-possible");
    }
    Ask elsewhere = Ask.post("/v1/boards/toggle/parts", json("{'kind':'chase','members':['led']}"));
    Refused.ask(hub, elsewhere, 422, "not-possible");
  }

  @Test
  void make_groupsUsedUp() {
    for (int i = 1; i <= 4; i++) {
      String body = json("{'kind':'chase','members':['out" + i + "']}");
      hub.ask(Ask.post("/v1/boards/yard/parts", body)).expect(201);
    }
    String fifth = json("{'kind':'chase','members':['out5']}");
    Refused.ask(hub, Ask.post("/v1/boards/yard/parts", fifth), 409, "conflict");
    for (int i = 1; i <= 4; i++) {
      hub.ask(Ask.of("DELETE", "/v1/boards/yard/parts/chase" + i)).expect(204);
    }
  }

  @Test
  void ifMatch_changedSince() {
    String old = hub.ask(Ask.get(OUT1)).etag();
    hub.ask(Ask.of("POST", OUT1 + "/toggle")).expect(200);
    for (String tag :
        new String[] {old, "W/" + old, "\"other.1\"", "nonsense", "\"\"", old + ", \"x.9\""}) {
      for (Ask ask :
          new Ask[] {
            Ask.patch(OUT1, "{\"brightness\":5}"),
            Ask.of("POST", OUT1 + "/toggle"),
            Ask.of("DELETE", OUT1)
          }) {
        Refused.ask(hub, ask.header("If-Match", tag), 412, "changed-since");
      }
    }
    String now = hub.ask(Ask.get(OUT1)).etag();
    hub.ask(Ask.patch(OUT1, "{\"brightness\":6}").header("If-Match", now)).expect(200);
    hub.ask(Ask.patch(OUT1, "{\"brightness\":7}").header("If-Match", "*")).expect(200);
  }

  @Test
  void key_reusedForSomethingElse() {
    Ask first = Ask.patch(OUT1, "{\"brightness\":11}").header("Idempotency-Key", "once");
    hub.ask(first).expect(200);
    Ask other = Ask.patch(OUT1, "{\"brightness\":12}").header("Idempotency-Key", "once");
    Refused.ask(hub, other, 422, "key-reused");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "[] | commands | 0 | must have 1 to 100 commands",
        "[{'board':'yard','part':'out1'}] | set | null | or 'do' must be given, one of them",
        "[{'board':'yard','part':'out1','do':'toggle','set':{}}] | set | {} | or 'do' must be"
            + " given, one of them",
        "[{'board':'yard','part':'out1','do':'explode'}] | do | explode | must be 'toggle' or"
            + " 'press'",
        "[{'board':'yard','do':'toggle'}] | part | missing | must be text",
        "[{'board':7,'part':'out1','do':'toggle'}] | board | 7 | must be text",
        "[{'part':'out1','do':'toggle'}] | board | missing | must be text",
        "[{'board':'yard','part':'out1','set':5}] | set | 5 | must be an object",
        "[{'board':'yard','part':'out1','do':'toggle','key':'k'}] | key | k | is unknown; there are"
            + " board, part, set, do",
      })
  void commands_wrong(String body, String property, String value, String rule) {
    Ask ask = Ask.post("/v1/commands", json(body));
    violates(Refused.ask(hub, ask, 422, "invalid"), property, value, rule);
  }

  @Test
  void commands_tooMany() {
    String one = json("{'board':'yard','part':'out1','do':'toggle'}");
    String body = "[" + one + ("," + one).repeat(100) + "]";
    violates(
        Refused.ask(hub, Ask.post("/v1/commands", body), 422, "invalid"),
        "commands",
        "101",
        "must have 1 to 100 commands");
  }
}
