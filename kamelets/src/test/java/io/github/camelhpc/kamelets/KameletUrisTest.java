package io.github.camelhpc.kamelets;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelhpc.kamelets.KameletFile.Property;
import io.github.camelhpc.test.DocumentedUris;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every URI of these Kamelets in documentation and examples is one that they take. */
class KameletUrisTest {

  private static final Path PROJECT = Path.of("..");

  private final DocumentedUris uris = new DocumentedUris("kamelet");

  private final Map<String, KameletFile> kamelets =
      KameletFile.all().stream().collect(Collectors.toMap(KameletFile::name, Function.identity()));

  private static List<Path> documents() {
    return DocumentedUris.documents(
        PROJECT.resolve("README.md"),
        PROJECT.resolve("docs"),
        PROJECT.resolve("quarkus-app/src/main/resources"),
        PROJECT.resolve("quarkus-app/routes"),
        PROJECT.resolve("routes-examples"));
  }

  @ParameterizedTest
  @MethodSource("documents")
  void everyUriIsValid(Path document) throws IOException {
    for (String uri : uris.in(document)) {
      assertThat(problems(uri)).as("%s in %s", uri, document).isEmpty();
    }
  }

  @Test
  void thePageHasUrisOfAll() throws IOException {
    assertThat(uris.in(PROJECT.resolve("docs/kamelets.md")))
        .extracting(uri -> uri.replaceFirst("kamelet:([a-z-]+).*", "$1"))
        .containsAll(kamelets.keySet());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "from(\"kamelet:hpcpack-jobs-source\")",
        "from(\"kamelet:hpcpack-job-source?dellay=15s\")",
        "from(\"kamelet:hpcpack-job-source?startFrom=yesterday\")",
        "from(\"kamelet:hpcsoa-run-batch-action?genericService=true\")",
        "```yaml\n- from: {uri: kamelet:hpcpack-job-source, parameters: {dellay: 15s}}\n```\n"
      })
  void aMisspeltUriIsFound(String document) {
    List<String> found = uris.inMarkdown(document);

    assertThat(found).hasSize(1);
    assertThat(problems(found.get(0))).isNotEmpty();
  }

  private List<String> problems(String uri) {
    String name = uri.substring("kamelet:".length()).replaceFirst("[/?].*", "");
    KameletFile kamelet = kamelets.get(name);
    if (kamelet == null) {
      return List.of("there is no Kamelet " + name);
    }
    Map<String, Property> properties =
        kamelet.properties().stream()
            .collect(Collectors.toMap(Property::name, Function.identity()));
    Map<String, String> options = options(uri);
    List<String> problems = new ArrayList<>();
    options.forEach(
        (option, value) -> {
          Property property = properties.get(option);
          if (property == null) {
            problems.add(name + " has no property " + option);
          } else if (!isOneOf(property.values(), value)) {
            problems.add(value + " is no " + option);
          }
        });
    Set<String> given = options.keySet();
    properties.values().stream()
        .filter(property -> kamelet.isRequired(property) && !given.contains(property.name()))
        .forEach(property -> problems.add(name + " needs " + property.name()));
    return problems;
  }

  private static boolean isOneOf(List<?> values, String value) {
    return values.isEmpty()
        || values.stream().anyMatch(allowed -> allowed.toString().equalsIgnoreCase(value));
  }

  private static Map<String, String> options(String uri) {
    int query = uri.indexOf('?');
    return query < 0
        ? Map.of()
        : Arrays.stream(uri.substring(query + 1).split("&"))
            .map(option -> option.split("=", 2))
            .collect(Collectors.toMap(option -> option[0], option -> option[1]));
  }
}
