package io.github.camelhpc.test;

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

/**
 * Finds the URIs of a component in documents: in text, in YAML with their parameters, and in Java
 * sources.
 */
public final class DocumentedUris {

  private static final Pattern YAML_BLOCK =
      Pattern.compile("^```yaml\\R(.*?)^```", Pattern.DOTALL | Pattern.MULTILINE);

  private final String scheme;
  private final String start;
  private final Pattern uri;
  private final String placeholder;

  /**
   * @param scheme the component's, without a colon
   */
  public DocumentedUris(String scheme) {
    this.scheme = scheme;
    start = scheme + ":";
    uri = Pattern.compile("\\b" + Pattern.quote(start) + "[A-Za-z][A-Za-z-]*(\\?[^\\s\"'`)]+)?");
    placeholder = start + "operation";
  }

  /**
   * The documents below these folders and files that exist, without tests and what a build makes.
   */
  public static List<Path> documents(Path... roots) {
    List<Path> found = new ArrayList<>();
    for (Path root : roots) {
      if (!Files.exists(root)) {
        continue;
      }
      try (Stream<Path> files = Files.walk(root)) {
        files.filter(DocumentedUris::isDocument).forEach(found::add);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return found;
  }

  private static boolean isDocument(Path file) {
    String name = file.toString().replace('\\', '/');
    return name.matches(".*[.](md|ya?ml|java)") && !name.matches(".*/(target|src/test)/.*");
  }

  /** The URIs of a document, in their order. */
  public List<String> in(Path document) throws IOException {
    if (document.toString().endsWith(".java")) {
      List<String> uris = new ArrayList<>();
      new JavaSourceUris(scheme).collect(document, uris);
      return uris;
    }
    String text = Files.readString(document);
    return document.toString().endsWith(".md") ? inMarkdown(text) : inYaml(text);
  }

  public List<String> inMarkdown(String text) {
    List<String> uris = new ArrayList<>();
    yamlBlocks(text).forEach(block -> uris.addAll(inYaml(block)));
    Matcher matcher = uri.matcher(YAML_BLOCK.matcher(text).replaceAll(""));
    while (matcher.find()) {
      if (!matcher.group().startsWith(placeholder)) {
        uris.add(matcher.group());
      }
    }
    return uris;
  }

  /** The YAML in a Markdown text. */
  public static List<String> yamlBlocks(String markdown) {
    return YAML_BLOCK.matcher(markdown).results().map(block -> block.group(1)).toList();
  }

  public List<String> inYaml(String text) {
    List<String> uris = new ArrayList<>();
    LoadSettings settings = LoadSettings.builder().build();
    new Load(settings).loadAllFromString(text).forEach(document -> collect(document, uris));
    return uris;
  }

  private void collect(Object node, List<String> uris) {
    if (node instanceof List<?> items) {
      items.forEach(item -> collect(item, uris));
    } else if (node instanceof String text && text.startsWith(start)) {
      uris.add(text);
    } else if (node instanceof Map<?, ?> map) {
      boolean endpoint = String.valueOf(map.get("uri")).startsWith(start);
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
