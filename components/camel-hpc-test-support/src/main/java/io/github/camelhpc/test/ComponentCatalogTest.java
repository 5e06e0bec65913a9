package io.github.camelhpc.test;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelhpc.support.operation.Operation;
import io.github.camelhpc.support.operation.OperationSpec;
import io.github.camelhpc.support.operation.Parameter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Catalogue, simulator, schema and documentation of a component name the same operations and
 * parameters. {@code -Ddocs.update=true} writes the tables of the documentation anew.
 */
public abstract class ComponentCatalogTest<O extends Operation> {

  private final TestedComponent<O> component;

  protected ComponentCatalogTest(TestedComponent<O> component) {
    this.component = component;
  }

  /** The names of the operations that the simulator serves. */
  protected abstract Collection<String> simulated();

  /** The options that every operation has: the table of operations does not name them. */
  protected Set<String> unnamedOptions() {
    return Set.of("apiVersion");
  }

  /** What the last column of the table of operations says of one. */
  protected List<String> marks(O operation) {
    OperationSpec spec = operation.spec();
    return Stream.of(
            spec.isWatchable() ? "pollable" : "",
            spec.paged() ? "paged" : "",
            spec.repeatable() || spec.isComposed() ? "" : "not repeated")
        .filter(mark -> !mark.isEmpty())
        .toList();
  }

  private static Set<String> names(Stream<? extends Operation> operations) {
    return operations.map(Operation::operationName).collect(Collectors.toCollection(TreeSet::new));
  }

  @Test
  protected void theSimulatorServesEveryOperationThatIsARequest() {
    assertThat(simulated())
        .containsExactlyInAnyOrderElementsOf(
            names(component.operations().stream().filter(o -> !o.spec().isComposed())));
  }

  @Test
  protected void theSchemaNamesEveryOperation() {
    List<String> enums = new ArrayList<>();
    component.schema().at("/properties/operation/enum").forEach(e -> enums.add(e.asText()));
    assertThat(enums).containsExactlyInAnyOrderElementsOf(names(component.operations().stream()));
  }

  @Test
  protected void theSchemaIsWhereToolsLookForItToo() {
    assertThat(component.toolsSchema()).isEqualTo(component.schema());
  }

  @Test
  protected void everyParameterIsAnOptionAndAHeader() {
    JsonNode schema = component.schema();
    Set<String> headers = new HashSet<>();
    schema.get("headers").fieldNames().forEachRemaining(headers::add);
    for (O operation : component.operations()) {
      for (Parameter parameter : operation.spec().parameters()) {
        assertThat(schema.get("properties").has(parameter.option()))
            .as("option %s of %s", parameter.option(), operation)
            .isTrue();
        assertThat(headers).as("headers for %s", operation).contains(parameter.header());
      }
    }
  }

  @Test
  protected void everyPlaceholderOfAPathIsAParameter() {
    for (O operation : component.operations()) {
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

  /** The options whose values are secrets. */
  protected Set<String> secrets() {
    return Set.of("password");
  }

  @Test
  protected void secretsAreMarked() {
    JsonNode schema = component.schema();
    for (String secret : secrets()) {
      assertThat(schema.at("/properties/" + secret + "/secret").asBoolean()).as(secret).isTrue();
      assertThat(schema.at("/componentProperties/" + secret + "/secret").asBoolean())
          .as(secret)
          .isTrue();
    }
  }

  @Test
  protected void theDocumentationHasTheTablesOfTheCatalogue() throws IOException {
    Path page = component.page();
    String text = Files.readString(page);
    String expected = new ComponentPage<>(component, unnamedOptions(), this::marks).updated(text);
    if (Boolean.getBoolean("docs.update")) {
      Files.writeString(page, expected);
    }
    assertThat(text)
        .as("%s; mvn test -Ddocs.update=true writes the tables anew", page)
        .isEqualTo(expected);
  }
}
