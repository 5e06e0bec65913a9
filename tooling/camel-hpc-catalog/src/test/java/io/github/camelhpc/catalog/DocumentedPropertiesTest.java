package io.github.camelhpc.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.camel.catalog.CamelCatalog;
import org.apache.camel.catalog.DefaultCamelCatalog;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every property of a component that documentation and configuration name is one that it has. */
class DocumentedPropertiesTest {

  private static final Path PROJECT = Path.of("../..");

  private static final Pattern PROPERTY =
      Pattern.compile(
          "\\b(camel\\.component\\.(?:%s)\\.[\\w-]+)(?:[ \\t]*=[ \\t]*([^\\s`]+))?"
              .formatted(String.join("|", HpcCatalog.schemes())));

  private final CamelCatalog catalog = HpcCatalog.addTo(new DefaultCamelCatalog());

  static List<Path> documents() {
    return Stream.of(
            "README.md",
            "docs",
            "kamelets",
            "routes-examples",
            "quarkus-app/README.md",
            "quarkus-app/src/main")
        .map(PROJECT::resolve)
        .filter(Files::exists)
        .flatMap(DocumentedPropertiesTest::below)
        .toList();
  }

  private static Stream<Path> below(Path root) {
    try (Stream<Path> files = Files.walk(root)) {
      return files
          .filter(file -> file.toString().matches(".*[.](md|properties|ya?ml)"))
          .filter(file -> !file.toString().contains("target"))
          .toList()
          .stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @ParameterizedTest
  @MethodSource("documents")
  void everyPropertyIsOneOfItsComponent(Path document) throws IOException {
    assertThat(problems(Files.readString(document))).as("in %s", document).isEmpty();
  }

  @Test
  void aMisspeltPropertyIsFound() {
    assertThat(problems("set `camel.component.hpcpack.service-url` and\n")).isEmpty();
    assertThat(problems("set `camel.component.hpcpack.service-uri`")).hasSize(1);
    assertThat(problems("camel.component.azbatch.max-retries = 3\n")).isEmpty();
    assertThat(problems("camel.component.azbatch.max-retries = often\n")).hasSize(1);
    assertThat(problems("camel.component.dbapi.credential-type=TOKEN\n")).hasSize(1);
  }

  private List<String> problems(String text) {
    return PROPERTY
        .matcher(text)
        .results()
        .map(
            match ->
                catalog.validateConfigurationProperty(
                    match.group(1) + "=" + Objects.requireNonNullElse(match.group(2), "{{value}}")))
        .filter(result -> !result.isSuccess())
        .map(result -> result.summaryErrorMessage(false))
        .toList();
  }
}
