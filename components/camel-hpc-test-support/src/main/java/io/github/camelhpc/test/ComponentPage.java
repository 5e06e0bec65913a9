package io.github.camelhpc.test;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelhpc.support.operation.Operation;
import io.github.camelhpc.support.operation.OperationSpec;
import io.github.camelhpc.support.operation.Parameter;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The tables of a component's page, made of its catalogue and its schema. */
public final class ComponentPage<O extends Operation> {

  private final TestedComponent<O> component;
  private final JsonNode schema;
  private final Set<String> unnamed;
  private final Function<O, List<String>> marks;

  /**
   * @param unnamed options that every operation has: the table of operations does not name them
   * @param marks what the last column of that table says of an operation
   */
  public ComponentPage(
      TestedComponent<O> component, Set<String> unnamed, Function<O, List<String>> marks) {
    this.component = component;
    this.schema = component.schema();
    this.unnamed = unnamed;
    this.marks = marks;
  }

  /** The page with its tables made anew. */
  public String updated(String page) {
    String tables = replaced(page, "operations", operations());
    tables = replaced(tables, "options", options());
    return replaced(tables, "headers", headers());
  }

  private String replaced(String page, String name, String table) {
    Matcher section =
        Pattern.compile(
                "(<!-- " + name + ": generated -->\n).*?(<!-- " + name + ": end -->)",
                Pattern.DOTALL)
            .matcher(page);
    if (!section.find()) {
      throw new IllegalStateException(component.page() + " has no section " + name);
    }
    return section.replaceFirst("$1" + Matcher.quoteReplacement(table) + "$2");
  }

  private String operations() {
    StringBuilder table =
        new StringBuilder(
            "| operation | request | parameters | body | result | |\n|---|---|---|---|---|---|\n");
    for (O operation : component.operations()) {
      OperationSpec spec = operation.spec();
      table
          .append("| `")
          .append(operation.operationName())
          .append("` | ")
          .append(spec.isComposed() ? "several" : "`" + spec.method() + " " + spec.path() + "`")
          .append(" | ")
          .append(
              spec.parameters().stream()
                  .filter(p -> !unnamed.contains(p.option()))
                  .map(ComponentPage::parameter)
                  .collect(Collectors.joining(", ")))
          .append(" | ")
          .append(spec.body() == null ? "" : spec.body().description())
          .append(" | ")
          .append(spec.result() == null ? "the body stays" : spec.result().description())
          .append(" | ")
          .append(String.join(", ", marks.apply(operation)))
          .append(" |\n");
    }
    return table.toString();
  }

  private static String parameter(Parameter parameter) {
    String name = "`" + parameter.option() + "`";
    return parameter.required() ? "**" + name + "**" : name;
  }

  private String options() {
    StringBuilder table =
        new StringBuilder("| option | default | type | what it does |\n|---|---|---|---|\n");
    for (Map.Entry<String, JsonNode> option : schema.get("properties").properties()) {
      JsonNode about = option.getValue();
      if (!about.get("kind").asText().equals("parameter")) {
        continue;
      }
      table
          .append("| `")
          .append(option.getKey())
          .append("` (")
          .append(about.path("label").asText("common"))
          .append(") | ")
          .append(about.path("defaultValue").asText(""))
          .append(" | ")
          .append(type(about))
          .append(" | ")
          .append(escaped(about.path("description").asText()))
          .append(" |\n");
    }
    return table.toString();
  }

  private static String type(JsonNode about) {
    if (about.has("enum")) {
      StringBuilder values = new StringBuilder();
      about
          .get("enum")
          .forEach(v -> values.append(values.isEmpty() ? "" : ", ").append(v.asText()));
      return values.toString();
    }
    return about.path("type").asText();
  }

  private String headers() {
    StringBuilder table = new StringBuilder("| header | type | what it is |\n|---|---|---|\n");
    for (Map.Entry<String, JsonNode> header : schema.get("headers").properties()) {
      String javaType = header.getValue().path("javaType").asText();
      table
          .append("| `")
          .append(header.getKey())
          .append("` | ")
          .append(javaType.substring(javaType.lastIndexOf('.') + 1))
          .append(" | ")
          .append(escaped(header.getValue().path("description").asText()))
          .append(" |\n");
    }
    return table.toString();
  }

  private static String escaped(String text) {
    return text.replace("|", "\\|");
  }
}
