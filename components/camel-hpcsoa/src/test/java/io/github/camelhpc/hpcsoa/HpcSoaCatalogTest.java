package io.github.camelhpc.hpcsoa;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.camelhpc.simulators.hpcsoa.HpcSoaSimulator;
import io.github.camelhpc.support.operation.Parameter;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Catalogue, simulator, schema and documentation name the same operations and parameters. */
class HpcSoaCatalogTest {

  private static JsonNode schema(String location) throws IOException {
    try (InputStream json = HpcSoaCatalogTest.class.getResourceAsStream(location)) {
      return new ObjectMapper().readTree(json);
    }
  }

  private static JsonNode schema() throws IOException {
    return schema("/META-INF/io/github/camelhpc/hpcsoa/hpcsoa.json");
  }

  private static Set<String> names(Stream<SoaOperation> operations) {
    return operations
        .map(SoaOperation::operationName)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  @Test
  void theSimulatorServesEveryOperationThatIsARequest() {
    assertThat(HpcSoaSimulator.operations())
        .containsExactlyInAnyOrderElementsOf(
            names(Arrays.stream(SoaOperation.values()).filter(o -> !o.spec().isComposed())));
  }

  @Test
  void theSchemaNamesEveryOperation() throws IOException {
    List<String> enums = new ArrayList<>();
    schema().at("/properties/operation/enum").forEach(e -> enums.add(e.asText()));
    assertThat(enums)
        .containsExactlyInAnyOrderElementsOf(names(Arrays.stream(SoaOperation.values())));
  }

  @Test
  void theSchemaIsWhereToolsLookForItToo() throws IOException {
    assertThat(schema("/io/github/camelhpc/hpcsoa/hpcsoa.json")).isEqualTo(schema());
  }

  @Test
  void everyParameterIsAnOptionAndAHeader() throws IOException {
    JsonNode schema = schema();
    Set<String> headers = new HashSet<>();
    schema.get("headers").fieldNames().forEachRemaining(headers::add);
    for (SoaOperation operation : SoaOperation.values()) {
      for (Parameter parameter : operation.spec().parameters()) {
        assertThat(schema.get("properties").has(parameter.option()))
            .as("option %s of %s", parameter.option(), operation)
            .isTrue();
        assertThat(headers).as("headers for %s", operation).contains(parameter.header());
      }
    }
  }

  @Test
  void everyPlaceholderOfAPathIsAParameter() {
    for (SoaOperation operation : SoaOperation.values()) {
      if (operation.spec().isComposed()) {
        continue;
      }
      String path = operation.spec().path();
      for (Parameter parameter : operation.spec().parameters(Parameter.Location.PATH).toList()) {
        assertThat(path).contains("{" + parameter.wireName() + "}");
        path = path.replace("{" + parameter.wireName() + "}", "x");
      }
      assertThat(path).as("path of %s", operation).doesNotContain("{");
    }
  }

  @Test
  void secretsAreMarked() throws IOException {
    assertThat(schema().at("/properties/password/secret").asBoolean()).isTrue();
    assertThat(schema().at("/componentProperties/password/secret").asBoolean()).isTrue();
  }

  @Test
  void theDocumentationHasTheTablesOfTheCatalogue() throws IOException {
    Path page = Path.of("../../docs/hpcsoa.md");
    String text = Files.readString(page);
    String expected = new HpcSoaDocumentation(schema()).updated(text);
    if (Boolean.getBoolean("docs.update")) {
      Files.writeString(page, expected);
    }
    assertThat(text)
        .as("docs/hpcsoa.md; mvn test -Ddocs.update writes the tables anew")
        .isEqualTo(expected);
  }
}
