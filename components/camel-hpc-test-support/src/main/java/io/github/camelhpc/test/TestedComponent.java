package io.github.camelhpc.test;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.camelhpc.support.camel.OperationCatalog;
import io.github.camelhpc.support.operation.Operation;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import org.apache.camel.Component;

/**
 * A component, and where its schema and its page are.
 *
 * @param type the component's class
 * @param catalog its operations by name
 * @param operations its operations, in the order in which its page lists them
 */
public record TestedComponent<O extends Operation>(
    Class<? extends Component> type, OperationCatalog<O> catalog, List<O> operations) {

  /** The folder of the whole project, seen from a component's module. */
  public static final Path PROJECT = Path.of("../..");

  public TestedComponent {
    operations = List.copyOf(operations);
  }

  public String scheme() {
    return catalog.scheme();
  }

  /** The component's page of the documentation. */
  public Path page() {
    return PROJECT.resolve("docs").resolve(scheme() + ".md");
  }

  /** The schema that Camel reads when the component runs. */
  public JsonNode schema() {
    return json("/META-INF" + schemaForTools());
  }

  /** The schema where camel-catalog and the IntelliJ plugin look for it. */
  public JsonNode toolsSchema() {
    return json(schemaForTools());
  }

  private String schemaForTools() {
    return "/" + type.getPackageName().replace('.', '/') + "/" + scheme() + ".json";
  }

  private JsonNode json(String resource) {
    try (InputStream in = type.getResourceAsStream(resource)) {
      return new ObjectMapper().readTree(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
