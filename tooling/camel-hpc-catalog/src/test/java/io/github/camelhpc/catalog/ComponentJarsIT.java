package io.github.camelhpc.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.util.List;
import java.util.Properties;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The jars of the components have everything where Camel and its tools look for it. */
class ComponentJarsIT {

  static List<String> schemes() {
    return HpcCatalog.schemes();
  }

  /** The first is read when a route runs, the second by the IntelliJ plugin. */
  @ParameterizedTest
  @MethodSource("schemes")
  void theSchemaOfTheCatalogueIsTheOneOfTheComponent(String scheme) throws IOException {
    JsonNode ours = new ObjectMapper().readTree(HpcCatalog.schema(scheme));
    String path = "io/github/camelhpc/" + scheme + "/" + scheme + ".json";

    assertThat(new ObjectMapper().readTree(text("META-INF/" + path))).isEqualTo(ours);
    assertThat(new ObjectMapper().readTree(text(path))).isEqualTo(ours);
  }

  @ParameterizedTest
  @MethodSource("schemes")
  void camelFindsTheClassByTheScheme(String scheme) throws IOException {
    Properties service = new Properties();
    service.load(new StringReader(text("META-INF/services/org/apache/camel/component/" + scheme)));
    JsonNode schema = new ObjectMapper().readTree(HpcCatalog.schema(scheme));

    assertThat(service.getProperty("class"))
        .isEqualTo(schema.at("/component/javaType").asText())
        .startsWith("io.github.camelhpc." + scheme + ".");
  }

  private static String text(String resource) throws IOException {
    try (InputStream in = ComponentJarsIT.class.getClassLoader().getResourceAsStream(resource)) {
      assertThat(in).as(resource).isNotNull();
      return new String(in.readAllBytes());
    }
  }
}
