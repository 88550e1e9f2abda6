package dev.signalbox.wire.dialect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.signalbox.core.model.Command;
import dev.signalbox.core.model.PartId;
import dev.signalbox.core.model.Rejection;
import dev.signalbox.wire.dialect.RailHubSettings.Variant;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RailHubRequestTest {
  private final DialectStage stage = new RailHubSpecimen(Variant.ESP8266).stage();

  private Answer.Carry carried(String api, String body) {
    return assertInstanceOf(Answer.Carry.class, stage.ask(RailHubSpecimen.post(api, body)));
  }

  private Map<String, @Nullable Object> set(String api, String body) {
    Command command = carried(api, body).commands().getFirst();
    return switch (command) {
      case Command.SetPart set -> set.set();
      case Command.PutPart put -> put.set();
      default -> throw new AssertionError(command);
    };
  }

  private static String done(Answer.Carry carry) {
    return Replies.told(carry, Replies.ACCEPTED).body().text();
  }

  private static Map<String, @Nullable Object> map(Object... entries) {
    Map<String, @Nullable Object> map = new LinkedHashMap<>();
    for (int i = 0; i < entries.length; i += 2) {
      map.put(entries[i].toString(), entries[i + 1]);
    }
    return map;
  }

  @Test
  void control_setsBothTogether() {
    Answer.Carry carry = carried("control", "{\"pin\":5,\"active\":true,\"brightness\":75}");
    assertEquals(
        List.of(
            new Command.SetPart(
                SampleBoards.YARD, new PartId("out2"), map("active", true, "brightness", 75))),
        carry.commands());
    assertEquals("{\"status\":\"ok\"}", done(carry));
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0",
    "100, 100",
    "-1, 0",
    "101, 100",
    "-1e400, 0",
    "1e400, 100",
    "75.9, 75",
    "0.9, 0",
    "99999999999999999999, 100",
    "-2147483649, 0",
    "2147483748, 100",
    "null, 100"
  })
  void brightness_isClampedAndCut(String given, int brightness) {
    String body = "{\"pin\":4,\"active\":false,\"brightness\":" + given + "}";
    assertEquals(map("active", false, "brightness", brightness), set("control", body));
  }

  @Test
  void brightness_leftOut() {
    assertEquals(
        map("active", true, "brightness", 100), set("control", "{\"active\":true,\"pin\":4}"));
  }

  @Test
  void pin_asAFraction() {
    assertEquals(
        map("active", true, "brightness", 100), set("control", "{\"pin\":4.0,\"active\":true}"));
  }

  @Test
  void fields_thatMeanNothing() {
    String body = "{\"pin\":4,\"active\":true,\"x\":[{}],\"api\":\"reset\",\"id\":{}}";
    assertEquals(map("active", true, "brightness", 100), set("control", body));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Station Light        | Station Light",
        "'  Station Light \t'  | Station Light",
        "12345678901234567890 | 12345678901234567890",
        "123456789012345678901| 12345678901234567890",
        "'1234567890123456789 1' | 1234567890123456789",
        "\\u0000A\\nB\\u007f\\u0085\\r | AB",
        "\\ud83d\\ude82\\ud83d | \ud83d\ude82",
        "\\ude82\\ud83dA | A",
        "1234567890123456789\\ud83d\\ude82 | 1234567890123456789\ud83d\ude82",
        "12345678901234567890\\ud83d\\ude82 | 12345678901234567890",
        "\\u2003A\\u2003 | A",
        "<b>\\\"&</b> | '<b>\"&</b>'"
      })
  void name_isTrimmedAndCut(String given, String name) {
    String escaped = given.replace("\t", "\\t");
    assertEquals(map("name", name), set("name", "{\"pin\":4,\"name\":\"" + escaped + "\"}"));
    assertEquals(
        map("name", name), set("chasing/name", "{\"groupId\":3,\"name\":\"" + escaped + "\"}"));
    String create = "{\"groupId\":3,\"interval\":300,\"outputs\":[4],\"name\":\"" + escaped + "\"}";
    assertEquals(name, set("chasing/create", create).get("name"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "   ", "\\u0000", "\\ud800", "\\n \\t"})
  void name_emptyRemoves(String given) {
    assertEquals(map("name", null), set("name", "{\"pin\":4,\"name\":\"" + given + "\"}"));
    assertEquals(
        map("name", null), set("chasing/name", "{\"groupId\":3,\"name\":\"" + given + "\"}"));
    String create = "{\"groupId\":7,\"interval\":300,\"outputs\":[4],\"name\":\"" + given + "\"}";
    assertEquals("Group 7", set("chasing/create", create).get("name"));
  }

  @Property
  void name_isOneThatTheEngineTakes(@ForAll @StringLength(max = 60) String given) {
    String name = RailHubName.cleaned(given);
    assertTrue(name.codePointCount(0, name.length()) <= 20);
    assertEquals(name, name.strip());
    assertTrue(
        name.codePoints()
            .noneMatch(one ->
                Character.isISOControl(one) || Character.getType(one) == Character.SURROGATE));
    assertEquals(name, RailHubName.cleaned(name));
  }

  @ParameterizedTest
  @CsvSource({"0, 0", "0.0, 0", "10, 10", "65535, 65535", "500.0, 500", "-0, 0", "1e3, 1000"})
  void interval_inRange(String given, int blink) {
    Answer.Carry carry = carried("interval", "{\"pin\":4,\"interval\":" + given + "}");
    assertEquals(
        List.of(new Command.SetPart(SampleBoards.YARD, new PartId("out1"), map("blink", blink))),
        carry.commands());
    assertEquals("{\"success\":true}", done(carry));
  }

  @Test
  void create_ofEightInTheOrderGiven() {
    String body =
        "{\"groupId\":255,\"interval\":65535,\"outputs\":[15,2,16,14,13,12,5,4],\"name\":\"All\"}";
    Answer.Carry carry = carried("chasing/create", body);
    List<String> members = List.of("out8", "out7", "out6", "out5", "out4", "out3", "out2", "out1");
    assertEquals(
        List.of(
            new Command.PutPart(
                SampleBoards.YARD,
                new PartId("chase255"),
                "chase",
                map("name", "All", "members", members, "interval", 65_535, "running", true))),
        carry.commands());
    assertEquals("{\"success\":true,\"groupId\":255}", done(carry));
  }

  @Test
  void create_withoutAName() {
    String body = "{\"groupId\":12,\"interval\":10,\"outputs\":[4],\"name\":null}";
    assertEquals("Group 12", set("chasing/create", body).get("name"));
    assertEquals("Group 12", set("chasing/create", body.replace(",\"name\":null", "")).get("name"));
  }

  @Test
  void delete_ofAGroup() {
    Answer.Carry carry = carried("chasing/delete", "{\"groupId\":3}");
    assertEquals(
        List.of(new Command.RemovePart(SampleBoards.YARD, new PartId("chase3"))), carry.commands());
    assertEquals("{\"success\":true}", done(carry));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "{}", "anything", "{\"a\""})
  void reset_whateverTheBody(String body) {
    Answer.Carry carry = carried("reset", body);
    assertEquals(List.of(new Command.ResetBoard(SampleBoards.YARD)), carry.commands());
    assertEquals("{\"status\":\"reset_complete\"}", done(carry));
  }

  @Test
  void request_inUtf8WithEveryKindOfSpace() {
    String body = "\r\n\t { \"pin\" : 4 , \"name\" : \"W\u00e4rme\" } \n";
    assertEquals(map("name", "W\u00e4rme"), set("name", body));
  }

  @Test
  void request_inAnotherEncoding() {
    byte[] latin1 = "{\"pin\":4,\"name\":\"W\u00e4rme\"}".getBytes(StandardCharsets.ISO_8859_1);
    Answer.Reply reply = stage.reply(Requests.of("POST", "/api/name", latin1));
    assertEquals("{\"error\":\"Invalid JSON\"}", reply.body().text());
  }

  @Test
  void request_of64Kilobytes() {
    byte[] body = new byte[64 * 1024];
    Arrays.fill(body, (byte) 'a');
    assertEquals(400, stage.reply(Requests.of("POST", "/api/control", body)).status());
    String name = "{\"pin\":4,\"name\":\"" + "n".repeat(65_000) + "\"}";
    assertEquals(map("name", "n".repeat(20)), set("name", name));
  }

  @TestFactory
  Stream<DynamicTest> mistake_isToldByteForByte() {
    return RailHubMistakes.ALL.entrySet().stream()
        .map(entry -> {
          String name = entry.getKey().api() + " " + entry.getKey().body();
          return DynamicTest.dynamicTest(
              name.length() <= 100 ? name : name.substring(0, 100),
              () -> {
                var mistake = entry.getKey();
                Answer.Reply reply =
                    stage.reply(RailHubSpecimen.post(mistake.api(), mistake.body()));
                assertEquals(entry.getValue().status(), reply.status());
                assertEquals(
                    "{\"error\":\"" + entry.getValue().error() + "\"}", reply.body().text());
              });
        });
  }

  @Test
  void refusal_isToldInAFittingWay() {
    String create = "{\"groupId\":0,\"interval\":300,\"outputs\":[4]}";
    String control = "{\"pin\":4,\"active\":true}";
    Rejection full = new Rejection.Conflict("All in use.");
    Rejection gone = new Rejection.NotFound("part 'yard/x'");
    assertEquals(
        "400 {\"error\":\"Group limit reached (max 4)\"}", refused("chasing/create", create, full));
    assertEquals("409 {\"error\":\"All in use.\"}", refused("control", control, full));
    assertEquals("404 {\"error\":\"Output not found\"}", refused("control", control, gone));
    assertEquals(
        "404 {\"error\":\"Group not found\"}", refused("chasing/delete", "{\"groupId\":3}", gone));
    assertEquals("404 {\"error\":\"Board not found\"}", refused("reset", "", gone));
    assertEquals(
        "400 {\"error\":\"It can't.\"}",
        refused("control", control, new Rejection.NotPossible("It can't.")));
    assertEquals(
        "503 {\"error\":\"Board 'yard' is offline: no answer\"}",
        refused("control", control, new Rejection.BoardOffline(SampleBoards.YARD, "no answer")));
  }

  private String refused(String api, String body, Rejection reason) {
    Answer.Reply reply = Replies.told(carried(api, body), Replies.rejected(reason));
    return reply.status() + " " + reply.body().text();
  }
}
