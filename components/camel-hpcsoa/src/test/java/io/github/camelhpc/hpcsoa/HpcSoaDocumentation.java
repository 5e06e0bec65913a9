package io.github.camelhpc.hpcsoa;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelhpc.support.operation.OperationSpec;
import io.github.camelhpc.support.operation.Parameter;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The tables of docs/hpcsoa.md, made of the catalogue and the schema. */
final class HpcSoaDocumentation {

  private final JsonNode schema;

  HpcSoaDocumentation(JsonNode schema) {
    this.schema = schema;
  }

  /** The page with its tables made anew. */
  String updated(String page) {
    String tables = replaced(page, "operations", operations());
    tables = replaced(tables, "options", options());
    return replaced(tables, "headers", headers());
  }

  private static String replaced(String page, String name, String table) {
    Matcher section =
        Pattern.compile(
                "(<!-- " + name + ": generated -->\n).*?(<!-- " + name + ": end -->)",
                Pattern.DOTALL)
            .matcher(page);
    if (!section.find()) {
      throw new IllegalStateException("docs/hpcsoa.md has no section " + name);
    }
    return section.replaceFirst("$1" + Matcher.quoteReplacement(table) + "$2");
  }

  private static String operations() {
    StringBuilder table =
        new StringBuilder(
            "| operation | request | parameters | body | result | |\n|---|---|---|---|---|---|\n");
    for (SoaOperation operation : SoaOperation.values()) {
      OperationSpec spec = operation.spec();
      table
          .append("| `")
          .append(operation)
          .append("` | ")
          .append(spec.isComposed() ? "several" : "`" + spec.method() + " " + spec.path() + "`")
          .append(" | ")
          .append(
              spec.parameters().stream()
                  .filter(p -> !p.option().equals("apiVersion"))
                  .map(HpcSoaDocumentation::parameter)
                  .collect(Collectors.joining(", ")))
          .append(" | ")
          .append(spec.body() == null ? "" : spec.body().description())
          .append(" | ")
          .append(spec.result() == null ? "the body stays" : spec.result().description())
          .append(" | ")
          .append(marks(operation))
          .append(" |\n");
    }
    return table.toString();
  }

  private static String parameter(Parameter parameter) {
    String name = "`" + parameter.option() + "`";
    return parameter.required() ? "**" + name + "**" : name;
  }

  private static String marks(SoaOperation operation) {
    OperationSpec spec = operation.spec();
    return Stream.of(
            spec.isWatchable() || operation == SoaOperation.GET_RESPONSES ? "pollable" : "",
            spec.repeatable() || spec.isComposed() ? "" : "not repeated")
        .filter(mark -> !mark.isEmpty())
        .collect(Collectors.joining(", "));
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
