package io.github.camelhpc.support.camel;

import io.github.camelhpc.support.operation.Operation;
import io.github.camelhpc.support.operation.Parameter;
import io.github.camelhpc.support.operation.ParameterValues;
import io.github.camelhpc.support.operation.ValueType;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** All operations of a component, by name. */
public final class OperationCatalog<O extends Operation> {

  private static final Pattern NUMBER = Pattern.compile("[0-9]{1,9}");

  private final String scheme;
  private final Map<String, O> byName = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
  private final Map<String, Parameter> byOption = new LinkedHashMap<>();
  private final Set<String> numberHeaders;

  @SafeVarargs
  public OperationCatalog(String scheme, O... operations) {
    this.scheme = scheme;
    for (O operation : operations) {
      byName.put(operation.operationName(), operation);
      operation.spec().parameters().forEach(p -> byOption.putIfAbsent(p.option(), p));
    }
    numberHeaders =
        byOption.values().stream()
            .filter(p -> p.type() == ValueType.INTEGER)
            .map(Parameter::header)
            .collect(Collectors.toSet());
  }

  /** The scheme in whose URIs the operations stand. */
  public String scheme() {
    return scheme;
  }

  /**
   * The operation of this name, which is read without regard to case.
   *
   * @throws IllegalArgumentException if there is none; the message names the nearest ones
   */
  public O named(String name) {
    O operation = byName.get(name);
    if (operation == null) {
      throw new IllegalArgumentException(
          scheme
              + ":"
              + name
              + ": there is no operation '"
              + name
              + "'; did you mean "
              + nearest(name)
              + "? docs/"
              + scheme
              + ".md lists all "
              + byName.size());
    }
    return operation;
  }

  /** A header's value in the type that the header has: the service may write numbers as text. */
  Object headerValue(String header, Object value) {
    return numberHeaders.contains(header)
            && value instanceof String text
            && NUMBER.matcher(text).matches()
        ? (Object) Integer.valueOf(text)
        : value;
  }

  /** The parameter with this option in any operation, or null. */
  public Parameter parameter(String option) {
    return byOption.get(option);
  }

  /**
   * Checks that the options of a URI are of use to its operation.
   *
   * @throws IllegalArgumentException if one is a parameter of other operations only
   */
  void checkOptions(Operation operation, Collection<String> options) {
    for (String option : options) {
      Parameter parameter = byOption.get(option);
      if (parameter != null && !operation.spec().has(parameter)) {
        throw new IllegalArgumentException(
            scheme
                + ":"
                + operation.operationName()
                + " does not take "
                + option
                + "; remove it. It takes "
                + operation.spec().parameters().stream()
                    .map(Parameter::option)
                    .collect(Collectors.joining(", ")));
      }
    }
  }

  /**
   * Checks that numbers are numbers. Camel reads such an option as a length of time, so that 'abc'
   * becomes 0 and '5m' becomes 300000.
   *
   * @throws io.github.camelhpc.support.operation.InvalidParameterException if one is none
   */
  void checkNumbers(Operation operation, Map<String, Object> options) {
    String name = scheme + ":" + operation.operationName();
    ParameterValues values = ParameterValues.none(name);
    options.forEach(
        (option, value) -> {
          Parameter parameter = operation.spec().parameter(option).orElse(null);
          boolean reference = value instanceof String text && text.startsWith("#");
          if (parameter != null && parameter.type() == ValueType.INTEGER && !reference) {
            values.with(parameter, value).integer(parameter);
          }
        });
  }

  private String nearest(String name) {
    List<String> nearest =
        byName.values().stream()
            .map(Operation::operationName)
            .sorted(Comparator.comparingInt(n -> distance(n.toLowerCase(), name.toLowerCase())))
            .limit(3)
            .toList();
    return nearest.get(0) + ", " + nearest.get(1) + " or " + nearest.get(2);
  }

  /** How many letters have to be changed, added or left out (Levenshtein). */
  private static int distance(String a, String b) {
    int[] row = new int[b.length() + 1];
    Arrays.setAll(row, i -> i);
    for (int i = 1; i <= a.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int replaced = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(replaced, 1 + Math.min(row[j], row[j - 1]));
      }
    }
    return row[b.length()];
  }
}
