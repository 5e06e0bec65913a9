package io.github.camelhpc.simulators.azbatch.rest;

import io.github.camelhpc.simulators.azbatch.BatchFault;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Finds the operation that a request means. */
final class OperationIndex {

  private static final Map<String, List<ServedOperation>> BY_ROOT =
      Arrays.stream(ServedOperation.values())
          .collect(Collectors.groupingBy(operation -> operation.form().template().get(0)));

  /** What older versions had, and clients may still ask for: it is not found. */
  private static final Pattern NOT_SERVED =
      Pattern.compile("certificates(\\(.*\\))?|lifetimejobstats|lifetimepoolstats");

  private OperationIndex() {}

  record Match(ServedOperation operation, Map<String, String> path) {}

  /** Whether a path that begins like this belongs to the service. */
  static boolean isRoot(String segment) {
    String root = segment.toLowerCase(Locale.ROOT);
    return BY_ROOT.containsKey(root) || NOT_SERVED.matcher(root).matches();
  }

  /**
   * The operation of a request.
   *
   * @param path the path as it was sent
   * @throws BatchFault if there is none
   */
  static Match find(String verb, String path) {
    List<String> segments = segments(path);
    List<Match> resources =
        candidates(segments).stream()
            .map(operation -> match(operation, segments))
            .flatMap(Optional::stream)
            .toList();
    if (resources.isEmpty()) {
      throw BatchFault.of(404, "ResourceNotFound", "The specified resource does not exist.");
    }
    return resources.stream()
        .filter(match -> match.operation.form().verb().equals(verb))
        .findFirst()
        .orElseThrow(OperationIndex::wrongVerb);
  }

  /** The operation that reads what another one changes, with all conditional headers. */
  static ServedOperation readerOf(ServedOperation change) {
    List<String> changed = change.form().template();
    return BY_ROOT.get(changed.get(0)).stream()
        .filter(operation -> operation.form().verb().equals("GET"))
        .filter(operation -> operation.form().conditions() == OperationForm.Conditions.ALL)
        .filter(operation -> begins(changed, operation.form().template()))
        .reduce(
            (left, right) ->
                left.form().template().size() > right.form().template().size() ? left : right)
        .orElseThrow();
  }

  private static boolean begins(List<String> path, List<String> beginning) {
    return path.size() >= beginning.size() && path.subList(0, beginning.size()).equals(beginning);
  }

  private static List<ServedOperation> candidates(List<String> segments) {
    return segments.isEmpty()
        ? List.of()
        : BY_ROOT.getOrDefault(segments.get(0).toLowerCase(Locale.ROOT), List.of());
  }

  private static Optional<Match> match(ServedOperation operation, List<String> segments) {
    return operation.form().match(segments).map(path -> new Match(operation, path));
  }

  /** Decoded one by one, so that an encoded slash stays in its segment. */
  private static List<String> segments(String path) {
    return Arrays.stream(path.split("/"))
        .filter(segment -> !segment.isEmpty())
        .map(segment -> URLDecoder.decode(segment.replace("+", "%2B"), StandardCharsets.UTF_8))
        .toList();
  }

  private static BatchFault wrongVerb() {
    return BatchFault.of(
        405, "UnsupportedHttpVerb", "The resource doesn't support the specified HTTP verb.");
  }
}
