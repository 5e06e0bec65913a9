package io.github.camelhpc.simulators.hpcpack.rest;

import io.github.camelhpc.simulators.hpcpack.HpcPackFault;
import io.github.camelhpc.simulators.hpcpack.HpcPackTimes;
import io.github.camelhpc.simulators.hpcpack.model.Names;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * {@code name eq value and name eq value}, the values without quotes (facts/hpcpack.md §5.1).
 *
 * @param <T> what is filtered
 */
final class Filter<T> {

  private static final Pattern AND = Pattern.compile("\\s+and\\s+", Pattern.CASE_INSENSITIVE);
  private static final Pattern TERM =
      Pattern.compile("(\\S+)\\s+eq(?:\\s+(.*))?", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

  private final Map<String, Function<String, Predicate<T>>> terms;

  /**
   * @param terms what each name means, by lower-case name
   */
  Filter(Map<String, Function<String, Predicate<T>>> terms) {
    this.terms = terms;
  }

  /** What the filter of a request lets through. */
  Predicate<T> of(Optional<String> text) {
    List<Predicate<T>> predicates = new ArrayList<>();
    for (String term : text.map(AND::split).orElse(new String[0])) {
      Matcher matcher = TERM.matcher(term.trim());
      if (!matcher.matches()) {
        throw HpcPackFault.badRequest("The filter term '" + term + "' must read 'name eq value'.");
      }
      String value = matcher.group(2) == null ? "" : matcher.group(2).trim();
      Function<String, Predicate<T>> meaning = terms.get(matcher.group(1).toLowerCase(Locale.ROOT));
      if (meaning == null) {
        throw HpcPackFault.badRequest(
            "There is no filter '" + matcher.group(1) + "' for this list.");
      }
      // a null value is ignored, the documentation says
      if (!value.isEmpty() && !value.equalsIgnoreCase("null")) {
        predicates.add(meaning.apply(value));
      }
    }
    return predicates.stream().reduce(row -> true, Predicate::and);
  }

  /** A state, or several with commas between them, as .NET reads an enumeration of flags. */
  static <T, S> Function<String, Predicate<T>> states(
      Function<String, Optional<S>> lookup, Function<T, S> state) {
    return value -> {
      List<String> names = splitAny(value);
      if (Names.contain(names, "All")) {
        return row -> true;
      }
      Set<S> wanted =
          names.stream()
              .map(
                  name ->
                      lookup
                          .apply(name)
                          .orElseThrow(
                              () -> HpcPackFault.badRequest("There is no state '" + name + "'.")))
              .collect(Collectors.toCollection(HashSet::new));
      return row -> wanted.contains(state.apply(row));
    };
  }

  /** What changed at or after the given second. */
  static <T> Function<String, Predicate<T>> changedFrom(
      HpcPackTimes times, ToLongFunction<T> changeTime) {
    return value -> {
      long from =
          times
              .parse(value)
              .orElseThrow(
                  () ->
                      HpcPackFault.badRequest(
                          "The value '" + value + "' of ChangeTimeFrom is not a time."))
              .truncatedTo(ChronoUnit.SECONDS)
              .toEpochMilli();
      return row -> changeTime.applyAsLong(row) >= from;
    };
  }

  /** The separator is not documented: comma, semicolon and bar are all taken. */
  static List<String> splitAny(String value) {
    return Names.split(value.replace('|', ','));
  }
}
