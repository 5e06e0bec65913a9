package io.github.camelhpc.app;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The files in src/main/kubernetes. */
final class KubernetesManifests {

  static final Path FOLDER = Path.of("src/main/kubernetes");

  private static final YAMLMapper YAML = new YAMLMapper();

  private KubernetesManifests() {}

  /** The objects of the base, one after the other. */
  static List<JsonNode> base() throws IOException {
    List<JsonNode> objects = new ArrayList<>();
    for (JsonNode file : kustomization("base").get("resources")) {
      objects.addAll(objects(FOLDER.resolve("base").resolve(file.asText())));
    }
    return objects;
  }

  /** The only object of this kind. */
  static JsonNode base(String kind) throws IOException {
    List<JsonNode> found =
        base().stream().filter(object -> object.get("kind").asText().equals(kind)).toList();
    if (found.size() != 1) {
      throw new IllegalStateException(found.size() + " objects of kind " + kind);
    }
    return found.get(0);
  }

  static JsonNode kustomization(String folder) throws IOException {
    return objects(FOLDER.resolve(folder).resolve("kustomization.yaml")).get(0);
  }

  /** The documents of a file. */
  static List<JsonNode> objects(Path file) throws IOException {
    try (MappingIterator<JsonNode> objects =
        YAML.readerFor(JsonNode.class).readValues(Files.readAllBytes(file))) {
      return objects.readAll();
    }
  }

  /** The names of the files in a folder. */
  static List<String> files(String folder) throws IOException {
    try (Stream<Path> files = Files.list(FOLDER.resolve(folder))) {
      return files.map(file -> file.getFileName().toString()).toList();
    }
  }
}
