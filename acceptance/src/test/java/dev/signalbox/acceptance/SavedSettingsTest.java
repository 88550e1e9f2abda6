package dev.signalbox.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class SavedSettingsTest {
  private static final String CHASE =
      """
      {"kind":"chase","name":"Runway","members":["out7","out4"],"interval":310}\
      """;

  @RegisterExtension final Stage stage = new Stage();

  @Test
  void settings_hubRestarted_areThere() throws Exception {
    Path data = stage.folder();
    HubProcess hub = stage.hub(data);
    change(hub);
    hub.end("TERM");

    assertChanged(Api.of(stage.hub(data)));
  }

  @Test
  void settings_hubKilled_areThere() throws Exception {
    Path data = stage.folder();
    HubProcess hub = stage.hub(data);
    change(hub);
    new SavedFile(data).awaitText("Back yard");
    hub.end("KILL");

    HubProcess again = stage.hub(data);
    assertChanged(Api.of(again));
    assertEquals(List.of(), again.err());
  }

  @Test
  void settings_boardReset_areThoseOfTheConfiguration() throws Exception {
    Path data = stage.folder();
    HubProcess hub = stage.hub(data);
    Doc before = Api.of(hub).at("yard");
    change(hub);
    Api.of(hub).act(204, "POST", "v1/boards/yard/reset", "");
    assertUnchanged(before, Api.of(hub).at("yard"));
    hub.end("TERM");

    assertUnchanged(before, Api.of(stage.hub(data)).at("yard"));
  }

  private static void change(HubProcess hub) throws Exception {
    Api api = Api.of(hub);
    api.set("yard/out2", "{\"name\":\"Lamp\",\"brightness\":35}");
    api.set("yard/out3", "{\"active\":true,\"blink\":750}");
    api.act(201, "POST", "v1/boards/yard/parts", CHASE);
    api.set("yard", "{\"name\":\"Back yard\"}");
  }

  private static void assertChanged(Api api) throws Exception {
    Doc yard = api.at("yard");
    assertEquals("Back yard", yard.at("name").text());
    assertEquals("Lamp", yard.at("parts", "out2", "name").text());
    assertEquals(35, yard.at("parts", "out2", "brightness").number());
    assertEquals(750, yard.at("parts", "out3", "blink").number());
    assertTrue(yard.at("parts", "out3", "active").flag());
    assertEquals("Runway", yard.at("parts", "chase1", "name").text());
    assertEquals(List.of("out7", "out4"), yard.at("parts", "chase1", "members").items());
    assertEquals(310, yard.at("parts", "chase1", "interval").number());
    assertEquals("Output 1", yard.at("parts", "out1", "name").text());
  }

  private static void assertUnchanged(Doc before, Doc yard) {
    assertEquals(before.at("name"), yard.at("name"));
    assertEquals(before.at("parts").names(), yard.at("parts").names());
    for (String property : List.of("name", "active", "brightness", "blink")) {
      for (String output : before.at("parts").names()) {
        assertEquals(
            before.at("parts", output, property), yard.at("parts", output, property), output);
      }
    }
    assertFalse(yard.at("parts").names().contains("chase1"));
  }
}
