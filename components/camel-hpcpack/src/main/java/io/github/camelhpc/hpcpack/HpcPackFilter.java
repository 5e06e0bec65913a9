package io.github.camelhpc.hpcpack;

import static io.github.camelhpc.hpcpack.HpcPackParameters.FILTER;

import io.github.camelhpc.hpcpack.model.HpcPackDateFormat;
import io.github.camelhpc.support.http.RequestTarget;
import io.github.camelhpc.support.operation.InvalidParameterException;
import io.github.camelhpc.support.operation.OperationSpec;
import io.github.camelhpc.support.operation.Parameter;
import io.github.camelhpc.support.operation.Parameter.Location;
import io.github.camelhpc.support.operation.ParameterValues;
import io.github.camelhpc.support.operation.ValueType;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Joins the raw filter and the typed terms: {@code {name} eq {value}} with {@code and} between
 * them, values not quoted (facts/hpcpack.md §5.1).
 */
final class HpcPackFilter {

  /** Gives the service's date format, which may take a request. */
  @FunctionalInterface
  interface DateFormatSource {
    HpcPackDateFormat get() throws Exception;
  }

  private static final Pattern OPERATOR =
      Pattern.compile(
          "(?<!\\S)(and|eq)(?!\\S)", Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CHARACTER_CLASS);

  private HpcPackFilter() {}

  /** The values with all terms of the filter in the parameter {@code $filter}. */
  static ParameterValues composed(
      OperationSpec spec, ParameterValues values, DateFormatSource dates) throws Exception {
    List<String> terms = new ArrayList<>();
    if (values.has(FILTER)) {
      terms.add(values.get(FILTER));
    }
    for (Parameter term : spec.parameters()) {
      if (term.location() == Location.FILTER_TERM && values.has(term)) {
        terms.add(term.wireName() + " eq " + value(term, values, dates));
      }
    }
    return terms.isEmpty() ? values : values.with(FILTER, String.join(" and ", terms));
  }

  private static String value(Parameter term, ParameterValues values, DateFormatSource dates)
      throws Exception {
    if (term.type() == ValueType.INSTANT) {
      return dates.get().format(values.instant(term));
    }
    String value = RequestTarget.unicode(term, values);
    if (OPERATOR.matcher(value).find()) {
      throw new InvalidParameterException(
          values.operation()
              + ": "
              + term.option()
              + " cannot contain the words 'and' or 'eq', which would change the filter; change "
              + term.whereToSet());
    }
    return value;
  }
}
