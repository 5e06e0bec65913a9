package io.github.camelhpc.kamelets;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** A Kamelet as its file says. */
record KameletFile(Path path, Map<?, ?> yaml) {

  /** The files as they are in the jar. */
  static final Path FOLDER = Path.of("target/classes/kamelets");

  private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\{[?]?([^}]+)}}");

  static List<KameletFile> all() {
    try (Stream<Path> files = Files.list(FOLDER)) {
      return files.sorted().map(KameletFile::read).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static KameletFile read(Path path) {
    try {
      LoadSettings settings = LoadSettings.builder().build();
      return new KameletFile(
          path, (Map<?, ?>) new Load(settings).loadFromString(Files.readString(path)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What stands at a path such as {@code spec/template}; null if nothing does. */
  Object at(String place) {
    Object value = yaml;
    for (String name : place.split("/")) {
      value = value instanceof Map<?, ?> map ? map.get(name) : null;
    }
    return value;
  }

  Map<?, ?> map(String place) {
    return (Map<?, ?>) at(place);
  }

  String text(String place) {
    return (String) at(place);
  }

  String annotation(String name) {
    return (String) map("metadata/annotations").get("camel.apache.org/" + name);
  }

  String name() {
    return text("metadata/name");
  }

  /** The component that it is about. */
  String scheme() {
    return name().substring(0, name().indexOf('-'));
  }

  String type() {
    return (String) map("metadata/labels").get("camel.apache.org/kamelet.type");
  }

  List<Property> properties() {
    return map("spec/definition/properties").entrySet().stream()
        .map(entry -> new Property((String) entry.getKey(), (Map<?, ?>) entry.getValue()))
        .toList();
  }

  boolean isRequired(Property property) {
    return at("spec/definition/required") instanceof List<?> names
        && names.contains(property.name());
  }

  /** The names in the placeholders of the template. */
  Collection<String> placeholders() {
    return PLACEHOLDER
        .matcher(at("spec/template").toString())
        .results()
        .map(placeholder -> placeholder.group(1))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  @Override
  public String toString() {
    return name();
  }

  /** A property of the definition. */
  record Property(String name, Map<?, ?> about) {

    String text(String key) {
      return about.containsKey(key) ? String.valueOf(about.get(key)) : null;
    }

    List<?> values() {
      return about.get("enum") instanceof List<?> values ? values : List.of();
    }

    /** Whether it has a default of its own, not that of the component. */
    boolean hasDefault() {
      return about.containsKey("default") && !text("default").startsWith("{{");
    }

    boolean isCredential() {
      return List.of("urn:camel:group:credentials").equals(about.get("x-descriptors"));
    }

    boolean isSecret() {
      return "password".equals(text("format"));
    }
  }
}
