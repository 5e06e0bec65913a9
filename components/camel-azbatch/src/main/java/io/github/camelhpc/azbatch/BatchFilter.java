package io.github.camelhpc.azbatch;

import static io.github.camelhpc.azbatch.AzBatchParameters.FILTER;

import io.github.camelhpc.support.operation.OperationSpec;
import io.github.camelhpc.support.operation.Parameter;
import io.github.camelhpc.support.operation.ParameterValues;
import java.time.Instant;
import java.util.Arrays;
import java.util.stream.Collectors;

/** Joins the filter of the user with the terms that are parameters (facts/azbatch.md §6). */
final class BatchFilter {

  private BatchFilter() {}

  /** The values with the terms in the filter. */
  static ParameterValues composed(OperationSpec spec, ParameterValues values) {
    Parameter term =
        spec.parameters(Parameter.Location.FILTER_TERM)
            .filter(values::has)
            .findFirst()
            .orElse(null);
    if (term == null) {
      return values;
    }
    String changed = changedSince(term, values.instant(term));
    String filter = values.get(FILTER);
    return values.with(FILTER, filter == null ? changed : "(" + filter + ") and " + changed);
  }

  private static String changedSince(Parameter term, Instant time) {
    String terms =
        Arrays.stream(term.wireName().split(","))
            .map(property -> property + " ge " + literal(time))
            .collect(Collectors.joining(" or "));
    return terms.contains(" or ") ? "(" + terms + ")" : terms;
  }

  /** A point in time as it stands in a filter. */
  static String literal(Instant time) {
    return "DateTime'" + time + "'";
  }

  /** A text as it stands in a filter. */
  static String literal(String text) {
    return "'" + text.replace("'", "''") + "'";
  }
}
