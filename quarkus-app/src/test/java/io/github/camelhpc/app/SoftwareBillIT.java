package io.github.camelhpc.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** The software bill of materials of a release: every jar of the application is in it. */
@EnabledIfSystemProperty(named = "application.sbom", matches = ".+")
class SoftwareBillIT {

  private static JsonNode bill;

  @BeforeAll
  static void read() throws IOException {
    bill = new ObjectMapper().readTree(Path.of(System.getProperty("application.sbom")).toFile());
  }

  @Test
  void itIsCycloneDxOfTheApplication() {
    assertThat(bill.get("bomFormat").asText()).isEqualTo("CycloneDX");
    assertThat(bill.at("/metadata/component/name").asText()).isEqualTo("quarkus-app");
    assertThat(bill.at("/metadata/component/type").asText()).isEqualTo("application");
  }

  @Test
  void everyJarOfTheApplicationIsInItByItsHash() throws Exception {
    Path libraries = Path.of(System.getProperty("application.jar")).resolveSibling("lib");
    Map<String, String> names = new TreeMap<>();
    for (String folder : List.of("main", "boot")) {
      try (Stream<Path> jars = Files.list(libraries.resolve(folder))) {
        for (Path jar : jars.toList()) {
          names.put(jar.getFileName().toString(), sha256(jar));
        }
      }
    }
    assertThat(names).hasSizeGreaterThan(100);
    names.values().removeAll(bill.get("components").findValuesAsText("content"));
    // of a few Quarkus takes classes out, and writes them anew: those are in it by their names
    assertThat(names).hasSizeLessThan(5);
    assertThat(namesOfJars()).containsAll(names.keySet());
  }

  /** As Quarkus calls them: group, name and version. */
  private static List<String> namesOfJars() {
    List<String> names = new ArrayList<>();
    for (JsonNode component : bill.get("components")) {
      names.add(
          component.path("group").asText()
              + "."
              + component.get("name").asText()
              + "-"
              + component.get("version").asText()
              + ".jar");
    }
    return names;
  }

  private static String sha256(Path file) throws Exception {
    return HexFormat.of()
        .formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
  }

  @Test
  void camelHasItsLicenceAndHashes() {
    for (String name : List.of("camel-core-engine", "camel-core-model", "camel-http")) {
      JsonNode camel = component("org.apache.camel", name);
      assertThat(camel.at("/licenses/0/license/id").asText()).isEqualTo("Apache-2.0");
      assertThat(camel.get("hashes").findValuesAsText("alg")).contains("SHA-256", "SHA-512");
      assertThat(camel.get("purl").asText())
          .isEqualTo(
              "pkg:maven/org.apache.camel/"
                  + name
                  + "@"
                  + camel.get("version").asText()
                  + "?type=jar");
    }
  }

  private static JsonNode component(String group, String name) {
    for (JsonNode component : bill.get("components")) {
      if (component.path("group").asText().equals(group)
          && component.get("name").asText().equals(name)) {
        return component;
      }
    }
    throw new AssertionError("the bill has no " + group + ":" + name);
  }
}
