package io.github.camelhpc.support.operation;

import java.util.Locale;

/** An operation of a service: one row of a component's catalogue. */
public interface Operation {

  /** The name that stands in the endpoint's path, for example {@code getJob}. */
  String operationName();

  /** Everything there is to know of it. */
  OperationSpec spec();

  /** The name of an operation whose constant is so called: {@code getJob} for {@code GET_JOB}. */
  static String nameOf(Enum<?> constant) {
    StringBuilder name = new StringBuilder();
    for (String word : constant.name().toLowerCase(Locale.ROOT).split("_")) {
      name.append(
          name.isEmpty() ? word : Character.toUpperCase(word.charAt(0)) + word.substring(1));
    }
    return name.toString();
  }
}
