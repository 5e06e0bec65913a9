package io.github.camelhpc.simulators.hpcpack.model;

import io.github.camelhpc.simulators.hpcpack.HpcPackTimes;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A property of jobs, tasks or nodes.
 *
 * @param <T> what has the property
 */
public interface PropertyName<T> {

  /** The canonical spelling. */
  String wireName();

  /** What its values look like. */
  ValueKind kind();

  /** Its value as text; empty if it is not set. */
  String read(T owner, HpcPackTimes times);

  /** A value by which to sort. */
  default Comparable<?> sortKey(T owner, HpcPackTimes times) {
    String value = read(owner, times);
    if (kind().isNumeric()) {
      return value.isEmpty() ? Long.MIN_VALUE : Long.valueOf(value);
    }
    return value.toLowerCase(Locale.ROOT);
  }

  /** The properties by lower-case name. */
  static <P extends PropertyName<?>> Map<String, P> index(P[] properties) {
    return Stream.of(properties)
        .collect(
            Collectors.toUnmodifiableMap(
                property -> property.wireName().toLowerCase(Locale.ROOT), Function.identity()));
  }
}
