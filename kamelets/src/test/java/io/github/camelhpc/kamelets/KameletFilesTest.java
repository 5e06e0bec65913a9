package io.github.camelhpc.kamelets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.camelhpc.kamelets.KameletFile.Property;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.model.RouteTemplateDefinition;
import org.apache.camel.model.RouteTemplateParameterDefinition;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Document;

/** The files follow the conventions of Camel's own Kamelets, and say what is so. */
class KameletFilesTest {

  private static List<KameletFile> all() {
    return KameletFile.all();
  }

  @Test
  void thereAreSeven() {
    assertThat(all())
        .hasSize(7)
        .extracting(KameletFile::name)
        .containsExactlyInAnyOrderElementsOf(KameletPropertyCheck.KAMELETS);
  }

  @ParameterizedTest
  @MethodSource("all")
  void itIsNamedAsItsFile(KameletFile kamelet) {
    assertThat(kamelet.text("apiVersion")).isEqualTo("camel.apache.org/v1");
    assertThat(kamelet.text("kind")).isEqualTo("Kamelet");
    assertThat(kamelet.path().getFileName()).hasToString(kamelet.name() + ".kamelet.yaml");
    assertThat(kamelet.type()).isIn("source", "action");
    assertThat(kamelet.name()).endsWith("-" + kamelet.type());
    assertThat(kamelet.text("spec/definition/title")).isNotBlank();
    assertThat(kamelet.text("spec/definition/description")).endsWith(".");
    assertThat(kamelet.text("spec/definition/type")).isEqualTo("object");
  }

  @ParameterizedTest
  @MethodSource("all")
  void itIsAnnotated(KameletFile kamelet) {
    assertThat(kamelet.annotation("catalog.version")).matches("\\d+\\.\\d+\\.\\d+(-SNAPSHOT)?");
    assertThat(kamelet.annotation("kamelet.support.level")).isEqualTo("Preview");
    assertThat(kamelet.annotation("provider")).isEqualTo("Camel HPC");
    assertThat(kamelet.annotation("kamelet.group")).isNotBlank();
    assertThat(kamelet.annotation("kamelet.namespace")).isEqualTo("HPC");
  }

  @ParameterizedTest
  @MethodSource("all")
  void itsIconIsADrawing(KameletFile kamelet) throws Exception {
    String icon = kamelet.annotation("kamelet.icon");
    assertThat(icon).startsWith("data:image/svg+xml;base64,");
    byte[] svg = Base64.getDecoder().decode(icon.substring(icon.indexOf(',') + 1));

    DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
    factory.setNamespaceAware(true);
    Document drawing = factory.newDocumentBuilder().parse(new ByteArrayInputStream(svg));
    assertThat(drawing.getDocumentElement().getNamespaceURI())
        .isEqualTo("http://www.w3.org/2000/svg");
    assertThat(drawing.getElementsByTagName("rect").getLength()).isPositive();
  }

  @ParameterizedTest
  @MethodSource("all")
  void placeholdersAreProperties(KameletFile kamelet) {
    List<String> names =
        new ArrayList<>(kamelet.properties().stream().map(Property::name).toList());
    if (kamelet.placeholders().contains("routeId")) {
      names.add("routeId"); // Camel's own
    }

    assertThat(kamelet.placeholders()).containsExactlyInAnyOrderElementsOf(names);
  }

  @ParameterizedTest
  @MethodSource("all")
  void propertiesAreDescribed(KameletFile kamelet) {
    for (Property property : kamelet.properties()) {
      assertThat(property.text("title")).as(property.name()).isNotBlank();
      assertThat(property.text("description")).as(property.name()).endsWith(".");
      assertThat(property.text("type")).as(property.name()).isIn("string", "integer", "boolean");
      if (property.hasDefault() && !property.values().isEmpty()) {
        assertThat(property.values()).asString().contains(property.text("default"));
      }
      if (property.text("example") != null && !property.values().isEmpty()) {
        assertThat(property.values()).asString().contains(property.text("example"));
      }
    }
  }

