package io.github.camelhpc.hpcsoa;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelhpc.support.operation.Parameter;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.camel.catalog.CamelCatalog;
import org.apache.camel.catalog.DefaultCamelCatalog;
import org.apache.camel.catalog.EndpointValidationResult;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every URI that the documentation shows can be written like that. */
class DocumentedUrisTest {

  private static final Path ROOT = Path.of("../..");

  private final CamelCatalog catalog = catalog();

  private static CamelCatalog catalog() {
    DefaultCamelCatalog catalog = new DefaultCamelCatalog();
    catalog.addComponent("hpcsoa", HpcSoaComponent.class.getName(), schema());
    return catalog;
  }

  private static String schema() {
    try (InputStream in =
        HpcSoaComponent.class.getResourceAsStream("/io/github/camelhpc/hpcsoa/hpcsoa.json")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static List<Path> documents() {
    return DocumentedUris.documents(
        ROOT.resolve("README.md"),
        ROOT.resolve("CONTRIBUTING.md"),
        ROOT.resolve("docs"),
        ROOT.resolve("quarkus-app/README.md"),
        ROOT.resolve("quarkus-app/src/main/resources"),
        ROOT.resolve("quarkus-app/routes"));
  }

  @ParameterizedTest
  @MethodSource("documents")
  void everyUriIsValid(Path document) throws IOException {
    for (String uri : DocumentedUris.in(document)) {
      assertThat(problems(uri)).as("%s in %s", uri, document).isEmpty();
    }
  }

  @Test
  void theComponentsPageHasUris() throws IOException {
    assertThat(DocumentedUris.in(ROOT.resolve("docs/hpcsoa.md")))
        .hasSizeGreaterThan(5)
        .anyMatch(uri -> uri.startsWith("hpcsoa:runBatch?serviceName="));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "see `hpcsoa:getResponsess?batch=b`",
        "see `hpcsoa:getResponses?batsh=b`",
        "to(\"hpcsoa:purgeBatch?commit=true\")",
        "```yaml\n- from: {uri: hpcsoa:getResponses, parameters: {dellay: 15s}}\n```\n",
        "```yaml\n- from:\n    uri: direct:a\n    steps:\n      - to: hpcsoa:closeSesion\n```\n"
      })
  void aMisspeltUriIsFound(String document) {
    List<String> uris = DocumentedUris.inMarkdown(document);

    assertThat(uris).hasSize(1);
    assertThat(problems(uris.get(0))).isNotEmpty();
  }

  private List<String> problems(String uri) {
    List<String> problems = new ArrayList<>();
    // Camel's schema has the scheduler's delay as a number, although a length of time is taken too
    EndpointValidationResult result =
        catalog.validateEndpointProperties(uri.replaceAll("(delay=\\d+)(ms|s|m|h)\\b", "$1"));
    if (!result.isSuccess()) {
      problems.add(result.summaryErrorMessage(false));
    }
    String name = uri.substring("hpcsoa:".length()).replaceFirst("[?].*", "");
    try {
      SoaOperation operation = HpcSoaComponent.CATALOG.named(name);
      options(uri).keySet().stream()
          .map(HpcSoaComponent.CATALOG::parameter)
          .filter(parameter -> parameter != null && !operation.spec().has(parameter))
          .map(Parameter::option)
          .forEach(option -> problems.add(operation + " does not take " + option));
    } catch (IllegalArgumentException e) {
      problems.add(e.getMessage());
    }
    return problems;
  }

  private Map<String, String> options(String uri) {
    try {
      return catalog.endpointProperties(uri);
    } catch (Exception e) {
      throw new IllegalArgumentException(uri + " cannot be read: " + e.getMessage(), e);
    }
  }
}
