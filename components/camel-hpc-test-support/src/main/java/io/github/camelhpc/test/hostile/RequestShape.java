package io.github.camelhpc.test.hostile;

import io.github.camelhpc.test.server.MisbehavingServer.Request;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What a value must not change of a request.
 *
 * @param segments of the path, decoded
 * @param query names and values, decoded
 * @param headers names in lower case
 */
record RequestShape(
    String method,
    String host,
    List<String> segments,
    Map<String, String> query,
    List<String> headers) {

  static RequestShape of(Request request) {
    String target = request.target();
    int mark = target.indexOf('?');
    String path = mark < 0 ? target : target.substring(0, mark);
    Map<String, String> query = new TreeMap<>();
    if (mark >= 0) {
      for (String pair : target.substring(mark + 1).split("&")) {
        int equals = pair.indexOf('=');
        query.put(
            decoded(equals < 0 ? pair : pair.substring(0, equals)),
            equals < 0 ? "" : decoded(pair.substring(equals + 1)));
      }
    }
    TreeSet<String> names = new TreeSet<>();
    request.headers().keySet().forEach(name -> names.add(name.toLowerCase(Locale.ROOT)));
    return new RequestShape(
        request.method(),
        request.header("Host"),
        Arrays.stream(path.split("/", -1)).map(RequestShape::decoded).toList(),
        query,
        List.copyOf(names));
  }

  // a plus sign stands for itself in a path, and the components write none for a space
  private static String decoded(String text) {
    return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
  }

  /** The same with what differs from another one in values masked, for comparing. */
  RequestShape masked(RequestShape other) {
    List<String> path = new ArrayList<>(segments);
    for (int i = 0; i < path.size() && i < other.segments.size(); i++) {
      if (!path.get(i).equals(other.segments.get(i))) {
        path.set(i, "*");
      }
    }
    Map<String, String> values = new TreeMap<>(query);
    values.replaceAll((name, value) -> value.equals(other.query.get(name)) ? value : "*");
    return new RequestShape(method, host, path, values, headers);
  }

  /** All but the query. */
  RequestShape withoutQuery() {
    return new RequestShape(method, host, segments, Map.of(), headers);
  }

  /** How many values differ from another one. */
  long differences(RequestShape other) {
    RequestShape masked = masked(other);
    return masked.segments.stream().filter("*"::equals).count()
        + masked.query.values().stream().filter("*"::equals).count();
  }
}
