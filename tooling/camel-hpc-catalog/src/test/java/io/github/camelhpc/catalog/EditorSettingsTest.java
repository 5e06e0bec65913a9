package io.github.camelhpc.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.camel.catalog.DefaultCamelCatalog;
import org.junit.jupiter.api.Test;

/**
 * The settings for Visual Studio Code have the components as they are. {@code -Ddocs.update=true}
 * writes the file anew.
 */
class EditorSettingsTest {

  private static final Path SETTINGS = Path.of("../../.vscode/settings.json");

  @Test
  void theFileHasTheSchemasAsTheyAre() throws IOException {
    String expected = settings(HpcCatalog.schemes());
    if (Boolean.getBoolean("docs.update")) {
      Files.createDirectories(SETTINGS.getParent());
      Files.writeString(SETTINGS, expected);
    }

    assertThat(Files.readString(SETTINGS).equals(expected))
        .as("%s is up to date; mvn test -Ddocs.update=true writes it anew", SETTINGS)
        .isTrue();
  }

  /** The language server takes scheme and class from each schema, and gives all to a catalogue. */
  @Test
  void aCatalogueMadeOfTheFileKnowsTheComponents() throws IOException {
    DefaultCamelCatalog catalog = new DefaultCamelCatalog();
    JsonNode settings = new ObjectMapper().readTree(SETTINGS.toFile());
    for (JsonNode schema : settings.get("camel.extra-components")) {
      JsonNode component = schema.get("component");
      catalog.addComponent(
          component.get("scheme").asText(), component.get("javaType").asText(), schema.toString());
    }

    assertThat(catalog.findComponentNames()).containsAll(HpcCatalog.schemes());
    assertThat(settings.get("camel.extra-components")).hasSameSizeAs(HpcCatalog.schemes());
  }

  private static String settings(List<String> schemes) {
    return schemes.stream()
        .map(scheme -> HpcCatalog.schema(scheme).strip().indent(4).strip())
        .collect(
            Collectors.joining(
                ",\n    ", "{\n  \"camel.extra-components\": [\n    ", "\n  ]\n}\n"));
  }
}
