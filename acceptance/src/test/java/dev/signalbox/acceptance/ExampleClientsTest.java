package dev.signalbox.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The example clients for Python and Node, as people run them. */
class ExampleClientsTest {
  private static final String[][] MISTAKES = {
    {"nonsense"},
    {"127.0.0.1:99999"},
    {"127.0.0.1:8081", "4"},
    {"127.0.0.1:8081", "four", "on"},
    {"127.0.0.1:8081", "4", "dim"},
    {"127.0.0.1:8081", "4", "on", "5"},
  };

  @RegisterExtension final Stage stage = new Stage();

  @ParameterizedTest
  @EnumSource
  void follower_everyChange_isPrinted(Example example) throws Exception {
    RailHubYard yard = new RailHubYard(stage);
    Api hub = Api.of(yard.start());
    Script follower = stage.script(example.with(stage.folder(), yard.socket()));

    follower.says("connected");
    follower.says(truth(hub, "out1"));
    follower.says(truth(hub, "out8"));
    hub.set("yard/out2", "{\"name\":\"Lamp\",\"active\":true,\"brightness\":40}");
    follower.says("pin 5: Lamp on 40%");

    Script switching = stage.script(example.with(stage.folder(), yard.socket(), "13", "on"));
    switching.says("done");
    assertTrue(hub.at("yard/out4").at("active").flag());
    follower.says(truth(hub, "out4"));
  }

  @ParameterizedTest
  @EnumSource
  void follower_hubStoppedAndStartedAgain_isBackByItself(Example example) throws Exception {
    RailHubYard yard = new RailHubYard(stage);
    HubProcess hub = yard.start();
    Script follower = stage.script(example.with(stage.folder(), yard.socket()));
    follower.says("connected");
    for (String signal : new String[] {"TERM", "KILL"}) {
      hub.end(signal);
      follower.says("not connected; trying again");
      hub = yard.start();
      follower.says("connected");
      Api.of(hub).set("yard/out3", "{\"name\":\"After " + signal + "\"}");
      follower.says("pin 12: After " + signal + " off 100%");
    }
    Api.of(hub).set("yard/out3", "{\"active\":true}");
    follower.says(truth(Api.of(hub), "out3"));
  }

  @ParameterizedTest
  @EnumSource
  void switching_hubNotThereYet_isDoneOnceItIs(Example example) throws Exception {
    RailHubYard yard = new RailHubYard(stage);
    Script switching = stage.script(example.with(stage.folder(), yard.socket(), "13", "on"));
    switching.says("not connected; trying again");
    Api hub = Api.of(yard.start());
    switching.says("done");
    assertTrue(hub.at("yard/out4").at("active").flag());
  }

  @ParameterizedTest
  @EnumSource
  void switching_hubLostBeforeItAnswered_isAskedAgain(Example example) throws Exception {
    RailHubYard yard = new RailHubYard(stage);
    DyingHub dying = stage.closing(new DyingHub(yard.socketPort()));
    Script switching = stage.script(example.with(stage.folder(), yard.socket(), "13", "on"));
    dying.dieWhenAsked();
    switching.says("not connected; trying again");
    Api hub = Api.of(yard.start());
    switching.says("done");
    assertTrue(hub.at("yard/out4").at("active").flag());
  }

  @ParameterizedTest
  @EnumSource
  void switching_noSuchPin_saysWhyOnce(Example example) throws Exception {
    RailHubYard yard = new RailHubYard(stage);
    HubProcess hub = yard.start();
    Script switching = stage.script(example.with(stage.folder(), yard.socket(), "99", "on"));
    switching.says("Output not found");
    hub.end("TERM");
    hub = yard.start();
    switching.says("connected");
    Api.of(hub).set("yard/out1", "{\"active\":true}");
    switching.says(truth(Api.of(hub), "out1"));
    assertEquals(1, switching.said().stream().filter("Output not found"::equals).count());
  }

  @ParameterizedTest
  @EnumSource
  void arguments_wrong_areAnsweredWithTheUsage(Example example) throws Exception {
    for (String[] mistake : MISTAKES) {
      Program.Ended ended = Program.ended(example.with(stage.folder(), mistake));
      assertEquals(2, ended.code(), ended::toString);
      assertTrue(ended.err().getFirst().startsWith("usage: "), ended::toString);
      assertFalse(ended.err().size() > 2, ended::toString);
      assertTrue(ended.out().isEmpty(), ended::toString);
    }
  }

  /** The line that an output is to have. */
  private static String truth(Api hub, String output) throws Exception {
    Doc now = hub.at("yard/" + output);
    return "pin %d: %s %s %d%%"
        .formatted(
            now.at("pin").number(),
            now.at("name").text(),
            now.at("active").flag() ? "on" : "off",
            now.at("brightness").number());
  }
}
