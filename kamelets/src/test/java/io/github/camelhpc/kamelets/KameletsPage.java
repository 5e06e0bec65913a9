package io.github.camelhpc.kamelets;

import io.github.camelhpc.kamelets.KameletFile.Property;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The tables of the page on Kamelets, made of their definitions. */
record KameletsPage(List<KameletFile> kamelets) {

  /** The page with its tables made anew. */
  String updated(String page) {
    String result = replaced(page, "overview", overview());
    for (KameletFile kamelet : kamelets) {
      result = replaced(result, kamelet.name(), properties(kamelet));
    }
    return result;
  }

  private static String replaced(String page, String name, String table) {
    Matcher section =
        Pattern.compile(
                "(<!-- " + name + ": generated -->\n).*?(<!-- " + name + ": end -->)",
                Pattern.DOTALL)
            .matcher(page);
    if (!section.find()) {
      throw new IllegalStateException("docs/kamelets.md has no section " + name);
    }
    return section.replaceFirst("$1" + Matcher.quoteReplacement(table) + "$2");
  }

  private String overview() {
    return "| Kamelet | what it does |\n|---|---|\n"
        + kamelets.stream()
            .map(
                kamelet ->
                    "| [%s](#%s) | %s |\n"
                        .formatted(
                            kamelet.name(),
                            kamelet.name(),
                            kamelet.text("spec/definition/description")))
            .collect(Collectors.joining());
  }

  private static String properties(KameletFile kamelet) {
    return "| property | default | type | what it is |\n|---|---|---|---|\n"
        + kamelet.properties().stream()
            .map(property -> row(kamelet, property))
            .collect(Collectors.joining());
  }

  private static String row(KameletFile kamelet, Property property) {
    String name = "`" + property.name() + "`";
    String example = property.text("example");
    return "| %s | %s | %s | %s |\n"
        .formatted(
            kamelet.isRequired(property) ? "**" + name + "**" : name,
            property.hasDefault() ? property.text("default") : "",
            property.values().isEmpty()
                ? property.text("type")
                : property.values().stream().map(String::valueOf).collect(Collectors.joining(", ")),
            escaped(property.text("description"))
                + (example == null ? "" : " Example: `" + escaped(example) + "`"));
  }

  private static String escaped(String text) {
    return text.replace("|", "\\|");
  }
}
