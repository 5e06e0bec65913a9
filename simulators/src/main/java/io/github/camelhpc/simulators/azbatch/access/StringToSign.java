package io.github.camelhpc.simulators.azbatch.access;

import io.vertx.core.http.HttpServerRequest;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What is signed of a request, made of what was received (facts/azbatch.md §7.1). */
final class StringToSign {

  private static final List<String> HEADERS =
      List.of(
          "Content-Encoding",
          "Content-Language",
          "Content-Length",
          "Content-MD5",
          "Content-Type",
          "Date",
          "If-Modified-Since",
          "If-Match",
          "If-None-Match",
          "If-Unmodified-Since",
          "Range");

  private StringToSign() {}

  static String of(HttpServerRequest request, String accountName) {
    return Stream.concat(
                Stream.of(request.method().name()),
                HEADERS.stream().map(name -> value(request, name)))
            .map(line -> line + "\n")
            .collect(Collectors.joining())
        + canonicalHeaders(request)
        + canonicalResource(request, accountName);
  }

  private static String value(HttpServerRequest request, String name) {
    String value = request.getHeader(name);
    return value == null ? "" : value;
  }

  private static String canonicalHeaders(HttpServerRequest request) {
    return request.headers().entries().stream()
        .map(header -> Map.entry(header.getKey().toLowerCase(Locale.ROOT), header.getValue()))
        .filter(header -> header.getKey().startsWith("ocp-"))
        .sorted(Map.Entry.comparingByKey())
        .map(header -> header.getKey() + ":" + header.getValue().stripLeading() + "\n")
        .collect(Collectors.joining());
  }

  /** The line break is before each pair, unlike the documentation says. */
  private static String canonicalResource(HttpServerRequest request, String accountName) {
    String path = request.path() == null ? "" : request.path().replaceFirst("^/+", "");
    return "/" + accountName.toLowerCase(Locale.ROOT) + "/" + path + pairs(request.query());
  }

  private static String pairs(String query) {
    if (query == null || query.isEmpty()) {
      return "";
    }
    return Stream.of(query.split("&"))
        .filter(pair -> !pair.isEmpty())
        .map(StringToSign::pair)
        .sorted(Comparator.comparing(Map.Entry::getKey))
        .map(pair -> "\n" + pair.getKey() + ":" + pair.getValue())
        .collect(Collectors.joining());
  }

  private static Map.Entry<String, String> pair(String pair) {
    int equals = pair.indexOf('=');
    String name = equals < 0 ? pair : pair.substring(0, equals);
    String value = equals < 0 ? "" : pair.substring(equals + 1);
    return Map.entry(decoded(name).toLowerCase(Locale.ROOT), decoded(value));
  }

  private static String decoded(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }
}
