package io.github.camelhpc.support.operation;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

/** The values that an operation is called with, as text, by the name of their option. */
public final class ParameterValues {

  private final String operation;
  private final Map<String, String> values;

  private ParameterValues(String operation, Map<String, String> values) {
    this.operation = operation;
    this.values = values;
  }

  /**
   * Finds the value of every parameter: a header beats the option, the option (which has the
   * component's default already) beats nothing. This is the only place that knows the rule.
   *
   * @param operation how messages name the operation, for example {@code hpcpack:getJob}
   * @param header reads a header of the message
   * @param option reads an option of the endpoint
   * @throws InvalidParameterException if a required parameter has no value, or a value is not of
   *     its parameter's type
   */
  public static ParameterValues resolve(
      String operation,
      OperationSpec spec,
      Function<Parameter, Object> header,
      Function<Parameter, Object> option) {
    Map<String, String> values = new LinkedHashMap<>();
    for (Parameter parameter : spec.parameters()) {
      Object value = header.apply(parameter);
      if (isUnset(value)) {
        value = option.apply(parameter);
      }
      if (!isUnset(value)) {
        values.put(parameter.option(), parameter.write(value, operation));
      } else if (parameter.required()) {
        throw new InvalidParameterException(
            operation + " needs " + parameter.option() + ": set " + parameter.whereToSet());
      }
    }
    return new ParameterValues(operation, values);
  }

  private static boolean isUnset(Object value) {
    return value == null || value instanceof String text && text.isEmpty();
  }

  /** How messages name the operation, for example {@code hpcpack:getJob}. */
  public String operation() {
    return operation;
  }

  /** The value as text, or null. */
  public String get(Parameter parameter) {
    return values.get(parameter.option());
  }

  /** Whether there is a value. */
  public boolean has(Parameter parameter) {
    return values.containsKey(parameter.option());
  }

  /**
   * The value as a number, or null.
   *
   * @throws InvalidParameterException if it is larger than an Integer
   */
  public Integer integer(Parameter parameter) {
    String value = get(parameter);
    try {
      return value == null ? null : Integer.valueOf(value);
    } catch (NumberFormatException e) {
      throw new InvalidParameterException(
          operation
              + ": "
              + parameter.option()
              + " must be from "
              + Integer.MIN_VALUE
              + " to "
              + Integer.MAX_VALUE
              + ", not "
              + value
              + "; change "
              + parameter.whereToSet());
    }
  }

  /** Whether the value is {@code true}; without a value the fallback. */
  public boolean isTrue(Parameter parameter, boolean fallback) {
    String value = get(parameter);
    return value == null ? fallback : Boolean.parseBoolean(value);
  }

  /** The value as a length of time, or null. */
  public Duration duration(Parameter parameter) {
    String value = get(parameter);
    return value == null ? null : Duration.ofMillis(Long.parseLong(value));
  }

  /** The value as a point in time, or null. */
  public Instant instant(Parameter parameter) {
    String value = get(parameter);
    return value == null ? null : Instant.parse(value);
  }

  /** The same values with one more, or without it if the value is null. */
  public ParameterValues with(Parameter parameter, Object value) {
    Map<String, String> copy = new LinkedHashMap<>(values);
    if (value == null) {
      copy.remove(parameter.option());
    } else {
      copy.put(parameter.option(), parameter.write(value, operation));
    }
    return new ParameterValues(operation, copy);
  }

  /** No values at all. */
  public static ParameterValues none(String operation) {
    return new ParameterValues(operation, Map.of());
  }

  /** The values of these parameters only. */
  public ParameterValues only(Parameter... parameters) {
    Map<String, String> some = new LinkedHashMap<>();
    for (Parameter parameter : parameters) {
      if (has(parameter)) {
        some.put(parameter.option(), get(parameter));
      }
    }
    return new ParameterValues(operation, some);
  }

  /** The same values for another operation. */
  public ParameterValues forOperation(String otherOperation) {
    return new ParameterValues(otherOperation, values);
  }

  @Override
  public String toString() {
    return operation + values;
  }
}
