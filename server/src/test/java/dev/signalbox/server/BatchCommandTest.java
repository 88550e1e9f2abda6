package dev.signalbox.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code POST /v1/commands}: all or nothing, as one batch. */
final class BatchCommandTest {
  private static ServedHub hub;
  private long start;

  @BeforeAll
  static void start() {
    hub = new ServedHub(ServedHub.settings(ServedHub.generous()));
  }

  @AfterAll
  static void stop() {
    hub.close();
  }

  @BeforeEach
  void reset() {
    start = hub.reset();
  }

  /** How many changes the test made so far. */
  private long changes() {
    return hub.state().sequence() - start;
  }

  /** In {@code commands}, {@code '} stands for {@code "}. */
  private static Ask batch(String commands) {
    return Ask.post("/v1/commands", commands.replace('\'', '"'));
  }

  @Test
  void batch_overBoards() {
    String commands =
        """
        [{'board':'yard','part':'out1','set':{'active':true,'brightness':7}},
         {'board':'toggle','part':'led','do':'toggle'},
         {'board':'toggle','part':'switch','do':'press'},
         {'board':'yard','set':{'name':'Garden'}},
         {'board':'yard','part':'out1','do':'toggle'}]
        """;
    Answer answer = hub.ask(batch(commands)).expect(200);
    Doc results = answer.json();
    assertEquals(5, results.items().size());
    assertEquals(4, changes());
    for (int i = 0; i < 5; i++) {
      assertTrue(results.item(i).at("accepted").flag());
      assertEquals(hub.id(), results.item(i).at("change").text());
    }
    assertTrue(results.item(0).at("part", "active").flag());
    assertEquals("led", results.item(1).at("part", "kind").text());
    assertEquals("switch", results.item(2).at("part", "kind").text());
    assertTrue(results.item(3).at("part").isMissing());
    assertEquals(7, results.item(4).at("part", "brightness").number());
    assertEquals(List.of("switch"), hub.pressed());
  }

  @Test
  void batch_numbersAreConsecutive() {
    try (Following sse = Transport.SSE.follow(hub, "?every=true")) {
      sse.next("snapshot");
      StringBuilder commands = new StringBuilder("[");
      for (int i = 1; i <= 8; i++) {
        commands.append("{'board':'yard','part':'out").append(i).append("','do':'toggle'},");
      }
      commands.append("{'board':'toggle','part':'led','do':'toggle'}]");
      hub.ask(batch(commands.toString())).expect(200);
      for (int i = 1; i <= 8; i++) {
        Told change = sse.next("change");
        assertEquals(start + i, change.sequence());
        assertEquals("out" + i, change.data().at("part").text());
      }
      assertEquals("led", sse.next("change").data().at("part").text());
    }
  }

  @Test
  void batch_ofAHundred() {
    String one = "{'board':'yard','part':'out1','do':'toggle'}";
    Doc results = hub.ask(batch("[" + one + ("," + one).repeat(99) + "]")).expect(200).json();
    assertEquals(100, results.items().size());
    assertEquals(100, changes());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{'board':'yard','part':'out9','do':'toggle'} | 404 | not-found",
        "{'board':'nowhere','part':'out1','do':'toggle'} | 404 | not-found",
        "{'board':'YARD','part':'out1','do':'toggle'} | 404 | not-found",
        "{'board':'yard','part':'out1','set':{'brightness':101}} | 422 | invalid",
        "{'board':'yard','part':'out1','do':'press'} | 422 | not-possible",
        "{'board':'yard','part':'out1'} | 422 | invalid",
        "{'board':'yard','part':'out1','do':'explode'} | 422 | invalid",
        "7 | 400 | malformed",
      })
  void batch_oneIsWrong(String wrong, int status, String code) {
    String right = "{'board':'yard','part':'out1','do':'toggle'}";
    for (int index = 0; index < 3; index++) {
      String[] commands = {right, right, right};
      commands[index] = wrong;
      Doc problem = Refused.ask(hub, batch("[" + String.join(",", commands) + "]"), status, code);
      assertEquals(index, problem.at("index").number());
    }
  }

  @Test
  void batch_laterCommandsSeeEarlierOnes() {
    String commands =
        """
        [{'board':'yard','part':'out1','set':{'brightness':1}},
         {'board':'yard','part':'out1','set':{'brightness':2}},
         {'board':'yard','part':'out1','set':{'brightness':100}}]
        """;
    Doc results = hub.ask(batch(commands)).expect(200).json();
    assertEquals(1, results.item(0).at("part", "brightness").number());
    assertEquals(2, results.item(1).at("part", "brightness").number());
    assertEquals(100, results.item(2).at("part", "brightness").number());
    assertEquals(3, changes());
  }

  @Test
  void single_problemHasNoIndex() {
    Ask ask = Ask.patch("/v1/boards/yard/parts/out1", "{\"brightness\":101}");
    assertTrue(Refused.ask(hub, ask, 422, "invalid").at("index").isMissing());
  }
}
