package dev.signalbox.app.config;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.networknt.schema.ValidationMessage;
import dev.signalbox.app.settings.SettingsSchema;
import dev.signalbox.wire.Encoding;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.schema.CoreSchema;

/**
 * The configuration's JSON Schema, as an editor uses it: the file is read by plain YAML rules, and
 * what comes of it is checked by a validator that knows nothing of Signalbox.
 */
class ConfigurationSchemaTest {
  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final JsonSchemaFactory FACTORY =
      JsonSchemaFactory.getInstance(VersionFlag.V202012);

  /** What is wrong with one value by itself; the rest is among several, or in the YAML. */
  private static final Pattern OF_ONE_VALUE =
      Pattern.compile(
          ".*(unknown (key|kind|dialect) |' must be (?!in quotes)| has no '|^\\S+ the id '.*"
              + " must).*");

  private final JsonNode tree = json(Encoding.JSON.of(SettingsSchema.of("A hub", HubShape.SHAPE)));
  private final JsonSchema schema = FACTORY.getSchema(tree);

  private static JsonNode json(byte[] text) {
    try {
      return MAPPER.readTree(text);
    } catch (IOException bad) {
      throw new AssertionError(bad);
    }
  }

  /** What the file holds by the rules of YAML 1.2; empty if it is none. */
  private static Optional<JsonNode> yaml(String file) {
    LoadSettings settings = LoadSettings.builder().setSchema(new CoreSchema()).build();
    try {
      Object value = new Load(settings).loadFromString(file);
      return Optional.of(json(MAPPER.writeValueAsBytes(value)));
    } catch (YamlEngineException | JsonProcessingException _) {
      return Optional.empty();
    }
  }

  private Set<ValidationMessage> complaints(String file) {
    return schema.validate(yaml(file).orElseThrow());
  }

  @Test
  void schema_isOne() {
    JsonSchema metaSchema = FACTORY.getSchema(SchemaLocation.of(VersionFlag.V202012.getId()));

    assertEquals(Set.of(), metaSchema.validate(tree));
  }

  @Test
  void defaultConfiguration_isRight() {
    assertEquals(Set.of(), complaints(new String(DefaultConfiguration.bytes(), UTF_8)));
  }

  @Test
  void examples_onThePage_areRight() throws IOException {
    String page = Files.readString(Path.of("..", "docs", "configuration.md"));
    List<String> examples =
        Pattern.compile("(?s)```yaml\n(.*?)```")
            .matcher(page)
            .results()
            .map(example -> example.group(1))
            .toList();

    assertTrue(examples.size() > 5, "examples: " + examples.size());
    for (String example : examples) {
      assertEquals(Set.of(), complaints(example), example);
    }
  }

  @Test
  void mistakes_ofOneValue_areRefused() throws IOException {
    List<String> passed = new ArrayList<>();
    List<String> refused = new ArrayList<>();
    ConfigurationMistakesTest.mistakes_inAFile_areAllSaidInOrder()
        // To YAML a merge is one; that the hub takes none is not the schema's matter.
        .filter(example -> !example.getPayload().yaml().contains("<<:"))
        .filter(example ->
            example.getPayload().lines().stream()
                .anyMatch(line -> OF_ONE_VALUE.matcher(line).matches()))
        .forEach(example ->
            yaml(example.getPayload().yaml())
                .ifPresent(file ->
                    (schema.validate(file).isEmpty() ? passed : refused).add(example.getName())));

    assertEquals(List.of(), passed);
    assertTrue(refused.size() > 50, "refused " + refused.size());
  }

  @Test
  void keys_allHaveWhatPeopleAreTold() {
    for (KeyPaths.Documented key : KeyPaths.all()) {
      assertTrue(
          tree.findValuesAsText("description").contains(key.key().doc()), key.key().toString());
    }
    JsonNode port = tree.at("/properties/listen/properties/port");
    assertEquals(8080, port.get("default").asInt());
    assertEquals(65_535, port.get("maximum").asInt());
    JsonNode heartbeat = tree.at("/properties/streams/properties/heartbeat");
    assertEquals("15s", heartbeat.get("default").asText());
  }

  @Test
  void defaults_inTheSchema_areRightByIt() {
    List<String> wrong = new ArrayList<>();
    List<JsonNode> defaults = new ArrayList<>();
    for (JsonNode described : tree.findParents("default")) {
      if (described.has("description")) {
        defaults.add(described);
        if (!FACTORY.getSchema(described).validate(described.get("default")).isEmpty()) {
          wrong.add(described.toString());
        }
      }
    }

    assertEquals(List.of(), wrong);
    assertTrue(defaults.size() > 25, "defaults: " + defaults.size());
  }

  @Test
  void text_isCountedInCharacters() {
    assertEquals(Set.of(), complaints("hub: {name: '" + "🚂".repeat(40) + "'}"));
    assertFalse(complaints("hub: {name: '" + "🚂".repeat(41) + "'}").isEmpty());
  }
}
