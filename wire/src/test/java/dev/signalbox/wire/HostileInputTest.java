package dev.signalbox.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.signalbox.core.model.Action;
import dev.signalbox.core.model.BoardId;
import dev.signalbox.core.model.Command;
import dev.signalbox.core.model.PartId;
import dev.signalbox.core.stream.Filter;
import dev.signalbox.core.stream.Subscriber;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What comes from outside is read as what it is, or refused as a value; nothing else. */
class HostileInputTest {
  private static final BoardId YARD = new BoardId("yard");
  private static final PartId OUT4 = new PartId("out4");

  @Property
  void anyBytes_areReadOrRefused(@ForAll byte[] bytes) {
    try {
      CommandReader.setPart(YARD, OUT4, bytes, Encoding.JSON);
    } catch (RefusedException refused) {
      assertTrue(refused.problem().status() >= 400 && refused.problem().status() < 500);
    }
  }

  @Property
  void anyText_isAMessageOrRefused(@ForAll String text) {
    try {
      ClientMessage.read(text);
    } catch (RefusedException refused) {
      assertTrue(refused.problem().status() >= 400 && refused.problem().status() < 500);
    }
  }

  @Property
  void anyQuery_isASubscriptionOrRefused(@ForAll Map<String, String> query, @ForAll String name) {
    Map<String, String> parameters = new java.util.HashMap<>(query);
    parameters.put("boards", name);
    parameters.put("parts", name);
    try {
      Subscription.ofQuery(parameters);
    } catch (RefusedException refused) {
      assertTrue(refused.problem().status() >= 400 && refused.problem().status() < 500);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "{",
        "{\"a\":1,\"a\":2}",
        "{} {}",
        "[1]",
        "7",
        "\"text\"",
        "null",
        "{\"a\":01}",
        "{'a':1}",
        "{\"a\":NaN}",
        "\u0000",
        "{\"a\":\"\u0001\"}",
        "{\"a\":1}x"
      })
  void body_notAJsonObject(String body) {
    RefusedException refused =
        assertThrows(
            RefusedException.class,
            () -> CommandReader.setPart(YARD, OUT4, utf8(body), Encoding.JSON));
    assertEquals(400, refused.problem().status());
  }

  @Test
  void body_nestedTooDeep() {
    String deep = "{\"a\":" + "[".repeat(100_000);
    RefusedException refused =
        assertThrows(
            RefusedException.class,
            () -> CommandReader.setPart(YARD, OUT4, utf8(deep), Encoding.JSON));
    assertEquals(400, refused.problem().status());
    assertTrue(refused.problem().detail().length() < 300, refused.problem().detail());
  }

  @Test
  void body_notUtf8() {
    byte[] broken = {'{', '"', (byte) 0xff, '"', ':', '1', '}'};
    assertThrows(
        RefusedException.class, () -> CommandReader.setPart(YARD, OUT4, broken, Encoding.JSON));
  }

  @Test
  void number_tooLarge() throws RefusedException {
    Command command =
        CommandReader.setPart(
            YARD,
            OUT4,
            utf8("{\"brightness\":1e400,\"blink\":99999999999999999999}"),
            Encoding.JSON);
    Command.SetPart set = assertInstanceOf(Command.SetPart.class, command);
    assertEquals(Double.POSITIVE_INFINITY, set.set().get("brightness"));
    assertEquals(1e20, set.set().get("blink"));
  }

