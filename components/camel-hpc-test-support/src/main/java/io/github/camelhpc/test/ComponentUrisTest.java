package io.github.camelhpc.test;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelhpc.support.operation.Operation;
import io.github.camelhpc.support.operation.Parameter;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.camel.catalog.CamelCatalog;
import org.apache.camel.catalog.DefaultCamelCatalog;
import org.apache.camel.catalog.EndpointValidationResult;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every URI of a component in documentation, examples and the application is a valid one. */
public abstract class ComponentUrisTest<O extends Operation> {

  private final TestedComponent<O> component;
  private final DocumentedUris uris;
  private final CamelCatalog camel = new DefaultCamelCatalog();

  protected ComponentUrisTest(TestedComponent<O> component) {
    this.component = component;
    this.uris = new DocumentedUris(component.scheme());
    camel.addComponent(
        component.scheme(), component.type().getName(), component.toolsSchema().toString());
  }

  /** All documents of the project. */
  protected static List<Path> documents() {
    Path project = TestedComponent.PROJECT;
    return DocumentedUris.documents(
        project.resolve("README.md"),
        project.resolve("CONTRIBUTING.md"),
        project.resolve("docs"),
        project.resolve("kamelets/src/main/resources"),
        project.resolve("quarkus-app/README.md"),
        project.resolve("quarkus-app/src/main/java"),
        project.resolve("quarkus-app/src/main/resources"),
        project.resolve("quarkus-app/routes"),
        project.resolve("routes-examples"));
  }

  @ParameterizedTest
  @MethodSource("documents")
  protected void everyUriIsValid(Path document) throws IOException {
    for (String uri : uris.in(document)) {
      assertThat(problems(uri)).as("%s in %s", uri, document).isEmpty();
    }
  }

  /** The URIs on the component's page. */
  protected List<String> urisOfThePage() throws IOException {
    return uris.in(component.page());
  }

  /** Checks that this Markdown has one URI of the component, and that it is found to be wrong. */
  protected void assertMisspelt(String document) {
    List<String> found = uris.inMarkdown(document);

    assertThat(found).hasSize(1);
    assertThat(problems(found.get(0))).isNotEmpty();
  }

  private List<String> problems(String uri) {
    List<String> problems = new ArrayList<>();
    EndpointValidationResult result = camel.validateEndpointProperties(asCamelKnowsIt(uri));
    if (!result.isSuccess()) {
      problems.add(result.summaryErrorMessage(false));
    }
    String name = uri.substring(component.scheme().length() + 1).replaceFirst("[?].*", "");
    try {
      O operation = component.catalog().named(name);
      options(uri).keySet().stream()
          .map(component.catalog()::parameter)
          .filter(parameter -> parameter != null && !operation.spec().has(parameter))
          .map(Parameter::option)
          .forEach(option -> problems.add(operation + " does not take " + option));
    } catch (IllegalArgumentException e) {
      problems.add(e.getMessage());
    }
    return problems;
  }

  /**
   * Camel's schema has the scheduler's delay as a number, although a length of time is taken too. A
   * placeholder, as Kamelets have them, stands for any value, so it is written as a reference:
   * Camel passes over those, but takes a placeholder for a wrong one.
   */
  private static String asCamelKnowsIt(String uri) {
    return uri.replaceAll("(delay=\\d+)(ms|s|m|h)\\b", "$1")
        .replaceAll("=\\{\\{[?]?(\\w+)}}", "=#$1");
  }

  private Map<String, String> options(String uri) {
    try {
      return camel.endpointProperties(uri);
    } catch (Exception e) {
      throw new IllegalArgumentException(uri + " cannot be read: " + e.getMessage(), e);
    }
  }
}
