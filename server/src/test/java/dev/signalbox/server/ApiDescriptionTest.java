package dev.signalbox.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SpecVersion.VersionFlag;
import dev.signalbox.core.model.Part;
import dev.signalbox.core.model.Schema;
import dev.signalbox.core.model.Schemas;
import dev.signalbox.wire.RefusedException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The description of the API by itself; {@link ApiAnswersTest} holds the hub against it. */
final class ApiDescriptionTest {
  private static ServedHub hub;
  private static ApiContract contract;

  @BeforeAll
  static void start() {
    hub = new ServedHub(ServedHub.settings(ServedHub.generous()));
    contract = new ApiContract(hub);
  }

  @AfterAll
  static void stop() {
    hub.close();
  }

  @Test
  void document_isOpenApi31() {
    JsonNode document = contract.document();
    assertEquals("3.1.0", document.path("openapi").asText());
    assertEquals("test", document.at("/info/version").asText());
    assertFalse(document.at("/info/title").asText().isBlank());
  }

  @Test
  void schemas_areOnes() {
    JsonSchema metaSchema =
        JsonSchemaFactory.getInstance(VersionFlag.V202012)
            .getSchema(SchemaLocation.of(VersionFlag.V202012.getId()));
    JsonNode schemas = contract.document().at("/components/schemas");
    assertTrue(schemas.size() > 30);
    schemas.forEachEntry(
        (name, schema) -> assertEquals(Set.of(), metaSchema.validate(schema), name));
  }

  @Test
  void references_leadSomewhere() {
    List<JsonNode> references = contract.document().findValues("$ref");
    assertTrue(references.size() > 100);
    for (JsonNode reference : references) {
      assertTrue(reference.asText().startsWith("#/components/"), reference.asText());
      assertFalse(
          contract.document().at(reference.asText().substring(1)).isMissingNode(),
          reference.asText());
    }
  }

  @Test
  void operations_haveNamesOfTheirOwn() {
    List<String> names = contract.document().path("paths").findValuesAsText("operationId");
    assertEquals(names.size(), new HashSet<>(names).size());
    assertTrue(names.size() > 20, names.toString());
  }

  @Test
  void parameters_ofAddresses_areDescribed() {
    contract
        .document()
        .path("paths")
        .forEachEntry((template, methods) -> {
          Set<String> named = new TreeSet<>();
          Pattern.compile("\\{([a-z]+)\\}")
              .matcher(template)
              .results()
              .forEach(name -> named.add(name.group(1)));
          assertEquals(
              named, new TreeSet<>(methods.path("parameters").findValuesAsText("name")), template);
        });
  }

  @ParameterizedTest
  @EnumSource
  void routes_areWhatPathsNameThem(ApiRoute route) throws RefusedException {
    String path =
        route
            .template()
            .replace("{board}", "yard")
            .replace("{part}", "out1")
            .replace("{action}", "toggle");
    assertEquals(route, ApiPath.of(path).orElseThrow().route());
    List<String> methods = new ArrayList<>();
    contract
        .document()
        .path("paths")
        .path(route.template())
        .fieldNames()
        .forEachRemaining(methods::add);
    methods.remove("parameters");
    assertEquals(
        new TreeSet<>(List.of(route.allowed().toLowerCase(java.util.Locale.ROOT).split(", ", -1))),
        new TreeSet<>(methods));
  }

  @Test
  void kinds_areAllThere() {
    List<String> kinds = new ArrayList<>();
    contract
        .document()
        .at("/components/schemas/Part/discriminator/mapping")
        .fieldNames()
        .forEachRemaining(kinds::add);
    assertEquals(Schemas.all().stream().map(Schema<? extends Part>::kind).toList(), kinds);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "PartPatch | {'brightness':50,'active':true} | true",
        "PartPatch | {'blink':0} | true",
        "PartPatch | {'blink':9} | false",
        "PartPatch | {'brightness':null} | true",
        "PartPatch | {'brightness':101} | false",
        "PartPatch | {'pin':4} | false",
        "PartPatch | {'brigthness':4} | false",
        "PartPatch | {'members':['out1','out1']} | false",
        "PartPatch | {'name':'a\\u0007'} | false",
        "BoardPatch | {'name':'Yard'} | true",
        "BoardPatch | {'name':' '} | false",
        "NewPart | {'kind':'chase','members':['out1']} | true",
        "NewPart | {'kind':'chase'} | false",
        "NewPart | {'kind':'led'} | false",
        "Commands | [{'board':'yard','part':'out1','do':'toggle'}] | true",
        "Commands | [{'board':'yard','part':'out1','set':{},'do':'toggle'}] | false",
        "Commands | [] | false",
        "Board | {'name':'a','kind':'b','online':true} | false",
        "Health | {'status':'fine'} | false"
      })
  void bodies_areRightOrNot(String schema, String body, boolean right) {
    assertEquals(right, contract.complaints(schema, body.replace('\'', '"')).isEmpty());
  }
}