  @Test
  void batch_read() throws RefusedException {
    String body =
        """
        [{"board":"yard","part":"out4","set":{"active":true}},
         {"board":"yard","part":"out4","do":"toggle"},
         {"board":"yard","set":{"name":"Yard"}}]
        """;
    assertEquals(
        List.of(
            new Command.SetPart(YARD, OUT4, Map.of("active", true)),
            new Command.ActOnPart(YARD, OUT4, Action.TOGGLE),
            new Command.SetBoard(YARD, Map.of("name", "Yard"))),
        CommandReader.batch(utf8(body), Encoding.JSON));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[{\"board\":\"yard\",\"part\":\"out4\"}]",
        "[{\"board\":\"yard\",\"part\":\"out4\",\"set\":{},\"do\":\"toggle\"}]",
        "[{\"board\":\"yard\",\"do\":\"toggle\"}]",
        "[{\"board\":\"yard\",\"part\":\"out4\",\"do\":\"explode\"}]",
        "[{\"board\":\"yard\",\"part\":\"out4\",\"set\":[]}]",
        "[{\"board\":7,\"part\":\"out4\",\"do\":\"toggle\"}]",
        "[{\"board\":\"yard\",\"part\":\"out4\",\"do\":\"toggle\",\"when\":1}]",
        "[]"
      })
  void batch_wrongContent(String body) {
    RefusedException refused =
        assertThrows(RefusedException.class, () -> CommandReader.batch(utf8(body), Encoding.JSON));
    assertEquals(422, refused.problem().status());
  }

  @Test
  void batch_tooLong() {
    String one = "{\"board\":\"yard\",\"part\":\"out4\",\"do\":\"toggle\"}";
    String body = "[" + (one + ",").repeat(100) + one + "]";
    RefusedException refused =
        assertThrows(RefusedException.class, () -> CommandReader.batch(utf8(body), Encoding.JSON));
    assertEquals(422, refused.problem().status());
  }

  @Test
  void batch_saysWhichCommandIsAtFault() {
    String body =
        "[{\"board\":\"yard\",\"set\":{}},{\"board\":\"Yard!\",\"part\":\"out4\",\"do\":\"toggle\"}]";
    RefusedException refused =
        assertThrows(RefusedException.class, () -> CommandReader.batch(utf8(body), Encoding.JSON));
    assertEquals(404, refused.problem().status());
    assertEquals(1, refused.problem().index().orElseThrow());
  }

  @Test
  void make_withoutKind() {
    RefusedException refused =
        assertThrows(
            RefusedException.class, () -> CommandReader.makePart(YARD, utf8("{}"), Encoding.JSON));
    assertEquals("kind", refused.problem().violations().getFirst().property());
  }

  @Test
  void message_commandWithoutNumber() {
    assertThrows(
        RefusedException.class,
        () -> ClientMessage.read("{\"command\":{\"board\":\"yard\",\"part\":\"out4\"}}"));
  }

  @Test
  void message_misunderstoodCommandKeepsItsNumber() throws RefusedException {
    ClientMessage message =
        ClientMessage.read(
            "{\"command\":{\"id\":7,\"board\":\"yard\",\"part\":\"out4\",\"do\":\"x\"}}");
    assertEquals(7, assertInstanceOf(ClientMessage.Misunderstood.class, message).id());
  }

  @Test
  void message_keyOf65Characters() throws RefusedException {
    String text =
        "{\"command\":{\"id\":7,\"board\":\"yard\",\"part\":\"out4\",\"do\":\"toggle\",\"key\":\""
            + "k".repeat(65)
            + "\"}}";
    assertInstanceOf(ClientMessage.Misunderstood.class, ClientMessage.read(text));
    assertInstanceOf(
        ClientMessage.Do.class, ClientMessage.read(text.replace("k".repeat(65), "k".repeat(64))));
  }

  @Test
  void message_subscribeWithAllKeys() throws RefusedException {
    ClientMessage message =
        ClientMessage.read(
            "{\"subscribe\":{\"boards\":[\"yard\"],\"parts\":[\"out*\"],\"every\":true,\"since\":\"x\"}}");
    Subscription wanted = assertInstanceOf(ClientMessage.Subscribe.class, message).subscription();
    assertEquals(Subscriber.Mode.EVERY, wanted.mode());
    assertEquals(Optional.of("x"), wanted.since());
    assertTrue(wanted.filter().selects(YARD, OUT4));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"subscribe\":{\"maxRate\":0}}",
        "{\"subscribe\":{\"maxRate\":\"5\"}}",
        "{\"subscribe\":{\"parts\":[\"OUT\"]}}",
        "{\"subscribe\":{\"boards\":\"yard\"}}",
        "{\"subscribe\":{},\"ping\":1}",
        "{\"ping\":{\"a\":1}}",
        "{}"
      })
  void message_refused(String text) {
    assertThrows(RefusedException.class, () -> ClientMessage.read(text));
  }

  @Test
  void query_everything() throws RefusedException {
    Subscription all = Subscription.ofQuery(Map.of());
    assertEquals(Filter.ALL, all.filter());
    assertEquals(Subscriber.Mode.LATEST, all.mode());
    assertEquals(Optional.of("e.7"), all.withSince("e.7").since());
  }

  @Test
  void query_tooManyNames() {
    String names = "a,".repeat(64) + "a";
    assertThrows(RefusedException.class, () -> Subscription.ofQuery(Map.of("boards", names)));
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
