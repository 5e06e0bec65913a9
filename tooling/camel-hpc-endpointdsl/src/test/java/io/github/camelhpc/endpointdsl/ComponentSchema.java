package io.github.camelhpc.endpointdsl;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The schema of one of the suite's components, as its jar has it. */
record ComponentSchema(JsonNode json) {

  /** An endpoint's option. */
  record Option(String name, String javaType, Set<String> labels, List<String> allowed) {

    boolean isFor(String role) {
      return !labels.contains("consumer") && !labels.contains("producer") || labels.contains(role);
    }

    boolean isAdvanced() {
      return labels.contains("advanced");
    }

    boolean isMultiValue() {
      return javaType.startsWith("java.util.Map");
    }
  }

  static List<ComponentSchema> all() {
    return Stream.of("hpcpack", "hpcsoa", "azbatch", "dbapi").map(ComponentSchema::of).toList();
  }

  private static ComponentSchema of(String scheme) {
    String resource = "/io/github/camelhpc/" + scheme + "/" + scheme + ".json";
    try (InputStream in = ComponentSchema.class.getResourceAsStream(resource)) {
      return new ComponentSchema(new ObjectMapper().readTree(in));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  String scheme() {
    return json.at("/component/scheme").asText();
  }

  String javaType() {
    return json.at("/component/javaType").asText();
  }

  /** An operation that a route can begin with. */
  String anOperation() {
    return json.at("/properties/operation/enum/0").asText();
  }

  /** The options in the query of a URI. */
  List<Option> options() {
    return json.get("properties").properties().stream()
        .filter(property -> property.getValue().get("kind").asText().equals("parameter"))
        .map(property -> option(property.getKey(), property.getValue()))
        .toList();
  }

  private static Option option(String name, JsonNode property) {
    List<String> allowed = property.path("enum").valueStream().map(JsonNode::asText).toList();
    return new Option(
        name,
        property.get("javaType").asText(),
        Set.of(property.path("label").asText().split(",")),
        allowed);
  }

  /** The names of the headers by those of the methods that give them. */
  Map<String, String> headers() {
    return json.get("headers")
        .propertyStream()
        .map(Map.Entry::getKey)
        .collect(
            Collectors.toMap(
                header -> header.substring(5, 6).toLowerCase() + header.substring(6),
                header -> header,
                (a, b) -> a,
                TreeMap::new));
  }

  @Override
  public String toString() {
    return scheme();
  }
}
