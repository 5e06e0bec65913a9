package io.github.camelhpc.hpcsoa;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** Finds the {@code hpcsoa:} URIs of documents: in text, and in YAML with their parameters. */
final class DocumentedUris {

  private static final Pattern YAML_BLOCK =
      Pattern.compile("^```yaml\\R(.*?)^```", Pattern.DOTALL | Pattern.MULTILINE);
  private static final Pattern URI = Pattern.compile("hpcsoa:[A-Za-z]+(\\?[^\\s\"'`)]+)?");
  private static final String PLACEHOLDER = "hpcsoa:operation";

  private DocumentedUris() {}

  /** The documents below these folders and files that exist. */
  static List<Path> documents(Path... roots) {
    List<Path> found = new ArrayList<>();
    for (Path root : roots) {
      if (!Files.exists(root)) {
        continue;
      }
      try (Stream<Path> files = Files.walk(root)) {
        files.filter(f -> f.toString().matches(".*[.](md|ya?ml)")).forEach(found::add);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return found;
  }

  /** The URIs of a document, in their order. */
  static List<String> in(Path document) throws IOException {
    String text = Files.readString(document);
    return document.toString().endsWith(".md") ? inMarkdown(text) : inYaml(text);
  }

  static List<String> inMarkdown(String text) {
    List<String> uris = new ArrayList<>();
    yamlBlocks(text).forEach(block -> uris.addAll(inYaml(block)));
    Matcher matcher = URI.matcher(YAML_BLOCK.matcher(text).replaceAll(""));
    while (matcher.find()) {
      if (!matcher.group().startsWith(PLACEHOLDER)) {
        uris.add(matcher.group());
      }
    }
    return uris;
  }

  /** The YAML in a Markdown text. */
  static List<String> yamlBlocks(String markdown) {
    return YAML_BLOCK.matcher(markdown).results().map(block -> block.group(1)).toList();
  }

  static List<String> inYaml(String text) {
    List<String> uris = new ArrayList<>();
    LoadSettings settings = LoadSettings.builder().build();
    new Load(settings).loadAllFromString(text).forEach(document -> collect(document, uris));
    return uris;
  }

  private static void collect(Object node, List<String> uris) {
    if (node instanceof List<?> items) {
      items.forEach(item -> collect(item, uris));
    } else if (node instanceof String text && text.startsWith("hpcsoa:")) {
      uris.add(text);
    } else if (node instanceof Map<?, ?> map) {
      boolean endpoint = String.valueOf(map.get("uri")).startsWith("hpcsoa:");
      if (endpoint) {
        uris.add(map.get("uri") + query(map.get("parameters")));
      }
      map.forEach(
          (key, value) -> {
            if (!endpoint || !key.equals("uri")) {
              collect(value, uris);
            }
          });
    }
  }

  private static String query(Object parameters) {
    if (!(parameters instanceof Map<?, ?> map)) {
      return "";
    }
    return map.entrySet().stream()
        .map(entry -> entry.getKey() + "=" + entry.getValue())
        .collect(Collectors.joining("&", "?", ""));
  }
}