  @ParameterizedTest
  @MethodSource("all")
  void textsThatAreNotSetAreNotLookedForElsewhere(KameletFile kamelet) {
    for (Property property : kamelet.properties()) {
      if (kamelet.isRequired(property)) {
        assertThat(property.about().containsKey("default")).as(property.name()).isFalse();
      } else if (property.text("type").equals("string")
          && property.values().isEmpty()
          && !property.hasDefault()) {
        assertThat(property.text("default"))
            .isEqualTo("{{?camel.kamelet.%s.%s}}", kamelet.name(), property.name());
      }
    }
  }

  @ParameterizedTest
  @MethodSource("all")
  void propertiesAreAsTheComponentHasThem(KameletFile kamelet) throws IOException {
    JsonNode options = schema(kamelet.scheme()).get("properties");
    for (Property property : kamelet.properties()) {
      JsonNode option = options.get(property.name());
      if (option == null) {
        assertThat(property.name()).isIn("period", "since", "lag");
        continue;
      }
      List<String> values = new ArrayList<>();
      option.path("enum").forEach(value -> values.add(value.asText()));
      assertThat(values).as(property.name()).containsAll(strings(property.values()));
      assertThat(property.isCredential() || property.isSecret())
          .as("%s is a credential", property.name())
          .isEqualTo(
              property.name().matches("tenantId|clientId") || option.path("secret").asBoolean());
      assertThat(property.isSecret())
          .as("%s is a secret", property.name())
          .isEqualTo(option.path("secret").asBoolean() && !property.name().equals("username"));
      assertThat(property.isSecret())
          .isEqualTo(takenAsItIs(kamelet, property) && isHidden(property));
    }
  }

  private static boolean isHidden(Property property) {
    return property.name().matches("password|.*Secret|.*Key|.*Token");
  }

  private static boolean takenAsItIs(KameletFile kamelet, Property property) {
    return kamelet.at("spec/template").toString().contains("=RAW({{?" + property.name() + "}})");
  }

  private static List<String> strings(List<?> values) {
    return values.stream().map(String::valueOf).toList();
  }

  private static JsonNode schema(String scheme) throws IOException {
    String resource = "/io/github/camelhpc/%s/%s.json".formatted(scheme, scheme);
    try (InputStream in = KameletFilesTest.class.getResourceAsStream(resource)) {
      return new ObjectMapper().readTree(in);
    }
  }

  @ParameterizedTest
  @MethodSource("all")
  void headersAreThoseOfTheComponent(KameletFile kamelet) throws IOException {
    JsonNode headers = schema(kamelet.scheme()).get("headers");

    assertThat(strings(List.copyOf(kamelet.map("spec/dataTypes/out/headers").keySet())))
        .isNotEmpty()
        .allSatisfy(header -> assertThat(headers.has(header)).as(header).isTrue());
  }

  @ParameterizedTest
  @MethodSource("all")
  void itNamesWhatItNeeds(KameletFile kamelet) {
    String template = kamelet.at("spec/template").toString();
    List<String> needed = new ArrayList<>(List.of("camel:core", "camel:kamelet"));
    if (template.contains("timer:")) {
      needed.add("camel:timer");
    }
    needed.add(
        "mvn:io.github.camelhpc:camel-%s:%s"
            .formatted(kamelet.scheme(), kamelet.annotation("catalog.version")));

    assertThat(kamelet.at("spec/dependencies")).isEqualTo(needed);
  }

  @ParameterizedTest
  @MethodSource("all")
  void camelReadsIt(KameletFile kamelet) throws Exception {
    try (DefaultCamelContext context = new DefaultCamelContext()) {
      PluginHelper.getRoutesLoader(context)
          .loadRoutes(ResourceHelper.resolveMandatoryResource(context, "file:" + kamelet.path()));

      RouteTemplateDefinition template = context.getRouteTemplateDefinition(kamelet.name());
      assertThat(template.getTemplateParameters())
          .extracting(
              RouteTemplateParameterDefinition::getName,
              RouteTemplateParameterDefinition::isRequired)
          .containsExactlyElementsOf(
              kamelet.properties().stream()
                  .map(property -> tuple(property.name(), kamelet.isRequired(property)))
                  .toList());
    }
  }

  @Test
  void aMisspeltPlaceholderWouldBeFound() {
    KameletFile kamelet =
        new KameletFile(
            null,
            Map.of("spec", Map.of("template", Map.of("uri", "a:{{b}}?c={{?d}}&e=RAW({{f}})"))));

    assertThat(kamelet.placeholders()).containsExactly("b", "d", "f");
  }
}
